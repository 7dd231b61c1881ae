package dev.nearstream.archive;

import dev.nearstream.upstream.History;
import dev.nearstream.upstream.LocalRepositories;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.Refs;
import dev.nearstream.upstream.SourceCommit;
import dev.nearstream.upstream.SourceTree;
import dev.nearstream.upstream.Tag;
import dev.nearstream.upstream.UpstreamException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An archive as an upstream of one commit and no refs.
 *
 * @param url as declared, without user information
 * @param repository of this machine
 * @param commit the same for equal trees
 */
public record ArchiveMirror(String url, Path repository, String commit) implements Mirror {

    @Override
    public Refs refs() {
        return new Refs(Map.of(), Map.of(), null, "");
    }

    @Override
    public SourceTree tree(String revision) throws UpstreamException {
        return LocalRepositories.tree(repository, url, revision);
    }

    @Override
    public Map<String, Instant> dates(Collection<Tag> tags) {
        return Map.of();
    }

    @Override
    public History history(String from, String to) {
        return History.unknown(url, "an archive has no history");
    }

    @Override
    public void fetchCommits(Collection<String> hashes) {
        // It has none but its own.
    }

    @Override
    public SourceCommit commit(String hash, @Nullable String branch) throws UpstreamException {
        throw new UpstreamException(
                UpstreamException.Kind.NO_REF, url, hash, url + " is an archive, and has no commit " + hash, null);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
