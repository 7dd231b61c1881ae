package dev.nearstream.bump.branch;

import java.util.Optional;

/** What became of a push. In every case the remote's branch is one commit or another, and nothing is half done. */
public sealed interface PushOutcome {

    /**
     * The remote has taken it.
     *
     * @param head the commit that the branch names now
     * @param replaced the one that it named before; empty where there was no such branch
     */
    record Pushed(String head, Optional<String> replaced) implements PushOutcome {}

    /**
     * Nothing was pushed: the branch has the same content.
     *
     * @param head the commit that it names, which need not be the one that was to be pushed
     */
    record UpToDate(String head) implements PushOutcome {}

    /** Nothing was pushed, and the branch is as it was. */
    record Refused(Cause cause, String reason) implements PushOutcome {

        /** Who would not. */
        public enum Cause {
            /** we: the branch is not as we left it, and its commits are somebody's work */
            SOMEBODY_ELSE,
            /** the server: its rules for branches, a hook */
            SERVER
        }
    }
}
