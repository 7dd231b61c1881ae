package dev.nearstream.delta.pin;

/** Takes the comments out of a Gradle script, in Groovy or Kotlin; its texts and the number of its lines stay. */
final class GradleCode {
    private final String text;
    private final StringBuilder code = new StringBuilder();
    private int at;

    private GradleCode(String text) {
        this.text = text;
    }

    static String of(String text) {
        return new GradleCode(text).read();
    }

    private String read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("//", at)) {
                skipTo("\n", false);
            } else if (text.startsWith("/*", at)) {
                at += 2;
                skipTo("*/", true);
            } else if (c == '"' || c == '\'') {
                String triple = String.valueOf(c).repeat(3);
                literal(text.startsWith(triple, at) ? triple : String.valueOf(c));
            } else {
                code.append(c);
                at++;
            }
        }
        return code.toString();
    }

    private void skipTo(String end, boolean with) {
        int found = text.indexOf(end, at);
        int to = found < 0 ? text.length() : with ? found + end.length() : found;
        text.substring(at, to).chars().filter(c -> c == '\n').forEach(c -> code.append('\n'));
        at = to;
    }

    /** A text of one line ends with it, whatever it lacks: the next line is read for itself. */
    private void literal(String quote) {
        int start = at;
        at += quote.length();
        while (at < text.length() && !text.startsWith(quote, at)) {
            if (quote.length() == 1 && text.charAt(at) == '\n') {
                code.append(text, start, at);
                return;
            }
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + quote.length(), text.length());
        code.append(text, start, at);
    }
}
