package dev.nearstream.delta;

import dev.nearstream.patch.UnreadableFileException;

/** Holds the deltas of one kind, or of some, against a workspace. Safe for several threads. */
public interface Assessor {

    /** Whether deltas like this one are its business. */
    boolean takes(Delta delta);

    /**
     * The delta against the workspace's files as the checkouts leave them, before any step has run.
     *
     * @throws UnreadableFileException where a file that decides cannot be read
     */
    Assessment assess(Delta delta, WorkspaceFiles workspace);
}
