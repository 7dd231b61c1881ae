package dev.nearstream.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Which owners were told of which run by mail. What is written is on the disk before the method returns. Owners that
 * differ in capitals alone are one. Reading needs no lock; writing needs the writer's. Every method throws
 * {@link StoreException} where the database fails.
 */
public interface DigestMails {

    /** Whether the owner need not be told of the run again: a server has taken the mail, or there was nothing to tell. */
    boolean told(String run, String owner);

    /** The newest run of the same recipes and selection before this one of which that holds, and that was not forgotten. */
    Optional<Run> lastTold(Run run, String owner);

    /** A server has taken the owner's mail. */
    void sent(String run, String owner, Instant when);

    /** There was nothing to tell the owner. */
    void nothing(String run, String owner);
}
