package dev.nearstream.score;

/** A policy file that cannot be used. The message is one line: {@code file:line:column: what is wrong and what would be right}. */
public final class PolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String file;
    private final int line;
    private final int column;

    /**
     * @param line from 1, or 0 where the file as a whole is meant
     * @param column from 1, or 0
     */
    PolicyException(String file, int line, int column, String message) {
        super((line > 0 ? file + ":" + line + ":" + column : file) + ": " + message);
        this.file = file;
        this.line = line;
        this.column = column;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
