package dev.nearstream.pull;

/**
 * A pull request as the forge has it.
 *
 * @param number the forge's name for it within the repository, as {@code 4711}; where pull requests are files, their name
 * @param url for people
 * @param branch its head branch, without {@code refs/heads/}
 * @param head the commit that the forge has at the head of that branch, in hex; empty where it does not say
 * @param title without what some forges take for the mark of a draft, as {@code WIP:}
 */
public record PullRequest(
        String number, String url, String branch, String head, State state, boolean draft, String title) {

    /** What became of it. */
    public enum State {
        OPEN,
        /** without having been merged */
        CLOSED,
        MERGED
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
