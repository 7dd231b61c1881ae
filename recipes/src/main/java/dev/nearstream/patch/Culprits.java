package dev.nearstream.patch;

import java.util.regex.Pattern;

/**
 * Tells where a header names a commit or an advisory for its fault: the change that a patch mends or takes back, and not
 * the patch itself.
 */
final class Culprits {
    /** What stands between such a word and what it is about: some words, and no new thought. */
    private static final String UP_TO_HERE = "\\b[ \\t]+(?:[\\w'-]{1,40}[ \\t]+){0,4}[(\"'`]?$";

    private static final int FARTHEST = 300;

    private static final String WORDS =
            "(?:revert(?:s|ed|ing)?|introduc(?:e|ed|es|ing)|since|(?<!use[- ])after|before|regress(?:ed|ions?)|caused"
                    + "|broken|br(?:ea|o)ke?s?|incomplete|follow-?up|supersedes|replaces)";

    private static final Pattern NAMED = Pattern.compile("\\b" + WORDS + UP_TO_HERE, Pattern.CASE_INSENSITIVE);

    /** An advisory is what one fixes; a commit is what one's fix is for. */
    private static final Pattern FIXED_OR_NAMED =
            Pattern.compile("\\b(?:" + WORDS + "|fix(?:es|ed|ing)?:?)" + UP_TO_HERE, Pattern.CASE_INSENSITIVE);

    /** A commit that is named for its fault, with its title: {@code Fixes: f6edaafcfefd ("ssl: mend CVE-…")}. */
    private static final Pattern FIXED_COMMIT = Pattern.compile(
            "^[ \\t]*fixes:?[ \\t]+(?:commit[ \\t]+)?[0-9a-f]{7,64}\\b"
                    + "(?:[ \\t]*\\n?[ \\t]*\\([^()]{0,400}(?:\\([^()]{0,80}\\)[^()]{0,200})?\\))?",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /** {@code Revert "title"}: what the title says was undone. */
    private static final Pattern REVERTED_TITLE =
            Pattern.compile("\\brevert(?:s|ing)?:?\\s+\"[^\"]{0,400}\"", Pattern.CASE_INSENSITIVE);

    /** {@code the fix for CVE-… introduced a leak}. */
    private static final Pattern FAULTY_FIX = Pattern.compile(
            "\\b(?:fix|patch|change|mitigation) (?:for|of|to) \\S{8,40},? (?:has |had |was |is )?"
                    + "(?:introduced|broke|caused|incomplete|regressed)\\b",
            Pattern.CASE_INSENSITIVE);

    private Culprits() {}

    /** Whether what stands before a commit's hash says that this is the commit to be fixed, or another culprit. */
    static boolean fixedOrNamed(String text, int hash) {
        return FIXED_OR_NAMED.matcher(lineBefore(text, hash)).find();
    }

    /** Whether what stands before an advisory's id, or a statement in brackets, says that it is about a culprit. */
    static boolean named(String text, int id) {
        return NAMED.matcher(lineBefore(text, id)).find();
    }

    /** What stands in the line before a place: as much of it as tells, so that one long line does not cost its square. */
    static String lineBefore(String text, int place) {
        String near = text.substring(Math.max(0, place - FARTHEST), place);
        return near.substring(near.lastIndexOf('\n') + 1);
    }

    /** The text without its passages on other commits' faults. */
    static String cut(String text) {
        String rest = FIXED_COMMIT.matcher(text).replaceAll("");
        rest = REVERTED_TITLE.matcher(rest).replaceAll("");
        return FAULTY_FIX.matcher(rest).replaceAll("");
    }
}
