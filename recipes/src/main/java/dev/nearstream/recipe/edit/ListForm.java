package dev.nearstream.recipe.edit;

import java.util.regex.Pattern;

/** How a list in one scalar is written. */
public enum ListForm {
    /** Words between blanks: {@code patches}. */
    WORDS(Pattern.compile("(?:\\$\\{\\{[^}]*\\}\\}|\\S)+"), false),
    /** Words between blanks and commas, and comments: the pins of a bump. */
    PINS(Pattern.compile("(?:\\$\\{\\{[^}]*\\}\\}|[^\\s,])+"), true),
    /** One entry a line, and comments: {@code cherry-picks}. */
    LINES(Pattern.compile("\\S.*?(?=\\s*$)"), true);

    private final Pattern entry;
    private final boolean comments;

    ListForm(Pattern entry, boolean comments) {
        this.entry = entry;
        this.comments = comments;
    }

    Pattern entry() {
        return entry;
    }

    /** Whether {@code #} ends what counts of a line. */
    boolean hasComments() {
        return comments;
    }
}
