package dev.nearstream.tracker;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.delta.Verdict;
import dev.nearstream.recipe.Checkout;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Lag;
import dev.nearstream.store.Outcome;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.Refs;
import dev.nearstream.upstream.Release;
import dev.nearstream.upstream.ReleaseStanding;
import dev.nearstream.upstream.TagReleases;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One package's way from its recipe to its outcome. Thread-safe. */
final class PackageTracker {
    private final Upstreams upstreams;
    private final PatchTracker patches;
    private final OutcomeScorer scorer;
    private final Past past;
    private final Instant now;
    private final Map<String, String> tagHashes = Fingerprint.memory();

    PackageTracker(Upstreams upstreams, PatchTracker patches, OutcomeScorer scorer, Past past, Instant now) {
        this.upstreams = upstreams;
        this.patches = patches;
        this.scorer = scorer;
        this.past = past;
        this.now = now;
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
        TagReleases releases = new TagReleases(recipe);
        Optional<String> repository = releases.repository();
        if (repository.isEmpty() && deltas.deltas().isEmpty() && deltas.unused().isEmpty()) {
            return new Outcome.Skipped(recipe.name().value(), recipe.file(), releases.whyNone());
        }
        Mirror mirror = repository.isEmpty() ? null : upstreams.open(repository.get());
        Fingerprint of = new Fingerprint(recipe, deltas);
        if (mirror != null) {
            of.add(mirror.url(), mirror.refs(), tagHashes);
        }
        List<Delta.PatchFile> series = deltas.patches();
        List<String> moved = series.isEmpty() ? List.of() : checkouts(recipe, of);
        String fingerprint = of.value();
        Optional<Outcome.Tracked> last = past.lastTracked(recipe.name().value());
        Optional<Outcome.Tracked> same =
                last.filter(outcome -> outcome.fingerprint().equals(fingerprint));
        if (same.isPresent()) {
            return scorer.score(same.get(), deltas, last, fingerprint);
        }
        ReleaseStanding standing = mirror == null ? null : releases.standing(mirror, null, now);
        Lag lag = standing == null ? Lags.unknown(recipe, releases.whyNone()) : Lags.of(recipe, standing);
        Release target = standing == null ? null : standing.target().orElse(null);
        PatchFindings findings = patches.assess(recipe, series, target, repository.orElse(""));
        List<String> told = new ArrayList<>(moved);
        if (standing != null) {
            told.addAll(standing.findings());
        }
        told.addAll(findings.findings());
        List<RecipeProblem> problems = new ArrayList<>(recipe.problems());
        problems.addAll(deltas.problems());
        Outcome.Tracked outcome = new Outcome.Tracked(
                recipe.name().value(),
                recipe.file(),
                recipe.version().value(),
                recipe.epoch().value(),
                mirror == null ? null : mirror.url(),
                lag,
                deltas.deltas().stream().map(delta -> assessed(delta, findings)).toList(),
                problems,
                told,
                fingerprint,
                null,
                null);
        // What failed for a passing reason is looked at again the next night, though nothing has moved.
        return scorer.score(outcome, deltas, last, findings.mayPass() ? "" : fingerprint);
    }

    /** Adds the commits that the checkouts mean to the fingerprint; answers the tags that have moved. */
    private List<String> checkouts(Recipe recipe, Fingerprint of) {
        List<String> moved = new ArrayList<>();
        for (Checkout checkout : recipe.checkouts()) {
            try {
                Refs refs = upstreams.open(checkout.repository().value()).refs();
                of.add(checkout, refs);
                Revisions.moved(checkout, refs).ifPresent(moved::add);
            } catch (UpstreamException e) {
                // Said where a patch needs the checkout: nothing is known of its refs here.
                of.unknown(checkout);
            }
        }
        return moved;
    }

    private static AssessedDelta assessed(Delta delta, PatchFindings findings) {
        Delta.Facts facts = delta.facts();
        boolean patch = delta instanceof Delta.PatchFile;
        Verdict now = findings.now(facts.id()).orElse(null);
        Verdict latest = findings.atLatest(facts.id()).orElse(null);
        String reason = findings.reason(facts.id()).orElse(null);
        if (!patch) {
            reason = "this kind is not held against upstream yet";
        } else if (reason == null
                && now != null
                && !(now instanceof Verdict.Applies)
                && !(now instanceof Verdict.Upstream)) {
            reason = now.problem() == null
                    ? "cannot reproduce the build's tree: it does not apply at its own version"
                    : now.problem();
        }
        return new AssessedDelta(
                facts.kind(),
                facts.id(),
                facts.where(),
                facts.size().files(),
                facts.size().addedLines(),
                facts.size().removedLines(),
                facts.purpose(),
                facts.declaredStatus(),
                delta instanceof Delta.PatchFile file ? file.contentHash() : null,
                null,
                now,
                latest,
                reason,
                null);
    }
}
