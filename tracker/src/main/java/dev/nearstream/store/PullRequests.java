package dev.nearstream.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The pull requests of all nights. What is written is on the disk before {@link #write} returns: a kill after a step with
 * the forge finds that step here. Reading needs no lock; writing needs the writer's. Safe for several threads. Every
 * method throws {@link StoreException} where the database fails.
 */
public interface PullRequests {

    /** Writes it, or overwrites that of the same package and branch. */
    void write(PullRequestRecord record);

    /** Of a package and a branch, in whatever state. */
    Optional<PullRequestRecord> find(String packageName, String branch);

    /** All of a branch: more than one where several packages share it, sorted by package. */
    List<PullRequestRecord> ofBranch(String branch);

    /** Of a package, those that are {@linkplain PullRequestRecord.State#isOpen() open}, the newest first. */
    List<PullRequestRecord> open(String packageName);

    /** All that are open, sorted by package, then branch. */
    List<PullRequestRecord> open();

    /** The one to this version that was closed last without having been merged: nobody wants to see it again. */
    Optional<PullRequestRecord> lastClosed(String packageName, String version);

    /** What has become of any of them since, in the order in which it was seen. It stays known when a branch is used again. */
    List<PullRequestEvent> since(Instant when);

    /** How many the forge has opened since, whatever became of them. */
    int openedSince(Instant when);
}
