package dev.nearstream.tracker;

import dev.nearstream.archive.ArchiveSource;
import dev.nearstream.recipe.Checkout;
import dev.nearstream.recipe.Fetch;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.Source;
import dev.nearstream.upstream.UpstreamException;
import dev.nearstream.upstream.UpstreamUrl;
import java.util.List;

/** Which archive a fetch means: at the packaged version, and at a release. */
final class Fetches {
    private Fetches() {}

    /** @throws UpstreamException of kind REFUSED where the recipe does not say it in full */
    static ArchiveSource packaged(Fetch fetch) throws UpstreamException {
        String url = fetch.uri().value();
        if (url.contains("${{")) {
            throw refused(url, "the URL has variables in it that only the build knows");
        }
        try {
            return ArchiveSource.of(fetch);
        } catch (IllegalArgumentException e) {
            throw refused(url, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The archive of the URL that the recipe would make for a version: nobody knows its sum. A URL that stays the same
     * is that of the same archive where another source follows the version, and says nothing of the release where none
     * does.
     *
     * @throws UpstreamException of kind REFUSED where the URL does not follow the version, but should
     */
    static ArchiveSource atVersion(Recipe recipe, Fetch fetch, String version) throws UpstreamException {
        ArchiveSource packaged = packaged(fetch);
        String url = url(recipe, fetch, version);
        if (url.contains("${{")) {
            throw refused(packaged.url(), "the URL for " + version + " cannot be made of the recipe's");
        }
        if (!url.equals(packaged.url())) {
            return new ArchiveSource(url, List.of(), packaged.strip());
        }
        boolean namesVersion = url.contains(recipe.version().value());
        boolean isBeside =
                recipe.sources().stream().anyMatch(other -> !other.equals(fetch) && follows(recipe, other, version));
        if (namesVersion || !isBeside) {
            throw refused(
                    url, "the URL does not follow the version, so that the archive of " + version + " is not known");
        }
        return packaged;
    }

    private static boolean follows(Recipe recipe, Source source, String version) {
        if (source instanceof Checkout checkout) {
            return Revisions.followsVersion(recipe, checkout);
        }
        return source instanceof Fetch fetch
                && fetch.extract()
                && !url(recipe, fetch, version).equals(fetch.uri().value().strip());
    }

    private static String url(Recipe recipe, Fetch fetch, String version) {
        return recipe.variablesAt(version).substitute(fetch.uri().source()).strip();
    }

    private static UpstreamException refused(String url, String what) {
        String shown = UpstreamUrl.withoutUser(url);
        return new UpstreamException(UpstreamException.Kind.REFUSED, shown, null, shown + ": " + what, null);
    }
}
