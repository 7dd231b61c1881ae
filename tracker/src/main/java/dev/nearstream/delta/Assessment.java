package dev.nearstream.delta;

import java.util.List;

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
