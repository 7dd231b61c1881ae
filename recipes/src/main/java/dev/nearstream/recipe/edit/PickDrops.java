package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.Checkout;
import dev.nearstream.recipe.Checkout.CherryPick;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes cherry-picks out of the checkouts that make them. */
record PickDrops(Recipe recipe, RecipeText text) {

    /** What one checkout loses. */
    record Group(String what, List<RecipeEdit> edits) {}

    List<Group> groups(Set<Position> dropped, List<String> left) {
        List<Group> groups = new ArrayList<>();
        Set<Position> seen = new HashSet<>();
        for (Checkout checkout : recipe.checkouts()) {
            Set<String> picks = checkout.cherryPicks().stream()
                    .filter(pick -> dropped.contains(pick.at()))
                    .map(PickDrops::name)
                    .collect(Collectors.toSet());
            if (picks.isEmpty() || !seen.add(checkout.step().at())) {
                continue;
            }
            String what = picks.stream().sorted().collect(Collectors.joining(", "));
            try {
                groups.add(new Group(what, List.of(edit(checkout, picks))));
            } catch (EditRefusedException e) {
                left.add(what + " not removed: " + e.getMessage());
            }
        }
        return groups;
    }

    private RecipeEdit edit(Checkout checkout, Set<String> picks) throws EditRefusedException {
        Text list = checkout.step().input("cherry-picks").orElseThrow();
        List<ListScalar.Entry> entries =
                ListScalar.of(text, list.at(), ListForm.LINES).entries();
        Set<Integer> indices = new HashSet<>();
        Set<String> found = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            String name = entries.get(i).text().split(":", 2)[0].strip();
            if (picks.contains(name)) {
                indices.add(i);
                found.add(name);
            }
        }
        if (!found.equals(picks)) {
            throw new EditRefusedException(list.at(), "the picks are not written here as they are read");
        }
        return indices.size() == entries.size()
                ? RecipeEdit.remove(list.at())
                : RecipeEdit.removeEntries(list.at(), ListForm.LINES, indices);
    }

    private static String name(CherryPick pick) {
        return pick.branch() == null ? pick.commit() : pick.branch() + "/" + pick.commit();
    }
}
