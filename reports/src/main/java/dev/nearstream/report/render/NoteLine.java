package dev.nearstream.report.render;

import java.util.regex.Pattern;

/** One line of upstream's notes: text, and the code in it as such. */
final class NoteLine {
    /** Some forge may look for what a commit closes in code too. */
    private static final Pattern REFERENCE = Pattern.compile("[#!/]\\d|(?i:gh-)\\d");

    private final int longest;
    private final StringBuilder markdown = new StringBuilder();
    private final StringBuilder text = new StringBuilder();

    /** @param longest so many code points of a text are shown */
    NoteLine(int longest) {
        this.longest = longest;
    }

    void text(CharSequence outside) {
        text.append(outside);
    }

    void code(String outside) {
        if (REFERENCE.matcher(outside).find() || !Code.isSpan(outside)) {
            text.append(outside); // so that what it makes with its neighbours is seen
        } else {
            flush();
            // Two spans that touch would be one.
            markdown.append(markdown.toString().endsWith("`") ? " " : "").append(Code.of(outside));
        }
    }

    private void flush() {
        if (!text.isEmpty()) {
            markdown.append(Character.isWhitespace(text.charAt(0)) ? " " : "")
                    .append(
                            markdown.isEmpty()
                                    ? Message.of(text.toString(), longest)
                                    : Message.rest(text.toString(), longest))
                    .append(Character.isWhitespace(text.charAt(text.length() - 1)) ? " " : "");
            text.setLength(0);
        }
    }

    /** The line; empty where nothing of it is visible. */
    String markdown() {
        flush();
        return markdown.toString().strip();
    }
}
