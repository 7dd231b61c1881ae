package dev.nearstream.delta.pin;

import java.util.List;

/**
 * How a pin stands to what one project of upstream's asks for.
 *
 * @param reason one line for a person, with file and line
 * @param asked every line that was compared, where it is {@link State#REACHED}; those below the pin, where it is {@link
 *     State#BELOW} and something is asked for
 */
record Standing(State state, String reason, List<Asked> asked) {

    enum State {
        /** All that is asked for is at or above it, on its line. */
        REACHED,
        /** Something below it is asked for. */
        BELOW,
        /** The project's files list everything, and it is not there. */
        ABSENT,
        UNTOLD
    }

    Standing {
        asked = List.copyOf(asked);
    }

    static Standing below(String reason) {
        return new Standing(State.BELOW, reason, List.of());
    }

    static Standing absent(String reason) {
        return new Standing(State.ABSENT, reason, List.of());
    }

    static Standing untold(String reason) {
        return new Standing(State.UNTOLD, reason, List.of());
    }
}
