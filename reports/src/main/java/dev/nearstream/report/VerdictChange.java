package dev.nearstream.report;

import dev.nearstream.delta.Verdict;
import dev.nearstream.store.AssessedDelta;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A verdict that is another than in the run before.
 *
 * @param atLatest whether it is the verdict at the newest release, not the one at the packaged version
 * @param before the label of the verdict then
 * @param after the label of the verdict now
 */
public record VerdictChange(CarriedDelta carried, Kind kind, boolean atLatest, String before, String after) {

    /** What happened. */
    public enum Kind {
        TAKEN,
        BROKEN,
        REPAIRED,
        OTHER
    }

    /** The change that matters most: upstream's taking it, then at the package's own version, then at the newest. */
    static Optional<VerdictChange> between(AssessedDelta before, CarriedDelta carried) {
        AssessedDelta after = carried.delta();
        Optional<VerdictChange> now = between(carried, false, before.now(), after.now());
        Optional<VerdictChange> latest = between(carried, true, before.atLatest(), after.atLatest());
        return latest.filter(change -> change.kind() == Kind.TAKEN)
                .or(() -> now)
                .or(() -> latest);
    }

    private static Optional<VerdictChange> between(
            CarriedDelta carried, boolean atLatest, @Nullable Verdict before, @Nullable Verdict after) {
        if (before == null || after == null || before.label().equals(after.label())) {
            return Optional.empty();
        }
        return Optional.of(new VerdictChange(carried, kind(before, after), atLatest, before.label(), after.label()));
    }

    private static Kind kind(Verdict before, Verdict after) {
        if (after instanceof Verdict.Upstream) {
            return Kind.TAKEN;
        }
        if (after instanceof Verdict.Applies) {
            return CarriedDelta.fails(before) ? Kind.REPAIRED : Kind.OTHER;
        }
        return before instanceof Verdict.Applies && CarriedDelta.fails(after) ? Kind.BROKEN : Kind.OTHER;
    }
}
