package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.PatchStep;
import dev.nearstream.recipe.PatchStep.PatchName;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.Text;
import dev.nearstream.recipe.Variables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Takes patches out of the steps and series files that name them. */
final class PatchDrops {
    private final Recipe recipe;
    private final RecipeText text;
    private final OwnFiles files;
    private final Set<String> undropped = new TreeSet<>();

    PatchDrops(Recipe recipe, RecipeText text, OwnFiles files) {
        this.recipe = recipe;
        this.text = text;
        this.files = files;
    }

    /**
     * What one step loses.
     *
     * @param series the series file without them, by path
     * @param gone a series of which nothing is left
     */
    record Group(
            String what, Set<String> patches, List<RecipeEdit> edits, Map<String, byte[]> series, List<String> gone) {}

    /** Patches that a step keeps, because it cannot be edited. */
    Set<String> undropped() {
        return undropped;
    }

    List<Group> groups(Set<String> dropped, List<String> left) throws IOException {
        List<Group> groups = new ArrayList<>();
        Set<Position> seen = new HashSet<>();
        for (PatchStep step : recipe.patchSteps()) {
            Set<String> of = new TreeSet<>();
            step.patches().stream()
                    .map(PatchName::path)
                    .filter(path -> path != null && dropped.contains(path))
                    .forEach(of::add);
            if (of.isEmpty() || !seen.add(step.step().at())) {
                continue;
            }
            String what = String.join(", ", of);
            try {
                groups.add(step.series() == null ? inline(step, of, what) : series(step, step.series(), of, what));
            } catch (EditRefusedException e) {
                undropped.addAll(of);
                left.add(what + " not removed: " + e.getMessage());
            }
        }
        return groups;
    }

    private Group inline(PatchStep step, Set<String> of, String what) throws EditRefusedException {
        Text names = step.step().input("patches").orElseThrow();
        ListScalar list = ListScalar.of(text, names.at(), ListForm.WORDS);
        Variables variables = recipe.variablesAt(recipe.version().value());
        Set<Integer> indices = new HashSet<>();
        Set<String> written = new HashSet<>();
        for (PatchName name : step.patches()) {
            if (name.path() != null && of.contains(name.path())) {
                written.add(name.written());
            }
        }
        Set<String> found = new HashSet<>();
        for (int i = 0; i < list.entries().size(); i++) {
            String name = variables.substitute(list.entries().get(i).text());
            if (written.contains(name)) {
                indices.add(i);
                found.add(name);
            }
        }
        if (!found.equals(written)) {
            throw new EditRefusedException(names.at(), "the names are made of variables that are not known here");
        }
        RecipeEdit edit = indices.size() == list.entries().size()
                ? Steps.removal(text, step.step())
                : RecipeEdit.removeEntries(names.at(), ListForm.WORDS, indices);
        return new Group(what, of, List.of(edit), Map.of(), List.of());
    }

    private Group series(PatchStep step, String path, Set<String> of, String what)
            throws IOException, EditRefusedException {
        List<String> why = new ArrayList<>();
        if (!files.mayWrite(path, "not edited", why)) {
            throw new EditRefusedException(new Position(path, 1, 1), String.join("; ", why));
        }
        Set<Integer> lines = new TreeSet<>();
        step.patches().stream()
                .filter(name -> name.path() != null && of.contains(name.path()))
                .forEach(name -> lines.add(name.at().line()));
        if (lines.size() == step.patches().size()) {
            return new Group(what, of, List.of(Steps.removal(text, step.step())), Map.of(), List.of(path));
        }
        byte[] edited = SeriesText.without(files.read(path, null), lines);
        return new Group(what, of, List.of(), Map.of(path, edited), List.of());
    }
}
