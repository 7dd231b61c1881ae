package dev.nearstream.tracker;

import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.Version;
import dev.nearstream.release.Listing;
import dev.nearstream.release.RecipeReleases;
import dev.nearstream.release.Release;
import dev.nearstream.upstream.Tag;
import dev.nearstream.upstream.UpstreamException;
import java.util.List;
import java.util.Optional;

/**
 * The release that a bump goes to.
 *
 * @param repository the URL that it is built from; empty where there is none
 * @param inOrder the tags of all admitted releases, by version
 */
record TargetRelease(Release release, String repository, List<Tag> inOrder) {

    /**
     * That of a version; empty where upstream has none.
     *
     * @throws UpstreamException where upstream's refs cannot be had
     */
    static Optional<TargetRelease> of(Recipe recipe, Version version, Upstreams upstreams) throws UpstreamException {
        RecipeReleases releases = new RecipeReleases(recipe, upstreams.releases());
        Optional<String> repository = releases.repository()
                .or(() -> recipe.checkouts().stream()
                        .map(checkout -> checkout.repository().value())
                        .findFirst());
        // A recipe that names no source of releases has tags all the same.
        Listing listing = releases.whyNone().isPresent() && repository.isPresent()
                ? releases.tags(upstreams.open(repository.get()))
                : releases.list();
        Optional<Release> found = releases.release(listing, version);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new TargetRelease(found.get(), repository.orElse(""), releases.inOrder(listing)));
    }
}
