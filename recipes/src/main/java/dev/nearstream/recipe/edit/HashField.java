package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.Position;

/**
 * A hash in a recipe that a new version may change.
 *
 * @param at where its value begins
 * @param of the URL that it is of, as written
 * @param tag of a checkout, as written; empty where it has none
 */
public record HashField(HashKind kind, Need need, Position at, String of, String tag) {

    /** Whether the new version changes what the hash is of. */
    public enum Need {
        /** What the build checks out or fetches is at another place then. */
        MUST(""),
        /** Likewise, for a test alone; the build does not need it. */
        TEST(" (of a test; may be left out)"),
        /** There is no tag: the branch may stand where it stood. */
        BRANCH(" (no tag; may be left out)"),
        /** It stays at the same URL, where something else may be published now. */
        URL(" (the same URL; may be left out)");

        private final String remark;

        Need(String remark) {
            this.remark = remark;
        }
    }

    @Override
    public String toString() {
        return "line %d %s of %s%s".formatted(at.line(), kind.input(), of, need.remark);
    }
}
