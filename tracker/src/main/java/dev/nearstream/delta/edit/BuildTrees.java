package dev.nearstream.delta.edit;

import dev.nearstream.delta.BuildCourse;
import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.recipe.RecipeFiles;
import java.util.Optional;

/**
 * Makes {@link BuildTree}s. Thread-safe.
 *
 * @param recipes the tree that the recipes come from
 * @param sed for earlier edits; without it they leave doubt
 */
record BuildTrees(RecipeFiles recipes, Optional<SedProgram> sed) {

    BuildTree at(BuildCourse course, WorkspaceFiles workspace) {
        return new BuildTree(workspace, course, new Footprints(recipes), recipes, sed.orElse(null));
    }
}
