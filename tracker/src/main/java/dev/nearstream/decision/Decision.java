package dev.nearstream.decision;

import dev.nearstream.recipe.Position;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision to keep a delta: no run proposes to drop it, and its points are not avoidable.
 *
 * @param delta the delta as the person named it: its id, or a patch's file name or path in the recipe tree
 * @param reason why, one line; text from outside
 * @param by who decided, as written, or null
 * @param on when, or null
 * @param at where it is written: in the recipe, or in the configuration
 */
public record Decision(
        String delta,
        String reason,
        @Nullable String by,
        @Nullable LocalDate on,
        Position at) {
    private static final String PATCH = "patch:";

    /** {@code not the same change (Ann, 2026-03-04)}: the reason, who and when, in one line. */
    public String text() {
        if (by == null && on == null) {
            return reason;
        }
        String who = by == null ? "" : by;
        String when = on == null ? "" : on.toString();
        return reason + " (" + who + (who.isEmpty() || when.isEmpty() ? "" : ", ") + when + ")";
    }

    /**
     * Whether it is about the delta of this id. A name without a kind means the patches of that file, in whatever
     * directory they are applied.
     */
    boolean isAbout(String id) {
        if (delta.equals(id)) {
            return true;
        }
        if (!id.startsWith(PATCH) || delta.startsWith(PATCH)) {
            return false;
        }
        String name = delta.substring(delta.lastIndexOf('/') + 1);
        String of = id.substring(PATCH.length());
        return of.equals(name)
                || of.startsWith(name + "@")
                || of.startsWith(name + "#")
                || of.endsWith("/" + name); // a file that no step uses has its path for an id
    }
}
