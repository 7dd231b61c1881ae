package dev.nearstream.delta;

import java.util.List;
import java.util.Optional;

/**
 * What holding a delta that is no patch against one workspace has shown.
 *
 * @param reason one line for a person: what was found, and where
 * @param evidence what a {@link State#DROPPABLE} rests on; never empty there
 */
public record Assessment(State state, String reason, List<Evidence> evidence) {

    /** What follows for the delta. Better a modest state than a bold one: in doubt it is {@link #UNKNOWN}. */
    public enum State {
        /** It still does something there, and does it without trouble. */
        NEEDED,
        /** Upstream has it, or it does nothing any more: without it the build is the same. */
        DROPPABLE,
        /** A build with it stops, or it no longer does what it was written for. */
        BROKEN,
        /** Nothing is known; the reason says why. */
        UNKNOWN
    }

    public Assessment {
        evidence = List.copyOf(evidence);
        if (state == State.DROPPABLE && evidence.isEmpty()) {
            throw new IllegalArgumentException("nothing is droppable without evidence: " + reason);
        }
    }

    /** As a verdict in one scale with those of patches; empty where nothing is known. */
    public Optional<Verdict> verdict() {
        return switch (state) {
            case NEEDED -> Optional.of(new Verdict.Applies(Verdict.How.EXACT, List.of(), evidence, reason));
            case DROPPABLE -> Optional.of(new Verdict.Upstream(List.of(), evidence));
            case BROKEN -> {
                Verdict.Hunk hunk = new Verdict.Hunk(0, Verdict.HunkResult.FAILED, 0, 0, reason);
                yield Optional.of(new Verdict.Conflicts(List.of(new Verdict.FileResult("", List.of(hunk))), evidence));
            }
            case UNKNOWN -> Optional.empty();
        };
    }

    public static Assessment needed(String reason) {
        return new Assessment(State.NEEDED, reason, List.of());
    }

    public static Assessment droppable(String reason, Evidence evidence) {
        return new Assessment(State.DROPPABLE, reason, List.of(evidence));
    }

    public static Assessment broken(String reason) {
        return new Assessment(State.BROKEN, reason, List.of());
    }

    public static Assessment unknown(String reason) {
        return new Assessment(State.UNKNOWN, reason, List.of());
    }
}
