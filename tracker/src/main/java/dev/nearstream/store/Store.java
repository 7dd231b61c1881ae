package dev.nearstream.store;

import dev.nearstream.delta.VerdictCache;
import dev.nearstream.trend.TrendStore;
import dev.nearstream.upstream.DateCache;
import java.util.List;

/**
 * The whole store: the runs, and the caches and the housekeeping beside them. Every method throws
 * {@link StoreException} where the database fails.
 */
public interface Store extends RunStore {

    /** Verdicts already reached, in any run. */
    VerdictCache verdicts();

    /** Dates of tags already read, in any run. */
    DateCache dates();

    /** What the forge was asked for. */
    PullRequests pullRequests();

    /** The issues about bumps that a person must look at. */
    ConflictIssues conflictIssues();

    /** What patches say. Written under the writer's lock. */
    DeltaTexts texts();

    /** Which owners were told of which run by mail. */
    DigestMails digestMails();

    /** What recipe trees carried in the past. Written under the writer's lock. */
    TrendStore trend();

    /**
     * Takes the writer's lock for something that is no run; {@link #close} gives it back. Nothing happens where this store
     * has it already.
     *
     * @param purpose said to whom it keeps waiting, as {@code pulls}
     * @throws StoreBusyException where another process is at a run on this store
     */
    void hold(String purpose) throws StoreBusyException;

    /**
     * Every finished run in numbers, oldest first, those that were forgotten too. What is left of a forgotten run was
     * counted under the policy of its time.
     */
    List<RunSum> sums();

    /**
     * Forgets what the retention does not keep: older finished runs (their sums stay), unfinished runs older than the
     * newest finished one of the same recipes and selection, and whatever nothing refers to any more.
     *
     * @throws StoreBusyException where another process is at a run on this store
     */
    Pruned prune(Retention retention) throws StoreBusyException;

    /** What it takes on the disk, in bytes. */
    long bytes();

    /** Where the store is, for messages: a file or a JDBC URL without its parameters; never a password. */
    String location();
}
