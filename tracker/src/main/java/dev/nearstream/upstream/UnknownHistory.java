package dev.nearstream.upstream;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** No history at all, for a reason. */
record UnknownHistory(String url, String reason) implements History {
    @Override
    public Changes between(String from, String to, Collection<String> paths, int atMost) {
        return Changes.none(reason);
    }

    @Override
    public Containment contains(String revision, String commit) {
        return Containment.unknown(reason);
    }

    @Override
    public FirstRelease firstRelease(String commit, List<Tag> candidates) {
        return FirstRelease.unknown(reason);
    }

    @Override
    public Divergence divergence(String one, String other) {
        return Divergence.unknown(reason);
    }

    @Override
    public Optional<Change> arrival(String revision, String commit) {
        return Optional.empty();
    }

    @Override
    public Optional<Change> change(String commit) {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> before(Change change, String path) throws UpstreamException {
        throw missing(change.commit());
    }

    @Override
    public Optional<byte[]> after(Change change, String path) throws UpstreamException {
        throw missing(change.commit());
    }

    @Override
    public Optional<String> renamed(Change change, String path) throws UpstreamException {
        throw missing(change.commit());
    }

    @Override
    public SourceTree tree(String commit) throws UpstreamException {
        throw missing(commit);
    }

    private UpstreamException missing(String commit) {
        return Problems.of(UpstreamException.Kind.MISSING_OBJECT, url, commit, reason, "", null);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
