package dev.nearstream.delta;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells texts that say that something was done, or where it was taken from, and not why. */
final class EmptyWords {
    /** Enough to tell; the search for addresses costs its square. */
    private static final int LONGEST = 2000;

    private static final Pattern ADDRESS = Pattern.compile("\\S*(?://|\\.(?:patch|diff)\\b)\\S*");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}.*+_-]+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]*|v?\\d[\\w.+-]*|[\\w.]+-\\*");
    private static final Set<String> EMPTY = Set.of(
            "a",
            "add",
            "added",
            "adding",
            "adds",
            "an",
            "and",
            "applied",
            "apply",
            "as",
            "bump",
            "cherry-pick",
            "chore",
            "cleanup",
            "cleanups",
            "copied",
            "copy",
            "create",
            "feat",
            "fix",
            "for",
            "from",
            "import",
            "imported",
            "in",
            "init",
            "initial",
            "introduce",
            "is",
            "melange",
            "minor",
            "new",
            "of",
            "original",
            "originated",
            "originates",
            "package",
            "packages",
            "packaging",
            "patch",
            "patched",
            "patches",
            "pkg",
            "pkgs",
            "rebuild",
            "recipe",
            "recipes",
            "see",
            "source",
            "sources",
            "stream",
            "streams",
            "taken",
            "the",
            "these",
            "this",
            "to",
            "update",
            "updates",
            "upstream",
            "version",
            "version-stream",
            "via",
            "was",
            "wip",
            "with");

    private EmptyWords() {}

    /** Whether nothing else is in the text. */
    static boolean only(String text) {
        String begin = text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT);
        String plain = ADDRESS.matcher(begin).replaceAll(" ");
        return Arrays.stream(BETWEEN.split(plain, -1))
                .map(word -> word.replaceAll("^[.*_+-]+(?=\\p{L})|[._+-]+$", ""))
                .allMatch(word -> EMPTY.contains(word) || NO_WORD.matcher(word).matches());
    }
}
