package dev.nearstream.delta.pin;

/** A manifest or lock file that is not what its name says; the message is one line: {@code file:line:column: what}. */
final class ManifestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ManifestException(String file, int line, int column, String problem) {
        super(file + ":" + line + ":" + column + ": " + problem, null, false, false);
    }
}
