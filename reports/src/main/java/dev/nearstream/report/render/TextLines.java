package dev.nearstream.report.render;

/** Lines of a name and a value for the terminal; values are cleaned. */
final class TextLines {
    private static final int NAME = 10;

    private final StringBuilder text = new StringBuilder();

    TextLines add(String name, String value) {
        String padding = " ".repeat(Math.max(1, NAME - name.length()));
        text.append(Prose.of(name + padding, NAME, value).stripTrailing()).append('\n');
        return this;
    }

    String text() {
        return text.toString();
    }
}
