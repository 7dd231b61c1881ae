package dev.nearstream.score;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What the score needs to know of one delta.
 *
 * @param id kind + {@code :} + name, unique in the recipe
 * @param ageDays since the recipe got it, or null where unknown
 * @param now its state at the packaged version
 * @param atLatest its state at the newest admitted release
 * @param avoidableDays since it became avoidable, or null where unknown
 * @param firstRelease the first release of upstream that has it, or null where unknown
 * @param family deltas of one family weigh less together than apart: picks of one checkout, copies of one patch; or
 *     null for a delta on its own
 * @param notAssessed why a state is unknown, or null
 * @param reason why it is carried, as somebody has stated it, or null
 * @param decision why a person keeps it whatever its state, or null
 */
public record DeltaFacts(
        String id,
        DeltaKind kind,
        Purpose purpose,
        Size size,
        @Nullable Long ageDays,
        DeltaState now,
        DeltaState atLatest,
        @Nullable Long avoidableDays,
        @Nullable String firstRelease,
        Forwarding forwarding,
        @Nullable String family,
        @Nullable String notAssessed,
        @Nullable String reason,
        @Nullable String decision) {

    /** Of which nobody says anything. */
    public DeltaFacts(
            String id,
            DeltaKind kind,
            Purpose purpose,
            Size size,
            @Nullable Long ageDays,
            DeltaState now,
            DeltaState atLatest,
            @Nullable Long avoidableDays,
            @Nullable String firstRelease,
            Forwarding forwarding,
            @Nullable String family,
            @Nullable String notAssessed) {
        this(
                id,
                kind,
                purpose,
                size,
                ageDays,
                now,
                atLatest,
                avoidableDays,
                firstRelease,
                forwarding,
                family,
                notAssessed,
                null,
                null);
    }

    /** How much it changes; 0 where the kind has no such measure. */
    public record Size(int files, int lines, int hunks) {
        public static final Size NONE = new Size(0, 0, 0);

        public Size {
            if (files < 0 || lines < 0 || hunks < 0) {
                throw new IllegalArgumentException(
                        "a size is at least 0: " + files + " files, " + lines + " lines, " + hunks + " hunks");
            }
        }
    }

    /**
     * The state that counts: unused wherever one of the two says so; else that at the newest release, and where that is
     * unknown the packaged one's. What a person has decided to keep is needed where it would be avoidable.
     */
    public DeltaState state() {
        DeltaState found = found();
        return decision != null && found.scoreClass() == ScoreClass.AVOIDABLE ? DeltaState.NECESSARY : found;
    }

    private DeltaState found() {
        if (now == DeltaState.UNUSED || atLatest == DeltaState.UNUSED) {
            return DeltaState.UNUSED;
        }
        return atLatest == DeltaState.UNKNOWN ? now : atLatest;
    }

    /** The id without its kind: {@code CVE-2022-45142.patch}. */
    String name() {
        String prefix = kind.label() + ":";
        return id.startsWith(prefix) ? id.substring(prefix.length()) : id;
    }
}
