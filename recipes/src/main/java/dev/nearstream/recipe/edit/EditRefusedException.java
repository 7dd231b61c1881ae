package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.Position;

/** A file cannot be changed safely, and was left as it is. The message names file, line and column and the reason. */
public final class EditRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Position at;

    public EditRefusedException(Position at, String reason) {
        super(at + ": " + reason, null, false, false);
        this.at = at;
    }

    /** Where. */
    public Position at() {
        return at;
    }
}
