package dev.nearstream.recipe;

/**
 * Something wrong with a recipe that does not stop the others from being read.
 *
 * @param at where
 * @param message one line: what is wrong, and what would be right
 */
public record RecipeProblem(Position at, String message) {

    @Override
    public String toString() {
        return at + ": " + message;
    }
}
