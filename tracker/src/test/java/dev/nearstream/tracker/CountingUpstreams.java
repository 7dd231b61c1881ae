package dev.nearstream.tracker;

import dev.nearstream.archive.ArchiveMirror;
import dev.nearstream.archive.ArchiveSource;
import dev.nearstream.release.ReleaseSources;
import dev.nearstream.upstream.History;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.Refs;
import dev.nearstream.upstream.SourceCommit;
import dev.nearstream.upstream.SourceTree;
import dev.nearstream.upstream.Tag;
import dev.nearstream.upstream.UpstreamException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Upstreams that remember which trees were asked for, and which URLs. */
final class CountingUpstreams implements Upstreams {
    private final Upstreams upstreams;
    private final List<String> trees = new CopyOnWriteArrayList<>();
    private final List<String> urls = new CopyOnWriteArrayList<>();
    private final List<String> archives = new CopyOnWriteArrayList<>();

    CountingUpstreams(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    /** The revisions whose trees were opened. */
    List<String> trees() {
        return trees;
    }

    /** What was opened, as often as it was. */
    List<String> urls() {
        return urls;
    }

    /** The archives that were asked for, by their URLs. */
    List<String> archives() {
        return archives;
    }

    @Override
    public ReleaseSources releases() {
        return upstreams.releases();
    }

    @Override
    public ArchiveMirror archive(ArchiveSource source) throws UpstreamException {
        archives.add(source.url());
        return upstreams.archive(source);
    }

    @Override
    public Mirror open(String declaredUrl) throws UpstreamException {
        urls.add(declaredUrl);
        Mirror mirror = upstreams.open(declaredUrl);
        return new Mirror() {
            @Override
            public String url() {
                return mirror.url();
            }

            @Override
            public Refs refs() throws UpstreamException {
                return mirror.refs();
            }

            @Override
            public SourceTree tree(String revision) throws UpstreamException {
                trees.add(revision);
                return mirror.tree(revision);
            }

            @Override
            public Map<String, Instant> dates(Collection<Tag> tags) throws UpstreamException {
                return mirror.dates(tags);
            }

            @Override
            public History history(String from, String to) {
                return mirror.history(from, to);
            }

            @Override
            public void fetchCommits(Collection<String> hashes) {
                mirror.fetchCommits(hashes);
            }

            @Override
            public SourceCommit commit(String hash, @Nullable String branch) throws UpstreamException {
                return mirror.commit(hash, branch);
            }

            @Override
            public void close() {
                mirror.close();
            }
        };
    }
}
