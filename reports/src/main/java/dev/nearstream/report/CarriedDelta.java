package dev.nearstream.report;

import dev.nearstream.delta.Verdict;
import dev.nearstream.score.Score;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Outcome;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A delta and the package that carries it. */
public record CarriedDelta(Outcome.Tracked of, AssessedDelta delta) {

    /** Most avoidable points first, then by name. */
    static final Comparator<CarriedDelta> WORST_FIRST = Comparator.comparingDouble(
                    (CarriedDelta carried) -> -carried.points(ScoreClass.AVOIDABLE))
            .thenComparingDouble(carried -> -carried.points(ScoreClass.BLOCKED))
            .thenComparing(carried -> carried.of().packageName())
            .thenComparing(carried -> carried.delta().id());

    /** Those of a package, in its order. */
    public static Stream<CarriedDelta> of(Outcome.Tracked tracked) {
        return tracked.deltas().stream().map(delta -> new CarriedDelta(tracked, delta));
    }

    /** The points of the components that are about this delta; 0 without a score. */
    public double points(ScoreClass scoreClass) {
        Score score = of.score();
        return score == null
                ? 0
                : score.components().stream()
                        .filter(component -> component.scoreClass() == scoreClass)
                        .filter(component -> delta.id().equals(component.delta()))
                        .mapToDouble(component -> component.points())
                        .sum();
    }

    /** The same for copies of one patch, in whichever packages they stand; of other deltas its own. */
    public String family() {
        String family = delta.family();
        return family == null ? of.packageName() + " " + delta.id() : family;
    }

    /** Upstream has it at the packaged version, and nobody has decided to keep it. */
    public boolean droppableNow() {
        return delta.now() instanceof Verdict.Upstream && !delta.decided();
    }

    /** Upstream has it at the newest release, and not at the packaged version; nobody has decided to keep it. */
    public boolean droppableAtLatest() {
        boolean now = delta.now() instanceof Verdict.Upstream;
        return !now && delta.atLatest() instanceof Verdict.Upstream && !delta.decided();
    }

    /** A person has decided to keep it. */
    boolean kept() {
        return delta.decided();
    }

    /** Does not apply at its own version, and upstream does not have all of it. */
    boolean notReproduced() {
        return fails(delta.now());
    }

    /**
     * Applies at its own version, and no longer at the newest release. Where the first is not known, the second is a
     * doubt about the tree (a generated file, a missing object) and no news of upstream.
     */
    public boolean breaksAtLatest() {
        return delta.now() instanceof Verdict.Applies && fails(delta.atLatest());
    }

    boolean fuzzAtLatest() {
        Verdict latest = delta.atLatest();
        return latest != null && latest.how() == Verdict.How.FUZZ;
    }

    static boolean fails(@Nullable Verdict verdict) {
        return verdict instanceof Verdict.Conflicts || verdict instanceof Verdict.PartlyUpstream;
    }
}
