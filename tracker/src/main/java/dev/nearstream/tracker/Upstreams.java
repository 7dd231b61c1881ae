package dev.nearstream.tracker;

import dev.nearstream.archive.ArchiveMirror;
import dev.nearstream.archive.ArchiveSource;
import dev.nearstream.archive.Archives;
import dev.nearstream.release.ReleaseSources;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.upstream.UpstreamException;
import dev.nearstream.upstream.UpstreamUrl;

/** Where upstream repositories and archives come from. Safe for several threads. */
@FunctionalInterface
public interface Upstreams {

    /**
     * The repository of a URL that a recipe declares; the same one for all who ask in a run. The caller does not close it.
     *
     * @throws UpstreamException where the URL is of a kind that is never read
     */
    Mirror open(String declaredUrl) throws UpstreamException;

    /**
     * The files of an archive that a recipe fetches.
     *
     * @throws UpstreamException as {@link Archives#open}; of kind REFUSED where no archives are read at all
     */
    default ArchiveMirror archive(ArchiveSource source) throws UpstreamException {
        throw new UpstreamException(
                UpstreamException.Kind.REFUSED,
                UpstreamUrl.withoutUser(source.url()),
                null,
                UpstreamUrl.withoutUser(source.url()) + ": archives are not read here",
                null);
    }

    /** Where releases are listed; git alone, where nothing else is said. */
    default ReleaseSources releases() {
        return ReleaseSources.gitAlone(this::open);
    }

    /** Those of a run that asks no servers of lists. */
    static Upstreams of(Mirrors mirrors, Archives archives) {
        return of(mirrors, archives, ReleaseSources.gitAlone(mirrors::open));
    }

    /** Those of a run. */
    static Upstreams of(Mirrors mirrors, Archives archives, ReleaseSources releases) {
        return new Upstreams() {
            @Override
            public ReleaseSources releases() {
                return releases;
            }

            @Override
            public Mirror open(String declaredUrl) throws UpstreamException {
                return mirrors.open(declaredUrl);
            }

            @Override
            public ArchiveMirror archive(ArchiveSource source) throws UpstreamException {
                return archives.open(source);
            }
        };
    }
}
