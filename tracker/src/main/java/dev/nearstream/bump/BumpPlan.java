package dev.nearstream.bump;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Evidence;
import dev.nearstream.recipe.Position;
import java.util.List;

/**
 * What a bump does to all that a package carries.
 *
 * @param from the packaged version
 * @param to the new one
 * @param tag of the new version
 * @param commit that the tag names
 * @param patches in the order in which they are applied
 * @param others the deltas of other kinds, in the recipe's order
 */
public record BumpPlan(
        String packageName,
        String from,
        String to,
        String tag,
        String commit,
        List<PatchPlan> patches,
        List<Other> others) {

    public BumpPlan {
        patches = List.copyOf(patches);
        others = List.copyOf(others);
    }

    /**
     * What a bump does to a delta that is no patch.
     *
     * @param action {@code unknown} where it was not held against upstream
     */
    public record Other(
            DeltaKind kind, String id, Position where, String action, String reason, List<Evidence> evidence) {
        public Other {
            evidence = List.copyOf(evidence);
        }
    }

    /** Whether a person must look before the bump can be made. */
    public boolean blocked() {
        return patches.stream().anyMatch(patch -> patch.action() == PatchPlan.Action.CONFLICT);
    }
}
