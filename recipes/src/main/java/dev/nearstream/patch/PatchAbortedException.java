package dev.nearstream.patch;

/** Ends a patch where GNU patch itself stops with an error; never leaves the engine. */
final class PatchAbortedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PatchAbortedException(String message) {
        super(message, null, false, false);
    }
}
