package dev.nearstream.cli;

/** The recipe that was asked about has errors; the message is one line that says where and what. */
final class BrokenRecipeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenRecipeException(String message) {
        super(message);
    }
}
