package dev.nearstream.upstream;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An upstream's commits and how they hang together, as far as they are there. What lies before a cut (a shallow
 * repository, a missing object, a bound on the commits that are looked at) is unknown, and is said to be; nothing here
 * fails because history is short. Revisions are named as in {@link Mirror#tree}. Not safe for several threads.
 */
public interface History extends AutoCloseable {

    /**
     * The commits that {@code to} contains and {@code from} does not, and that touch one of the paths. Both sides of
     * merges are followed; a merge itself counts where it differs from each of its parents.
     *
     * @param paths files or directories, as they are called in the commits looked for; all commits where there are none
     * @param atMost the newest so many
     */
    Changes between(String from, String to, Collection<String> paths, int atMost);

    /** Whether the revision is the commit or comes after it. A commit that is not there is {@code UNKNOWN}. */
    Containment contains(String revision, String commit);

    /**
     * The first of the releases that contains the commit; one walk, whatever their number.
     *
     * @param candidates in the order of their versions: the first that contains it is the answer, not the oldest
     */
    FirstRelease firstRelease(String commit, List<Tag> candidates);

    /** How far one revision is ahead of another, and behind it. */
    Divergence divergence(String one, String other);

    /**
     * Where a commit came into a revision: the oldest commit of its line of first parents that contains it; the commit
     * itself where it lies on that line. Empty where that is not known, or the revision does not contain it.
     */
    Optional<Change> arrival(String revision, String commit);

    /** A commit by its hash; empty where it is not there. */
    Optional<Change> change(String commit);

    /**
     * A file as it was before the commit, in its first parent; empty where there was none.
     *
     * @throws UpstreamException of kind MISSING_OBJECT where history is cut before the commit, or lacks the file
     */
    Optional<byte[]> before(Change change, String path) throws UpstreamException;

    /** A file as the commit leaves it; empty where there is none. */
    Optional<byte[]> after(Change change, String path) throws UpstreamException;

    /**
     * What the commit renames a file to: the new path of a file that its first parent has and it has no more, by git's
     * measure of likeness; empty where it is still there, or is gone.
     */
    Optional<String> renamed(Change change, String path) throws UpstreamException;

    /** The files of a commit that is there. Close it. */
    SourceTree tree(String commit) throws UpstreamException;

    /** One of which nothing is known. */
    static History unknown(String url, String reason) {
        return new UnknownHistory(url, reason);
    }

    @Override
    void close();
}
