package dev.nearstream.recipe;

/**
 * A comment in a recipe that asks something of the person who updates it.
 *
 * @param at the line with the words that ask
 * @param text one line: the comment from the sentence on that asks
 */
public record CommentRequest(Position at, Kind kind, String text) {

    /** What is asked. */
    public enum Kind {
        /** A person must look, or do something, at this update: it is not to be merged unseen. */
        LOOK,
        /** Something to bear in mind: what belongs together, and what can go some day. */
        REMINDER
    }
}
