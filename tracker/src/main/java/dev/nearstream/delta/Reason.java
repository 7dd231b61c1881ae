package dev.nearstream.delta;

/**
 * Why a delta is carried, in the words of those who added it.
 *
 * @param text one line, not empty; text from outside
 * @param from where it is stated
 */
public record Reason(String text, Source from) {

    /** Where people state a reason. */
    public enum Source {
        /** the patch's header */
        PATCH,
        /** the comments beside it in the recipe, or in its series file */
        RECIPE,
        /** the subject of the commit that added it to the recipe repository */
        COMMIT
    }
}
