package dev.nearstream.delta;

import dev.nearstream.decision.ConfiguredDecisions;
import dev.nearstream.decision.Decision;
import dev.nearstream.decision.DecisionComments;
import dev.nearstream.decision.Decisions;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.recipe.RecipeTree;
import dev.nearstream.yaml.YamlReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The decisions about one recipe's deltas, held against what is there.
 *
 * @param problems comments that are no decisions, decisions about nothing, and those about a patch that is gone
 */
record DecidedDeltas(Decisions decisions, List<RecipeProblem> problems) {

    static DecidedDeltas of(Recipe recipe, List<Delta> deltas, ConfiguredDecisions configured, RecipeFiles files) {
        DecisionComments comments;
        try {
            comments = DecisionComments.read(
                    recipe.file(),
                    files.read(recipe.file(), YamlReader.MAX_BYTES).orElse(new byte[0]));
        } catch (IOException e) {
            return new DecidedDeltas(
                    Decisions.NONE,
                    List.of(new RecipeProblem(recipe.name().at(), "its decisions cannot be read: " + e.getMessage())));
        }
        Decisions decisions =
                comments.decisions().and(configured.of(recipe.name().value()));
        List<RecipeProblem> problems = new ArrayList<>(comments.problems());
        List<String> ids = deltas.stream().map(delta -> delta.facts().id()).toList();
        for (Decision decision : decisions.aboutNoneOf(ids)) {
            if (!isFile(recipe, decision, files)) {
                problems.add(new RecipeProblem(decision.at(), nothing(recipe, decision)));
            }
        }
        return new DecidedDeltas(decisions, problems);
    }

    /** The configuration's decisions on packages that are not in the tree. */
    static List<RecipeProblem> ofNoPackage(ConfiguredDecisions configured, RecipeTree tree, RecipeFiles files) {
        Set<String> names =
                tree.recipes().stream().map(recipe -> recipe.name().value()).collect(Collectors.toSet());
        List<RecipeProblem> problems = new ArrayList<>();
        configured.ofNoneOf(names).forEach((name, at) -> {
            if (!isFile(name + ".yaml", files)) {
                problems.add(new RecipeProblem(
                        at,
                        "a decision is about " + name + ", and no package is called so; name another, or take it out"));
            }
        });
        return problems;
    }

    private static String nothing(Recipe recipe, Decision decision) {
        boolean patch = decision.delta().endsWith(".patch") || decision.delta().endsWith(".diff");
        String name = recipe.name().value();
        return patch
                ? "a decision keeps " + decision.delta() + ", which " + name + " no longer has; take the decision out"
                : "a decision keeps " + decision.delta() + ", and no delta of " + name
                        + " is called so; write a patch's file name, or an id that `nearstream deltas` lists";
    }

    /** A patch file that no step uses is no delta, and may be kept all the same. */
    private static boolean isFile(Recipe recipe, Decision decision, RecipeFiles files) {
        String delta = decision.delta();
        String name = delta.startsWith("patch:") ? delta.substring("patch:".length()) : delta;
        return isFile(name, files) || isFile(recipe.directory() + "/" + name, files);
    }

    private static boolean isFile(String path, RecipeFiles files) {
        try {
            return files.isFile(path);
        } catch (IOException e) {
            return false;
        }
    }
}
