package dev.nearstream.tracker;

import dev.nearstream.delta.Assessor;
import dev.nearstream.delta.edit.EditAssessors;
import dev.nearstream.delta.pin.PinAssessor;
import dev.nearstream.recipe.RecipeFiles;
import java.util.ArrayList;
import java.util.List;

/** The assessors of all kinds of deltas that are held against a workspace's files. */
final class Assessors {
    private Assessors() {}

    /** @param recipes the tree that the recipes come from */
    static List<Assessor> all(RecipeFiles recipes) {
        List<Assessor> all = new ArrayList<>(EditAssessors.all(recipes));
        all.add(new PinAssessor());
        return all;
    }
}
