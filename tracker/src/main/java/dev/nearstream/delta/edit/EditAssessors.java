package dev.nearstream.delta.edit;

import dev.nearstream.delta.Assessor;
import dev.nearstream.recipe.RecipeFiles;
import java.util.List;
import java.util.Optional;

/** The assessors of all changes that recipes make in shell. */
public final class EditAssessors {
    private EditAssessors() {}

    /**
     * One for each kind, with the sed that is installed here.
     *
     * @param recipes the tree that the recipes come from: patches and overlays are read from it
     */
    public static List<Assessor> all(RecipeFiles recipes) {
        Optional<SedProgram> sed = SedProgram.installed();
        return List.of(
                new InlineEditAssessor(recipes, sed),
                new SedStepAssessor(recipes, sed),
                new OverlayAssessor(recipes, sed),
                new RemovalAssessor(recipes, sed),
                new ShellPatchAssessor(recipes, sed),
                new TestSkipAssessor(recipes, sed),
                new BuildFlagAssessor());
    }
}
