package dev.nearstream.tracker;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.DeltaAdvisories;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.delta.Verdict;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.release.Silence;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives an outcome what changes from day to day though nothing has moved: ages, what people say and decide, and the score.
 * Thread-safe.
 */
final class OutcomeScorer {
    private final RecipeFiles files;
    private final Scoring scoring;
    private final Past past;
    private final Instant now;
    private final LocalDate today;
    private final Duration silence;

    /**
     * A scorer of one day.
     *
     * @param files the recipes
     * @param silence after which an upstream that has not released is told of; zero for never
     */
    OutcomeScorer(RecipeFiles files, Scoring scoring, Past past, Instant now, Duration silence) {
        this.files = files;
        this.silence = silence;
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
        Map<String, LocalDate> avoidable = new HashMap<>(past.avoidableSince(deltas));
        last.map(OutcomeScorer::avoidable)
                .orElse(Map.of())
                .forEach((id, day) -> avoidable.merge(id, day, OutcomeScorer::earlier));
        Map<String, Delta> declared = new HashMap<>();
        deltas.deltas().forEach(delta -> declared.put(delta.facts().id(), delta));
        DeltaAdvisories advisories = new DeltaAdvisories(files);
        var dated = outcome.deltas().stream()
                .map(delta -> dated(delta, declared.get(delta.id()), deltas, avoidable, advisories))
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
                findings(outcome),
                fingerprint,
                whyNone == null ? scoring.score(outcome.lag(), dated, outcome.problems(), now) : null,
                whyNone);
    }

    private static Map<String, LocalDate> avoidable(Outcome.Tracked before) {
        Map<String, LocalDate> avoidable = new HashMap<>();
        before.deltas().forEach(delta -> {
            if (delta.avoidableSince() != null) {
                avoidable.put(delta.id(), delta.avoidableSince());
            }
        });
        return avoidable;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private List<String> findings(Outcome.Tracked outcome) {
        List<String> findings = new ArrayList<>(outcome.findings());
        findings.removeIf(Silence::isFinding);
        Silence.finding(outcome.lag().newestDate(), now, silence).ifPresent(findings::add);
        return findings;
    }

    private AssessedDelta dated(
            AssessedDelta found,
            @Nullable Delta declared,
            RecipeDeltas deltas,
            Map<String, LocalDate> avoidable,
            DeltaAdvisories advisories) {
        boolean isAvoidable = found.now() instanceof Verdict.Upstream || found.atLatest() instanceof Verdict.Upstream;
        LocalDate carried = declared instanceof Delta.PatchFile patch
                ? past.carriedSince(patch.path()).orElse(found.carriedSince())
                : found.carriedSince();
        Said said = declared == null
                ? new Said(found.purpose(), found.background())
                : Said.of(declared, deltas, past, isAvoidable ? advisories.of(declared) : List.of());
        return found.dated(
                carried,
                isAvoidable ? earlier(avoidable.getOrDefault(found.id(), today), today) : null,
                said.purpose(),
                said.background());
    }
}
