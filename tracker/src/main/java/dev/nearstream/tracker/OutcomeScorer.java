package dev.nearstream.tracker;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.delta.Verdict;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives an outcome what changes from day to day though nothing has moved: ages, and the score. Thread-safe. */
final class OutcomeScorer {
    private final Scoring scoring;
    private final Past past;
    private final Instant now;
    private final LocalDate today;

    OutcomeScorer(Scoring scoring, Past past, Instant now) {
        this.scoring = scoring;
        this.past = past;
        this.now = now;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /**
     * The outcome as of today.
     *
     * @param deltas as the recipe declares them today
     * @param last the outcome before, which knows since when a delta is avoidable
     */
    Outcome.Tracked score(
            Outcome.Tracked outcome, RecipeDeltas deltas, Optional<Outcome.Tracked> last, String fingerprint) {
        Map<String, LocalDate> avoidable = new HashMap<>();
        last.ifPresent(before -> before.deltas().forEach(delta -> {
            if (delta.avoidableSince() != null) {
                avoidable.put(delta.id(), delta.avoidableSince());
            }
        }));
        Map<String, LocalDate> carried = new HashMap<>();
        deltas.deltas().forEach(delta -> {
            if (delta instanceof Delta.PatchFile patch) {
                past.carriedSince(patch.path())
                        .ifPresent(date -> carried.put(delta.facts().id(), date));
            }
        });
        var dated = outcome.deltas().stream()
                .map(delta -> dated(
                        delta,
                        carried.getOrDefault(delta.id(), delta.carriedSince()),
                        avoidable.getOrDefault(delta.id(), today)))
                .toList();
        String whyNone = Scoring.whyNone(outcome.lag(), dated).orElse(null);
        return new Outcome.Tracked(
                outcome.packageName(),
                outcome.recipe(),
                outcome.version(),
                outcome.epoch(),
                outcome.upstream(),
                outcome.lag(),
                dated,
                outcome.problems(),
                outcome.findings(),
                fingerprint,
                whyNone == null ? scoring.score(outcome.lag(), dated, outcome.problems(), now) : null,
                whyNone);
    }

    private static AssessedDelta dated(AssessedDelta delta, @Nullable LocalDate carried, LocalDate avoidable) {
        boolean isAvoidable = delta.now() instanceof Verdict.Upstream || delta.atLatest() instanceof Verdict.Upstream;
        return new AssessedDelta(
                delta.kind(),
                delta.id(),
                delta.where(),
                delta.files(),
                delta.addedLines(),
                delta.removedLines(),
                delta.purpose(),
                delta.declaredStatus(),
                delta.contentHash(),
                carried,
                delta.now(),
                delta.atLatest(),
                delta.notAssessed(),
                isAvoidable ? avoidable : null);
    }
}
