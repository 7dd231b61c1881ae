package dev.nearstream.delta.shell;

/**
 * Whether a command runs, how often, and whether its failure ends a script that runs under {@code set -e}.
 *
 * @param certain no condition, loop, function or substitution stands around it, and no {@code ||} before it
 * @param checked its failure ends the script; false in doubt
 */
public record Flow(boolean certain, boolean checked) {
    static final Flow PLAIN = new Flow(true, true);
    static final Flow UNCERTAIN = new Flow(false, false);

    Flow unchecked() {
        return checked ? new Flow(certain, false) : this;
    }
}
