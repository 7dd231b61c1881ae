package dev.nearstream.tracker;

import dev.nearstream.bump.BumpPlan;
import dev.nearstream.bump.PatchPlan;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.delta.Verdict;
import dev.nearstream.score.Score;
import dev.nearstream.score.Scorer;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Lag;
import dev.nearstream.store.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A package's score, and what it would be with a bump merged today.
 *
 * @param after null where it cannot be told; {@code notAfter} says why
 */
public record BumpScore(
        Score before, @Nullable Score after, @Nullable String notAfter) {

    /**
     * The scores by one policy: dropped deltas gone, those that go in applied as the plan has it, nothing behind. Empty
     * where the package has none.
     *
     * @param outcome the package's last
     * @param deltas as the recipe declares them
     */
    public static Optional<BumpScore> of(
            Outcome.Tracked outcome, RecipeDeltas deltas, BumpPlan plan, Scorer scorer, Instant now) {
        if (outcome.score() == null) {
            return Optional.empty();
        }
        Scoring scoring = new Scoring(scorer);
        Score before = scoring.score(outcome.lag(), outcome.deltas(), outcome.problems(), now);
        if (plan.blocked()) {
            return Optional.of(new BumpScore(before, null, "what becomes of a conflict, a person decides"));
        }
        if (!plan.to().equals(outcome.lag().newestVersion())) {
            return Optional.of(new BumpScore(before, null, plan.to() + " is not the newest release"));
        }
        List<AssessedDelta> left = left(outcome.deltas(), fates(deltas, plan));
        return Optional.of(
                new BumpScore(before, scoring.score(reached(outcome.lag()), left, outcome.problems(), now), null));
    }

    /** What becomes of a delta; one of which nothing is said stands as it does at the newest release. */
    private enum Fate {
        GONE,
        KEPT,
        REFRESHED
    }

    private static Map<String, Fate> fates(RecipeDeltas deltas, BumpPlan plan) {
        Map<String, PatchPlan> plans = new HashMap<>();
        plan.patches().forEach(patch -> plans.put(patch.patch(), patch));
        Map<String, Fate> fates = new HashMap<>();
        for (Delta.PatchFile patch : deltas.patches()) {
            PatchPlan of = plans.get(patch.path());
            if (of != null) {
                fates.put(
                        patch.facts().id(),
                        switch (of.action()) {
                            case DROP -> Fate.GONE;
                            case KEEP -> Fate.KEPT;
                            case REFRESH, CONFLICT -> Fate.REFRESHED;
                        });
            }
        }
        plan.others().stream()
                .filter(other -> other.action() == BumpPlan.Action.DROP)
                .forEach(other -> fates.put(other.id(), Fate.GONE));
        return fates;
    }

    private static List<AssessedDelta> left(List<AssessedDelta> deltas, Map<String, Fate> fates) {
        List<AssessedDelta> left = new ArrayList<>();
        for (AssessedDelta delta : deltas) {
            Fate fate = fates.get(delta.id());
            if (fate == null) {
                left.add(after(delta, delta.atLatest() == null ? delta.now() : delta.atLatest()));
            } else if (fate == Fate.KEPT && delta.atLatest() instanceof Verdict.Applies) {
                left.add(after(delta, delta.atLatest())); // with the fuzz that it needs
            } else if (fate != Fate.GONE) {
                Verdict known = delta.now();
                left.add(after(
                        delta,
                        known instanceof Verdict.Applies
                                ? exact(known)
                                : new Verdict.Applies(Verdict.How.EXACT, List.of(), List.of())));
            }
        }
        return left;
    }

    /** As it applies today, with its hunks, without fuzz. */
    private static Verdict exact(Verdict applies) {
        return new Verdict.Applies(Verdict.How.EXACT, applies.files(), List.of());
    }

    private static AssessedDelta after(AssessedDelta delta, @Nullable Verdict verdict) {
        return delta.with(verdict, verdict);
    }

    private static Lag reached(Lag lag) {
        return new Lag(
                lag.newestVersion(),
                lag.newestTag(),
                lag.newestCommit(),
                lag.newestDate(),
                lag.newestTag(),
                lag.newestCommit(),
                lag.newestDate(),
                0,
                null,
                lag.stream(),
                lag.reason());
    }
}
