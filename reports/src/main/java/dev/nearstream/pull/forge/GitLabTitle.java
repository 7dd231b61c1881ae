package dev.nearstream.pull.forge;

import java.util.regex.Pattern;

/** A merge request is a draft by how its title begins; there is no other way to say it. */
final class GitLabTitle {
    /** Those of GitLab 13 and before as well. */
    private static final Pattern DRAFT = Pattern.compile("(?i)^\\s*(?:draft:|\\[draft]|\\(draft\\)|wip:|\\[wip])\\s*");

    private GitLabTitle() {}

    static String of(String plain, boolean draft) {
        return draft ? "Draft: " + plain : plain;
    }

    static boolean isDraft(String title) {
        return DRAFT.matcher(title).find();
    }

    /** Without what makes a draft of it. */
    static String plain(String title) {
        String plain = title;
        while (isDraft(plain)) {
            plain = DRAFT.matcher(plain).replaceFirst("");
        }
        return plain;
    }
}
