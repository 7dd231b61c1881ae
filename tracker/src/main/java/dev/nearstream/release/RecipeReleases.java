package dev.nearstream.release;

import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.UpdateRules;
import dev.nearstream.recipe.Version;
import dev.nearstream.release.VersionSelector.Admitted;
import dev.nearstream.release.VersionSelector.Selection;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.Refs;
import dev.nearstream.upstream.Tag;
import dev.nearstream.upstream.UpstreamException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The releases of one recipe's upstream, as its update rules admit them. */
public final class RecipeReleases {
    private final Recipe recipe;
    private final ReleaseSources sources;

    public RecipeReleases(Recipe recipe, ReleaseSources sources) {
        this.recipe = recipe;
        this.sources = sources;
    }

    /** The URL of the repository that a release is built from; empty where the recipe names none. */
    public Optional<String> repository() {
        return ReleaseRepository.of(recipe);
    }

    /** Why the recipe's releases are listed nowhere, or empty. */
    public Optional<String> whyNone() {
        return ReleaseRepository.whyNone(recipe);
    }

    /**
     * All that the recipe's source lists now. A source that answers wrongly gives a listing that says so.
     *
     * @throws UpstreamException where the repository cannot be read
     */
    public Listing list() throws UpstreamException {
        Listing listing = listed();
        List<String> findings = new ArrayList<>(listing.findings());
        EndOfLife.said(recipe).ifPresent(findings::add);
        return listing.with(listing.candidates(), findings);
    }

    private Listing listed() throws UpstreamException {
        Optional<String> none = whyNone();
        if (none.isPresent()) {
            return Listing.none(none.get());
        }
        try {
            return readable(sources.of(recipe).list());
        } catch (UpstreamException e) {
            boolean isGone = e.kind() == UpstreamException.Kind.NOT_FOUND || e.kind() == UpstreamException.Kind.DENIED;
            if (isGone && isBuiltFromAnother()) {
                return Listing.failed(Listing.Kind.TAGS, null, e.getMessage() + "; correct update.github.identifier");
            }
            throw e;
        }
    }

    /** The tags of a repository, for a recipe that names no source. */
    public Listing tags(Mirror mirror) throws UpstreamException {
        return new TagSource(mirror).list();
    }

    /** Where the versions come from a list of their own, a repository that cannot be read costs the tags alone. */
    private static Listing readable(Listing listing) {
        Mirror mirror = listing.mirror();
        if (mirror == null || !listing.kind().isApart()) {
            return listing;
        }
        try {
            mirror.refs();
            return listing;
        } catch (UpstreamException e) {
            List<String> findings = new ArrayList<>(listing.findings());
            if (e.kind() != UpstreamException.Kind.OFFLINE) {
                findings.add(String.valueOf(e.getMessage()));
            }
            return new Listing(listing.kind(), listing.candidates(), null, findings, listing.failure());
        }
    }

    /** Whether no checkout is of the repository that the identifier names. */
    private boolean isBuiltFromAnother() {
        String listed = plain(repository().orElse(""));
        return recipe.checkouts().stream()
                .noneMatch(checkout -> plain(checkout.repository().value()).equals(listed));
    }

    private static String plain(String url) {
        String plain = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        return plain.endsWith(".git") ? plain.substring(0, plain.length() - 4) : plain;
    }

    /**
     * Where the packaged version lies.
     *
     * @param asOf looks at what is dated up to the end of that day (UTC) alone; or null
     * @param now for the days behind
     */
    public ReleaseStanding standing(Listing listing, @Nullable LocalDate asOf, Instant now) throws UpstreamException {
        Version current = Version.parse(recipe.version().value()).orElse(null);
        UpdateRules.Source source = recipe.update().source();
        if (source == null || listing.candidates().isEmpty()) {
            String why = listing.failure() != null
                    ? listing.failure()
                    : "upstream has no " + listing.kind().thing() + "s";
            return ReleaseStanding.unknown(current, listing.kind().label(), why, listing.findings());
        }
        VersionSelector selector = new VersionSelector(recipe.update(), source);
        Selection selection = selector.select(listing);
        List<Admitted> admitted = tagged(selection.admitted(), listing.mirror());
        List<String> findings = new ArrayList<>(listing.findings());
        findings.addAll(selection.findings());
        if (asOf == null) {
            NewerStream.finding(recipe, selector, listing, admitted).ifPresent(findings::add);
        }
        return new Standings(listing, current).of(new Selection(admitted, selection.rejected(), findings), asOf, now);
    }

    /** Versions that a list names get the tags that the recipe would check out for them. */
    private List<Admitted> tagged(List<Admitted> admitted, @Nullable Mirror mirror) throws UpstreamException {
        if (mirror == null || admitted.stream().noneMatch(RecipeReleases::isUntagged)) {
            return admitted;
        }
        Refs refs = mirror.refs();
        return admitted.stream()
                .map(of -> isUntagged(of)
                        ? TagNames.find(recipe, of.version(), refs)
                                .map(tag -> new Admitted(of.candidate().at(tag), of.version()))
                                .orElse(of)
                        : of)
                .toList();
    }

    private static boolean isUntagged(Admitted of) {
        return of.candidate().tag() == null && of.candidate().commit() == null;
    }

    /**
     * The release of a version: the admitted one, else the tag that the recipe would check out for it.
     *
     * @throws UpstreamException where the refs cannot be had
     */
    public Optional<Release> release(Listing listing, Version version) throws UpstreamException {
        UpdateRules.Source source = recipe.update().source();
        Optional<Release> admitted = source == null
                ? Optional.empty()
                : tagged(
                                new VersionSelector(recipe.update(), source)
                                        .select(listing)
                                        .admitted(),
                                listing.mirror())
                        .stream()
                        .filter(of -> of.version().compareTo(version) == 0)
                        .map(of -> Standings.release(of, of.candidate().date()))
                        .findFirst();
        Mirror mirror = listing.mirror();
        if (admitted.isPresent() || mirror == null) {
            return admitted;
        }
        return TagNames.find(recipe, version, mirror.refs()).map(tag -> new Release(tag, version, null));
    }

    /**
     * The tags that the update rules admit, in the order of their versions; none where the recipe names no source.
     *
     * @throws UpstreamException where the refs cannot be had
     */
    public List<Tag> inOrder(Listing listing) throws UpstreamException {
        UpdateRules.Source source = recipe.update().source();
        Mirror mirror = listing.mirror();
        if (source == null || mirror == null) {
            return List.of();
        }
        Listing tags = listing.kind() == Listing.Kind.BRANCH ? new TagSource(mirror).list() : listing;
        return tagged(new VersionSelector(recipe.update(), source).select(tags).admitted(), mirror).stream()
                .sorted(Comparator.comparing(Admitted::version))
                .flatMap(of -> Optional.ofNullable(of.candidate().tag()).stream())
                .toList();
    }
}
