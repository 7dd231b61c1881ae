package dev.nearstream.tracker;

import dev.nearstream.delta.Claim;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.recipe.Checkout;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.release.Listing;
import dev.nearstream.release.RecipeReleases;
import dev.nearstream.release.ReleaseStanding;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Lag;
import dev.nearstream.store.Outcome;
import dev.nearstream.task.Task;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.Refs;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One package's way from its recipe to its outcome. Thread-safe. */
final class PackageTracker {
    private final Upstreams upstreams;
    private final DeltaTracker tracker;
    private final OutcomeScorer scorer;
    private final Past past;
    private final Instant now;
    private final @Nullable LocalDate asOf;
    private final Map<String, String> tagHashes = Fingerprint.memory();

    /** @param asOf a past day, whose releases and no later ones are looked at; null for today */
    PackageTracker(
            Upstreams upstreams,
            DeltaTracker tracker,
            OutcomeScorer scorer,
            Past past,
            Instant now,
            @Nullable LocalDate asOf) {
        this.upstreams = upstreams;
        this.tracker = tracker;
        this.scorer = scorer;
        this.past = past;
        this.now = now;
        this.asOf = asOf;
    }

    /** Never throws: what goes wrong is the outcome. */
    Outcome track(RecipeDeltas deltas) {
        Recipe recipe = deltas.recipe();
        try {
            return assess(recipe, deltas);
        } catch (UpstreamException e) {
            return failed(recipe, "upstream", e);
        } catch (IOException e) {
            return failed(recipe, "recipe", e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // What is too large or too deep for one package is no reason to leave the others.
            return failed(recipe, "internal", e);
        }
    }

    private static Outcome failed(Recipe recipe, String stage, Throwable e) {
        String message = e.getMessage() == null || stage.equals("internal") ? e.toString() : e.getMessage();
        return new Outcome.Failed(recipe.name().value(), recipe.file(), stage, message.replaceAll("\\s*\\R\\s*", " "));
    }

    private Outcome assess(Recipe recipe, RecipeDeltas deltas) throws UpstreamException, IOException {
        Task.at("upstream", "reading what its upstreams have");
        RecipeReleases releases = new RecipeReleases(recipe, upstreams.releases());
        Optional<String> none = releases.whyNone();
        if (none.isPresent() && deltas.deltas().isEmpty() && deltas.unused().isEmpty()) {
            return new Outcome.Skipped(recipe.name().value(), recipe.file(), none.get());
        }
        Listing listing = releases.list();
        Mirror mirror = listing.mirror();
        if (asOf != null) {
            return found(recipe, deltas, releases, listing, List.of(), Optional.empty(), "");
        }
        Fingerprint of = new Fingerprint(recipe, deltas);
        of.add(listing);
        if (mirror != null) {
            of.add(mirror.url(), mirror.refs(), tagHashes);
        }
        List<String> moved = deltas.deltas().isEmpty() ? moved(recipe, mirror) : checkouts(recipe, deltas, of);
        tracker.beside(deltas).forEach(of::addFile);
        String fingerprint = of.value();
        Optional<Outcome.Tracked> last = past.lastTracked(recipe.name().value());
        Optional<Outcome.Tracked> same =
                last.filter(outcome -> outcome.fingerprint().equals(fingerprint));
        if (same.isPresent()) {
            return scorer.score(same.get(), deltas, last, fingerprint);
        }
        return found(recipe, deltas, releases, listing, moved, last, fingerprint);
    }

    private Outcome.Tracked found(
            Recipe recipe,
            RecipeDeltas deltas,
            RecipeReleases releases,
            Listing listing,
            List<String> moved,
            Optional<Outcome.Tracked> last,
            String fingerprint)
            throws UpstreamException, IOException {
        Mirror mirror = listing.mirror();
        ReleaseStanding standing = releases.standing(listing, asOf, now);
        Lag lag = Lags.of(recipe, standing);
        DeltaFindings findings = tracker.assess(
                deltas, standing.target().orElse(null), releases.repository().orElse(""), releases.inOrder(listing));
        List<String> told = new ArrayList<>(moved);
        told.addAll(standing.findings());
        told.addAll(findings.findings());
        List<AssessedDelta> assessed =
                deltas.deltas().stream().map(findings::of).toList();
        told.addAll(claims(assessed, recipe.version().value(), lag));
        told.addAll(EpochReason.findings(recipe));
        List<RecipeProblem> problems = new ArrayList<>(recipe.problems());
        problems.addAll(deltas.problems());
        Outcome.Tracked outcome = new Outcome.Tracked(
                recipe.name().value(),
                recipe.file(),
                recipe.version().value(),
                recipe.epoch().value(),
                mirror == null ? null : mirror.url(),
                lag,
                assessed,
                problems,
                told,
                fingerprint,
                null,
                null);
        // What failed for a passing reason is looked at again the next night, though nothing has moved.
        return scorer.score(outcome, deltas, last, mayPass(findings, releases.whyNone(), listing) ? "" : fingerprint);
    }

    private static boolean mayPass(DeltaFindings findings, Optional<String> none, Listing listing) {
        return findings.mayPass() || (none.isEmpty() && listing.failure() != null);
    }

    /** The tags that have moved in the repository whose refs are known anyway. */
    private static List<String> moved(Recipe recipe, @Nullable Mirror mirror) throws UpstreamException {
        if (mirror == null) {
            return List.of();
        }
        List<String> moved = new ArrayList<>();
        for (Checkout checkout : recipe.checkouts()) {
            if (Sources.sameRepository(checkout, mirror.url())) {
                Revisions.moved(checkout, mirror.refs()).ifPresent(moved::add);
            }
        }
        return moved;
    }

    /** Adds the commits that the checkouts mean to the fingerprint; answers the tags that have moved. */
    private List<String> checkouts(Recipe recipe, RecipeDeltas deltas, Fingerprint of) {
        List<String> moved = new ArrayList<>();
        for (Checkout checkout : recipe.checkouts()) {
            try {
                Refs refs = upstreams.open(checkout.repository().value()).refs();
                of.add(checkout, refs);
                if (!deltas.patches().isEmpty()) {
                    of.addHead(refs);
                }
                Revisions.moved(checkout, refs).ifPresent(moved::add);
            } catch (UpstreamException e) {
                // Said where a patch needs the checkout: nothing is known of its refs here.
                of.unknown(checkout);
            }
        }
        return moved;
    }

    /** Where a patch's header claims what is not so. */
    private static List<String> claims(List<AssessedDelta> deltas, String version, Lag lag) {
        List<String> claims = new ArrayList<>();
        for (AssessedDelta delta : deltas) {
            Claim.of(delta.declaredStatus())
                    .flatMap(claim -> claim.against(delta.now(), delta.atLatest(), version, lag.newestVersion()))
                    .ifPresent(line -> claims.add(delta.id() + " " + line));
        }
        return claims;
    }
}
