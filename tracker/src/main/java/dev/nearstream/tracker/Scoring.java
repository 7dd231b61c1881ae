package dev.nearstream.tracker;

import dev.nearstream.delta.Claim;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.delta.Verdict;
import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.score.DeltaFacts;
import dev.nearstream.score.DeltaState;
import dev.nearstream.score.Forwarding;
import dev.nearstream.score.LagFacts;
import dev.nearstream.score.Score;
import dev.nearstream.score.Scorer;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Lag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scores an outcome from what is stored of it, so that the past can be scored again by another policy. */
final class Scoring {
    private static final String UNUSED = "unused-file";
    private static final Set<DeltaKind> DOES_NOTHING =
            EnumSet.of(DeltaKind.INLINE_EDIT, DeltaKind.REMOVAL, DeltaKind.TEST_SKIP);
    private static final double DAYS_A_YEAR = 365.25;

    private final Scorer scorer;

    Scoring(Scorer scorer) {
        this.scorer = scorer;
    }

    /** Why an outcome has no score, or empty where it has one: what is not known is not counted as nothing. */
    static Optional<String> whyNone(Lag lag, List<AssessedDelta> deltas) {
        if (lag.newestVersion() == null) {
            return Optional.of("no newest release is known: " + lag.reason());
        }
        return deltas.stream()
                .filter(delta -> delta.kind() == DeltaKind.PATCH && state(delta.now(), delta) == DeltaState.UNKNOWN)
                .map(delta -> delta.id() + " is not assessed: "
                        + (delta.notAssessed() == null ? "its verdict is unknown" : delta.notAssessed()))
                .findFirst();
    }

    Score score(Lag lag, List<AssessedDelta> deltas, List<RecipeProblem> problems, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<DeltaFacts> facts = new ArrayList<>();
        deltas.forEach(delta -> facts.add(facts(delta, today)));
        problems.stream()
                .filter(problem -> problem.message().startsWith(UNUSED))
                .forEach(problem -> facts.add(unused(problem)));
        return scorer.score(facts, lag(lag, now));
    }

    private static DeltaFacts facts(AssessedDelta delta, LocalDate today) {
        return new DeltaFacts(
                delta.id(),
                delta.kind(),
                delta.purpose(),
                new DeltaFacts.Size(delta.files(), delta.addedLines() + delta.removedLines(), hunks(delta)),
                days(delta.carriedSince(), today),
                state(delta.now(), delta),
                delta.atLatest() == null ? DeltaState.UNKNOWN : state(delta.atLatest(), delta),
                days(delta.avoidableSince(), today),
                null,
                forwarding(delta.declaredStatus()),
                delta.kind() == DeltaKind.CHERRY_PICK ? "cherry-picks" : delta.family(),
                delta.notAssessed(),
                delta.background().reason(),
                delta.background().decision());
    }

    private static DeltaFacts unused(RecipeProblem problem) {
        return new DeltaFacts(
                "patch:" + problem.at().file(),
                DeltaKind.PATCH,
                Purpose.UNKNOWN,
                new DeltaFacts.Size(1, 0, 0),
                null,
                DeltaState.UNUSED,
                DeltaState.UNUSED,
                null,
                null,
                Forwarding.UNSTATED,
                null,
                null);
    }

    private static DeltaState state(@Nullable Verdict verdict, AssessedDelta delta) {
        boolean certain = delta.now() instanceof Verdict.Applies || delta.now() instanceof Verdict.Upstream;
        if (verdict == null || !certain) {
            // A patch that does not apply at its own version is a doubt about the tree it was held against.
            return DeltaState.UNKNOWN;
        } else if (verdict instanceof Verdict.Applies applies) {
            return applies.how() == Verdict.How.FUZZ ? DeltaState.FUZZ : DeltaState.NECESSARY;
        } else if (verdict instanceof Verdict.Upstream) {
            return DOES_NOTHING.contains(delta.kind()) ? DeltaState.DEAD : DeltaState.UPSTREAM;
        } else if (verdict instanceof Verdict.PartlyUpstream) {
            return DeltaState.PARTLY;
        }
        return verdict instanceof Verdict.Conflicts ? DeltaState.CONFLICT : DeltaState.UNKNOWN;
    }

    private static int hunks(AssessedDelta delta) {
        return delta.now() == null ? 0 : delta.now().hunks();
    }

    private static Forwarding forwarding(@Nullable String declared) {
        return Claim.of(declared)
                .map(claim -> claim.kind() == Claim.Kind.NOT_SENT ? Forwarding.NOT_SENT : Forwarding.SENT)
                .orElse(Forwarding.UNSTATED);
    }

    private static LagFacts lag(Lag lag, Instant now) {
        Instant newest = lag.newestDate();
        Instant packaged = lag.packagedDate();
        Double libyears = newest == null || packaged == null
                ? null
                : Double.valueOf(Math.max(0, ChronoUnit.DAYS.between(packaged, newest)) / DAYS_A_YEAR);
        Instant missed = lag.firstMissed();
        return new LagFacts(
                lag.newestVersion() == null ? null : Integer.valueOf(lag.releases()),
                missed == null ? null : Long.valueOf(Math.max(0, ChronoUnit.DAYS.between(missed, now))),
                libyears,
                lag.stream());
    }

    private static @Nullable Long days(@Nullable LocalDate since, LocalDate today) {
        return since == null ? null : Long.valueOf(Math.max(0, ChronoUnit.DAYS.between(since, today)));
    }
}
