package dev.nearstream.bump;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Evidence;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.Version;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a bump does to all that a package carries.
 *
 * @param from the packaged version
 * @param to the new one
 * @param tag of the new version, or null where it has none
 * @param commit that the tag names, or a snapshot's; null where no repository is checked out
 * @param patches in the order in which they are applied
 * @param others the deltas of other kinds, in the recipe's order
 */
public record BumpPlan(
        String packageName,
        String from,
        String to,
        @Nullable String tag,
        @Nullable String commit,
        List<PatchPlan> patches,
        List<Other> others) {

    public BumpPlan {
        patches = List.copyOf(patches);
        others = List.copyOf(others);
    }

    /** What a bump does to a delta that is no patch; in JSON in lower case. */
    public enum Action {
        /** It is still needed, and goes in. */
        KEEP,
        /** Upstream has it, or it does nothing any more. */
        DROP,
        /** It does not go in, or not as it was meant: a person must look. */
        CONFLICT,
        /** Nothing is known of it. */
        UNKNOWN;

        /** What follows from how it stands at the new version. */
        public static Action of(Assessment.State state) {
            return switch (state) {
                case NEEDED -> KEEP;
                case DROPPABLE -> DROP;
                case BROKEN -> CONFLICT;
                case UNKNOWN -> UNKNOWN;
            };
        }

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a bump does to a delta that is no patch. */
    public record Other(
            DeltaKind kind, String id, Position where, Action action, String reason, List<Evidence> evidence) {
        public Other {
            evidence = List.copyOf(evidence);
        }
    }

    /** What a person may not expect of the two versions; empty where the new one is the later, or they do not compare. */
    public Optional<String> remark() {
        Optional<Version> packaged = Version.parse(from);
        Optional<Version> wanted = Version.parse(to);
        if (packaged.isEmpty() || wanted.isEmpty()) {
            return Optional.empty();
        }
        int order = wanted.get().compareTo(packaged.get());
        if (order == 0) {
            return Optional.of(to + " is the packaged version: this is the plan of a rebuild, which raises the epoch");
        }
        return order < 0
                ? Optional.of("%s is older than the packaged %s: this is the plan of a step back".formatted(to, from))
                : Optional.empty();
    }

    /** Whether a person must look before the bump can be made; no class of the score's is meant. */
    public boolean blocked() {
        return patches.stream().anyMatch(patch -> patch.action() == PatchPlan.Action.CONFLICT)
                || others.stream().anyMatch(other -> other.action() == Action.CONFLICT);
    }
}
