package dev.nearstream.upstream;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One upstream repository: a bare repository under the state directory, or a local repository read in place. Refs come
 * first and alone; objects are fetched only when a tree or a date is asked for. Safe for several threads of one
 * process; a second process is kept out by a lock.
 */
public interface Mirror extends AutoCloseable {

    /** The URL as declared, without user information. */
    String url();

    /** The refs as they are now, asked once in a run; offline, as they were at the last fetch. */
    Refs refs() throws UpstreamException;

    /**
     * The tree of a commit, fetched at depth 1 where the mirror has not got it.
     *
     * @param revision a full hash, {@code refs/tags/X}, {@code refs/heads/X}, or a tag's or branch's plain name
     */
    SourceTree tree(String revision) throws UpstreamException;

    /**
     * The tagger's date, else the committer's, for as many of the tags as can be known.
     *
     * @param tags by name; those that cannot be dated are absent from the answer. One called {@code refs/heads/X} is a
     *     branch's head
     */
    Map<String, Instant> dates(Collection<Tag> tags) throws UpstreamException;

    /** What an annotated tag says, without its signature, where the tag is there; nothing is fetched for it. */
    default Optional<String> message(Tag tag) throws UpstreamException {
        return Optional.empty();
    }

    /**
     * The history between two revisions, to be walked. A mirror of single commits fetches it, once in a run and only
     * where it has not got it; where that fails, or offline, the history is one of which nothing is known, and says why.
     *
     * @param from the older revision, as in {@link #tree}; a package's own
     * @param to the newer revision
     */
    History history(String from, String to);

    /** Fetches commits that {@link #commit} will be asked for, together where they are many. */
    void fetchCommits(Collection<String> hashes);

    /**
     * A commit and its first parent, fetched where the mirror has not got them.
     *
     * @param hash its hash, in full or as much as is unique among what is there
     * @param branch the branch that it is said to be on, or a pull request's ref as {@code pull/165/head}; or null
     */
    SourceCommit commit(String hash, @Nullable String branch) throws UpstreamException;

    @Override
    void close();
}
