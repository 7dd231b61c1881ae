package dev.nearstream.yaml;

/** A text is no YAML that is read here; the message is one line. */
public final class YamlException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    public YamlException(int line, int column, String message) {
        super(message, null, false, false);
        this.line = line;
        this.column = column;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1. */
    public int column() {
        return column;
    }
}
