package dev.nearstream.patch;

/** Stops the reading of a patch where GNU patch would give up; never leaves the parser. */
final class MalformedPatchException extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;

    MalformedPatchException(int line, String message) {
        super(message, null, false, false);
        this.line = line;
    }

    PatchProblem problem() {
        return new PatchProblem(line, String.valueOf(getMessage()));
    }
}
