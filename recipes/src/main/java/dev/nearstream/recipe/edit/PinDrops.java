package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.PipelineStep;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.Text;
import dev.nearstream.recipe.Variables;
import dev.nearstream.recipe.edit.PlannedChanges.DroppedPin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Takes pins out of the bump steps that have them in the recipe itself. */
record PinDrops(Recipe recipe, RecipeText text) {
    private static final Set<String> LISTS = Set.of("deps", "packages", "replaces", "dependencies", "properties");

    /** What one step loses. */
    record Group(String what, List<RecipeEdit> edits) {}

    /** The entries of one input that go. */
    private record Loss(Text input, ListScalar list, Set<Integer> indices) {
        boolean whole() {
            return indices.size() == list.entries().size();
        }
    }

    List<Group> groups(List<DroppedPin> dropped, List<String> left) {
        Set<DroppedPin> open = new LinkedHashSet<>(dropped);
        open.removeIf(pin -> !pin.at().file().equals(recipe.file()));
        List<Group> groups = new ArrayList<>();
        for (PipelineStep step : Steps.own(recipe)) {
            Set<String> names = new TreeSet<>();
            Map<String, Loss> losses = new HashMap<>();
            for (String input : LISTS) {
                step.input(input).ifPresent(list -> {
                    Loss loss = loss(list, open, names, left);
                    if (!loss.indices().isEmpty()) {
                        losses.put(input, loss);
                    }
                });
            }
            if (!losses.isEmpty()) {
                String what = String.join(", ", names);
                try {
                    groups.add(new Group(what, edits(step, losses)));
                } catch (EditRefusedException e) {
                    left.add(what + " not removed: " + e.getMessage());
                }
            }
        }
        open.forEach(pin -> left.add(pin.text() + " not removed: " + pin.at() + ": it is no entry of a bump step"));
        return groups;
    }

    private Loss loss(Text input, Set<DroppedPin> open, Set<String> names, List<String> left) {
        Set<Integer> indices = new HashSet<>();
        boolean none =
                open.stream().noneMatch(pin -> pin.at().line() >= input.at().line());
        if (none || !input.at().file().equals(recipe.file())) {
            return new Loss(input, new ListScalar(false, 0, 0, List.of()), indices);
        }
        try {
            ListScalar list = ListScalar.of(text, input.at(), ListForm.PINS);
            Variables variables = recipe.variablesAt(recipe.version().value());
            Set<DroppedPin> found = new HashSet<>();
            for (int i = 0; i < list.entries().size(); i++) {
                ListScalar.Entry entry = list.entries().get(i);
                String name = variables.substitute(entry.text());
                int line = list.block() ? entry.line() : input.at().line();
                for (DroppedPin pin : open) {
                    if (pin.text().equals(name) && pin.at().line() == line) {
                        indices.add(i);
                        found.add(pin);
                        names.add(name);
                    }
                }
            }
            open.removeAll(found);
            return new Loss(input, list, indices);
        } catch (EditRefusedException e) {
            open.removeIf(pin -> {
                boolean here = pin.at().line() == input.at().line();
                if (here) {
                    left.add(pin.text() + " not removed: " + e.getMessage());
                }
                return here;
            });
            return new Loss(input, new ListScalar(false, 0, 0, List.of()), Set.of());
        }
    }

    /** A step that would be left without pins goes: with none given, it would look for a file of pins. */
    private List<RecipeEdit> edits(PipelineStep step, Map<String, Loss> losses) throws EditRefusedException {
        boolean others = step.with().entrySet().stream()
                .filter(input ->
                        LISTS.contains(input.getKey()) || input.getKey().endsWith("-file"))
                .filter(input -> !input.getValue().value().isBlank())
                .anyMatch(input -> !losses.containsKey(input.getKey())
                        || !losses.get(input.getKey()).whole());
        if (!others) {
            return List.of(Steps.removal(text, step));
        }
        List<RecipeEdit> edits = new ArrayList<>();
        for (Loss loss : losses.values()) {
            edits.add(
                    loss.whole()
                            ? RecipeEdit.remove(loss.input().at())
                            : RecipeEdit.removeEntries(loss.input().at(), ListForm.PINS, loss.indices()));
        }
        return edits;
    }
}
