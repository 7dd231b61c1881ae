package dev.nearstream.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What we know of a pull request, and what we know before there is one. A branch that is used again, by the next version
 * or after its pull request was closed, is the same record. Each step with git or the forge is written as soon as it is
 * done, and before the next one.
 *
 * @param bump what it is about
 * @param branch without {@code refs/heads/}; with the package the record's key
 * @param state how far it has come
 * @param change the commit that is or was on its way to the branch, or null where there is none yet
 * @param pushedCommit the commit that the remote took last, or null
 * @param forge as the forge has it, or null before it was opened
 * @param holdReason why it was not brought further for now, or null
 * @param updated when any of this last changed
 * @param closed when it was found closed, merged or superseded, or null
 */
public record PullRequestRecord(
        Bump bump,
        String branch,
        State state,
        @Nullable Change change,
        @Nullable String pushedCommit,
        @Nullable ForgeEntry forge,
        @Nullable String holdReason,
        Instant updated,
        @Nullable Instant closed) {

    /** How far a pull request has come. */
    public enum State {
        /** it is to be, or its commit is made; that may or may not be on the remote */
        PREPARED,
        /** the commit is on the remote; the pull request may or may not be open */
        PUSHED,
        OPEN,
        /** a person did not want it */
        CLOSED,
        MERGED,
        /** another one has taken its place, or the package has come there without it */
        SUPERSEDED;

        /** Whether it is still to be looked after: something of it may be on the remote. */
        public boolean isOpen() {
            return this == PREPARED || this == PUSHED || this == OPEN;
        }
    }

    /**
     * A package on its way to another version.
     *
     * @param packageName of the recipe
     * @param stream what tells its releases from those of other streams, as {@code 3.12}; empty where there is one alone
     * @param from the packaged version, as the caller writes it
     * @param to the version that it goes to, in the same form
     * @param family the same for pull requests of several packages that belong together, or null
     */
    public record Bump(
            String packageName,
            String stream,
            String from,
            String to,
            @Nullable String family) {}

    /**
     * A commit.
     *
     * @param base its parent
     * @param contentHash of what lies between the two
     */
    public record Change(String base, String commit, String contentHash) {}

    /**
     * A pull request on a forge.
     *
     * @param name the repository in words, as {@code github.com/owner/name}
     * @param number the forge's name for it within the repository
     * @param url for people
     * @param draft whether a person must look before it may be merged
     * @param bodyHash of the text that it was given last
     * @param opened when it was opened
     * @param inputsHash of what its commit and its text were made from last, or null where that is not known
     */
    public record ForgeEntry(
            String name,
            String number,
            String url,
            boolean draft,
            String bodyHash,
            Instant opened,
            @Nullable String inputsHash) {

        /** The same, made anew from this. */
        public ForgeEntry madeFrom(String inputs) {
            return new ForgeEntry(name, number, url, draft, bodyHash, opened, inputs);
        }
    }

    /** The first time that a branch is of use. */
    public static PullRequestRecord first(Bump bump, String branch, Instant now) {
        return new PullRequestRecord(bump, branch, State.PREPARED, null, null, null, null, now, null);
    }

    /**
     * To be written before the commit is pushed. Whether the one before it had been pushed must be known by then: see
     * {@link #seen}.
     */
    public PullRequestRecord prepared(Bump next, Change commit, Instant now) {
        return new PullRequestRecord(next, branch, State.PREPARED, commit, pushedCommit, forge, null, now, null);
    }

    /** After a kill: where the remote's branch is at the commit that was on its way, it had arrived. */
    public PullRequestRecord seen(String head, Instant now) {
        boolean arrived = state == State.PREPARED && change != null && head.equals(change.commit());
        return arrived ? pushed(head, now) : this;
    }

    /** The branch is at this commit, by our own doing. */
    public PullRequestRecord pushed(String head, Instant now) {
        return new PullRequestRecord(bump, branch, State.PUSHED, change, head, forge, holdReason, now, closed);
    }

    /** The forge has opened it, or has it as it is to be. */
    public PullRequestRecord opened(ForgeEntry entry, Instant now) {
        return new PullRequestRecord(bump, branch, State.OPEN, change, pushedCommit, entry, null, now, null);
    }

    /** It goes no further for now. */
    public PullRequestRecord held(String reason, Instant now) {
        return new PullRequestRecord(bump, branch, state, change, pushedCommit, forge, reason, now, closed);
    }

    /** It has come to its end, in a state that is not open. */
    public PullRequestRecord ended(State end, Instant now) {
        if (end.isOpen()) {
            throw new IllegalArgumentException(end + " is no end");
        }
        return new PullRequestRecord(bump, branch, end, change, pushedCommit, forge, holdReason, now, now);
    }
}
