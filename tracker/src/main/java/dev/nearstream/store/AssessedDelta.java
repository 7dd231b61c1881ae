package dev.nearstream.store;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.delta.Verdict;
import dev.nearstream.recipe.Position;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One delta and what was found of it.
 *
 * @param contentHash SHA-256 of a patch's bytes, or null
 * @param carriedSince when the recipe repository got it, or null where its history is not at hand
 * @param now at the packaged version, or null where not assessed
 * @param atLatest at the newest admitted release, or null where not assessed
 * @param notAssessed why a verdict is missing, or null
 * @param avoidableSince the run's day on which {@code atLatest} or {@code now} first said that upstream has it, or null
 * @param background what people say of it
 * @param atBranch at the head of upstream's default branch; null where nobody looked
 */
public record AssessedDelta(
        DeltaKind kind,
        String id,
        Position where,
        int files,
        int addedLines,
        int removedLines,
        Purpose purpose,
        @Nullable String declaredStatus,
        @Nullable String contentHash,
        @Nullable LocalDate carriedSince,
        @Nullable Verdict now,
        @Nullable Verdict atLatest,
        @Nullable String notAssessed,
        @Nullable LocalDate avoidableSince,
        Background background,
        @Nullable AtBranch atBranch) {

    /** One that nobody has looked for on upstream's default branch. */
    public AssessedDelta(
            DeltaKind kind,
            String id,
            Position where,
            int files,
            int addedLines,
            int removedLines,
            Purpose purpose,
            @Nullable String declaredStatus,
            @Nullable String contentHash,
            @Nullable LocalDate carriedSince,
            @Nullable Verdict now,
            @Nullable Verdict atLatest,
            @Nullable String notAssessed,
            @Nullable LocalDate avoidableSince,
            Background background) {
        this(
                kind,
                id,
                where,
                files,
                addedLines,
                removedLines,
                purpose,
                declaredStatus,
                contentHash,
                carriedSince,
                now,
                atLatest,
                notAssessed,
                avoidableSince,
                background,
                null);
    }

    /** Of which people say nothing. */
    public AssessedDelta(
            DeltaKind kind,
            String id,
            Position where,
            int files,
            int addedLines,
            int removedLines,
            Purpose purpose,
            @Nullable String declaredStatus,
            @Nullable String contentHash,
            @Nullable LocalDate carriedSince,
            @Nullable Verdict now,
            @Nullable Verdict atLatest,
            @Nullable String notAssessed,
            @Nullable LocalDate avoidableSince) {
        this(
                kind,
                id,
                where,
                files,
                addedLines,
                removedLines,
                purpose,
                declaredStatus,
                contentHash,
                carriedSince,
                now,
                atLatest,
                notAssessed,
                avoidableSince,
                Background.NONE);
    }

    /** The same, with other verdicts. */
    public AssessedDelta with(@Nullable Verdict atPackaged, @Nullable Verdict atNewest) {
        return new AssessedDelta(
                kind,
                id,
                where,
                files,
                addedLines,
                removedLines,
                purpose,
                declaredStatus,
                contentHash,
                carriedSince,
                atPackaged,
                atNewest,
                notAssessed,
                avoidableSince,
                background,
                atBranch);
    }

    /** The same as of a day: what its dates are, and what people say of it. */
    public AssessedDelta dated(
            @Nullable LocalDate carried, @Nullable LocalDate avoidable, Purpose meant, Background said) {
        return new AssessedDelta(
                kind,
                id,
                where,
                files,
                addedLines,
                removedLines,
                meant,
                declaredStatus,
                contentHash,
                carried,
                now,
                atLatest,
                notAssessed,
                avoidable,
                said,
                atBranch);
    }

    /** The same, with what was found at the default branch's head. */
    public AssessedDelta at(@Nullable AtBranch branch) {
        return new AssessedDelta(
                kind,
                id,
                where,
                files,
                addedLines,
                removedLines,
                purpose,
                declaredStatus,
                contentHash,
                carriedSince,
                now,
                atLatest,
                notAssessed,
                avoidableSince,
                background,
                branch);
    }

    /** The same patch in whatever package, as far as its bytes tell; null for other kinds. */
    public @Nullable String family() {
        return background.family() == null ? contentHash : background.family();
    }

    /** Whether a person has decided to keep it: nothing proposes to drop it. */
    public boolean decided() {
        return background.decision() != null;
    }
}
