package dev.nearstream.bump;

import dev.nearstream.delta.Evidence;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a bump does to one patch.
 *
 * @param patch its path in the recipe tree
 * @param confidence that the action is right
 * @param reason one line for a person, with each step that was taken
 * @param refreshedText the patch for the new tree: set for {@code REFRESH}, and for a {@code KEEP} that needs fuzz where
 *     it could be written; else null
 */
public record PatchPlan(
        String patch,
        Action action,
        Confidence confidence,
        String reason,
        List<Evidence> evidence,
        @Nullable String refreshedText) {

    public PatchPlan {
        evidence = List.copyOf(evidence);
        if (action == Action.REFRESH && refreshedText == null) {
            throw new IllegalArgumentException(patch + ": a refresh has a text");
        }
    }

    /** A person must look. */
    static PatchPlan conflict(String patch, String reason, List<Evidence> evidence) {
        return new PatchPlan(patch, Action.CONFLICT, Confidence.HIGH, reason, evidence, null);
    }

    /** Nothing can be said of it: a person must look all the same. */
    public static PatchPlan unknown(String patch, String reason) {
        return new PatchPlan(patch, Action.CONFLICT, Confidence.LOW, reason, List.of(), null);
    }

    /** The same, where a person has decided to keep the patch: what would be dropped is a conflict for that person. */
    public PatchPlan keptBy(String decision) {
        return action == Action.DROP
                ? conflict(patch, "decided to keep it: " + decision + "; otherwise it would go: " + reason, evidence)
                : this;
    }

    /** Whether it was not judged at all. */
    public boolean isUnknown() {
        return action == Action.CONFLICT && confidence == Confidence.LOW;
    }

    /** As contract.md spells them, in lower case. */
    public enum Action {
        /** It applies. */
        KEEP,
        /** It does not apply as it is, and its refreshed text does, exactly. */
        REFRESH,
        /** Upstream has it. */
        DROP,
        /** A person must look. */
        CONFLICT;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How sure the action is. */
    public enum Confidence {
        HIGH,
        MEDIUM,
        LOW;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
