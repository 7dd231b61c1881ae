package dev.nearstream.tracker;

import dev.nearstream.archive.ArchiveMirror;
import dev.nearstream.archive.ArchiveSource;
import dev.nearstream.recipe.Checkout;
import dev.nearstream.recipe.Fetch;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.Source;
import dev.nearstream.release.Release;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.Refs;
import dev.nearstream.upstream.UpstreamException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The checkouts and archives of a recipe as mounts of the workspace, at the packaged version or at a release.
 *
 * @param mounts of those that could be resolved, in the order of their steps
 * @param missing why the others could not, by their directory ({@code ""} for the workspace's root)
 * @param passing whether what is missing may be there another night
 * @param packaged whether it is the packaged version
 */
record Sources(List<Mount> mounts, Map<String, String> missing, boolean passing, boolean packaged) {

    /**
     * Where the packaged version is built from.
     *
     * @param subpackage whose steps see it, or empty for the main pipeline
     */
    static Sources packaged(Recipe recipe, String subpackage, Upstreams upstreams) {
        return resolve(recipe, subpackage, upstreams, Which.PACKAGED, null, "");
    }

    /**
     * Where the release would be built from.
     *
     * @param repository the URL whose release it is
     */
    static Sources at(Recipe recipe, String subpackage, Upstreams upstreams, Release release, String repository) {
        return resolve(recipe, subpackage, upstreams, Which.RELEASE, release, repository);
    }

    /**
     * Where upstream's default branches would be built: an early warning.
     */
    static Sources atHead(Recipe recipe, String subpackage, Upstreams upstreams) {
        return resolve(recipe, subpackage, upstreams, Which.HEAD, null, "");
    }

    private enum Which {
        PACKAGED,
        RELEASE,
        HEAD
    }

    private static Sources resolve(
            Recipe recipe,
            String subpackage,
            Upstreams upstreams,
            Which which,
            @Nullable Release release,
            String repository) {
        List<Mount> mounts = new ArrayList<>();
        Map<String, String> missing = new HashMap<>();
        boolean passing = false;
        for (Source source : recipe.sources()) {
            String of = source.step().subpackage();
            if (!of.isEmpty() && !of.equals(subpackage)) {
                continue; // another subpackage's steps come after, or not at all
            }
            if (source instanceof Fetch fetch && !fetch.extract()) {
                continue; // a file of whatever kind, which a step of its own makes something of
            }
            String directory = source.directory().equals(".") ? "" : source.directory();
            try {
                if (source instanceof Fetch fetch) {
                    mounts.add(archive(recipe, fetch, directory, upstreams, release));
                    continue;
                }
                Checkout checkout = (Checkout) source;
                Mirror mirror = upstreams.open(checkout.repository().value());
                Refs refs = mirror.refs();
                Optional<Revision> packaged = Revisions.packaged(checkout, refs);
                Optional<Revision> revision = packaged;
                if (Revisions.followsVersion(recipe, checkout) && which == Which.HEAD) {
                    revision = Revisions.head(refs);
                } else if (Revisions.followsVersion(recipe, checkout) && release != null) {
                    revision =
                            Revisions.atRelease(recipe, checkout, refs, release, sameRepository(checkout, repository));
                }
                if (revision.isPresent()) {
                    mounts.add(new Mount(checkout, directory, mirror, revision.get(), checkout.recurseSubmodules()));
                } else {
                    missing.put(directory, "%s has no tag for %s".formatted(mirror.url(), what(recipe, release)));
                }
            } catch (UpstreamException e) {
                passing |= e.kind() != UpstreamException.Kind.REFUSED;
                missing.put(directory, String.valueOf(e.getMessage()));
            }
        }
        return new Sources(mounts, missing, passing, which == Which.PACKAGED);
    }

    private static Mount archive(
            Recipe recipe, Fetch fetch, String directory, Upstreams upstreams, @Nullable Release release)
            throws UpstreamException {
        ArchiveSource source = release == null
                ? Fetches.packaged(fetch)
                : Fetches.atVersion(recipe, fetch, release.version().text());
        ArchiveMirror archive = upstreams.archive(source);
        return new Mount(null, directory, archive, new Revision(archive.commit(), archive.commit()), false);
    }

    /** The mounts that a directory of the workspace sees: those that hold it and those below it. */
    List<Mount> seenFrom(String directory) {
        String from = directory.equals(".") ? "" : directory;
        return mounts.stream()
                .filter(mount ->
                        mount.holds(from) || from.isEmpty() || mount.directory().startsWith(from + "/"))
                .toList();
    }

    /** Why what a directory should see is missing, or empty. */
    Optional<String> missingIn(String directory) {
        String from = directory.equals(".") ? "" : directory;
        return missing.entrySet().stream()
                .filter(entry -> entry.getKey().isEmpty()
                        || from.equals(entry.getKey())
                        || from.startsWith(entry.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    void close() {
        mounts.forEach(Mount::close);
    }

    private static String what(Recipe recipe, @Nullable Release release) {
        return release == null
                ? "the packaged version " + recipe.version().value()
                : release.version().text();
    }

    /** Whether two URLs are of one repository; {@code .git} and a last slash make no difference. */
    static boolean sameRepository(Checkout checkout, String repository) {
        return plain(checkout.repository().value()).equals(plain(repository));
    }

    private static String plain(String url) {
        String plain = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        return plain.endsWith(".git") ? plain.substring(0, plain.length() - 4) : plain;
    }
}
