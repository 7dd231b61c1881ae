package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.Position;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a bump takes out of a package and writes anew, as plain values.
 *
 * @param droppedPatches paths in the recipe tree
 * @param refreshedPatches the new text by path in the recipe tree
 * @param droppedPicks where each stands, as {@code Checkout.CherryPick} has it
 */
public record PlannedChanges(
        Set<String> droppedPatches,
        Map<String, String> refreshedPatches,
        Set<Position> droppedPicks,
        List<DroppedPin> droppedPins) {

    /** Nothing. */
    public static final PlannedChanges NONE = new PlannedChanges(Set.of(), Map.of(), Set.of(), List.of());

    public PlannedChanges {
        droppedPatches = Set.copyOf(droppedPatches);
        refreshedPatches = Map.copyOf(refreshedPatches);
        droppedPicks = Set.copyOf(droppedPicks);
        droppedPins = List.copyOf(droppedPins);
    }

    /**
     * A pin of a bump step.
     *
     * @param at its line in the recipe, or that of its entry in a file of pins; the list's, where that is no block
     * @param text as the recipe has it, substituted
     */
    public record DroppedPin(Position at, String text) {}
}
