package dev.nearstream.delta;

import dev.nearstream.delta.shell.Invocation;
import dev.nearstream.recipe.PatchStep;
import dev.nearstream.recipe.PipelineStep;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.recipe.RecipeTree;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The patch files of a tree that no recipe uses: no patch step resolves to them and no shell text names them. Those of a
 * recipe that was not read are not judged; those of directories without a recipe only where all recipes were looked at.
 */
final class UnusedFiles {
    private static final int MAX_DEPTH = 6;

    private final Map<String, List<RecipeProblem>> byDirectory = new TreeMap<>();
    private final Set<String> recipes = new HashSet<>();

    private UnusedFiles() {}

    static UnusedFiles of(RecipeTree tree) {
        UnusedFiles unused = new UnusedFiles();
        RecipeFiles files = tree.files();
        try {
            Map<String, List<String>> patches = patches(files);
            Set<String> used = new HashSet<>();
            for (Recipe recipe : tree.recipes()) {
                unused.recipes.add(recipe.directory());
                List<String> own = patches.getOrDefault(recipe.directory(), List.of());
                for (PatchStep step : recipe.patchSteps()) {
                    for (PatchStep.PatchName name : step.patches()) {
                        Optional<String> path =
                                Optional.ofNullable(name.path()).or(() -> beside(recipe.directory(), name.written()));
                        if (path.isPresent()) {
                            used.add(files.followed(path.get()));
                        }
                    }
                }
                if (!own.isEmpty()) {
                    named(recipe, own, files, used);
                }
            }
            Set<String> unread = unread(tree);
            boolean complete = tree.problems().stream()
                    .map(problem -> problem.at().file())
                    .collect(Collectors.toSet())
                    .containsAll(unread);
            patches.forEach((directory, paths) -> {
                boolean known = unused.recipes.contains(directory);
                if (known || (complete && !unread.contains(directory + ".yaml"))) {
                    paths.forEach(path -> unused.check(directory, path, files, used));
                }
            });
        } catch (IOException e) {
            unused.add("", "", "the tree cannot be listed: " + e.getMessage());
        }
        return unused;
    }

    /** What somebody means who names a file of another package: a mistake, and no reason to delete that file. */
    private static Optional<String> beside(String directory, String written) {
        try {
            Path path = Path.of(directory).resolve(written).normalize();
            return path.isAbsolute() || path.startsWith("..") ? Optional.empty() : Optional.of(path.toString());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The recipes of the tree that were not read, or could not be: whether their patch files are used is unknown. */
    private static Set<String> unread(RecipeTree tree) throws IOException {
        Set<String> unread = tree.files().list("").stream()
                .filter(entry -> !entry.directory())
                .map(RecipeFiles.Entry::name)
                .filter(name -> name.endsWith(".yaml") && !name.startsWith("."))
                .collect(Collectors.toSet());
        tree.recipes().forEach(recipe -> unread.remove(recipe.file()));
        return unread;
    }

    private void check(String directory, String path, RecipeFiles files, Set<String> used) {
        // A linked directory is looked at under its own name alone.
        if (files.followed(path).equals(path) && !used.contains(path)) {
            add(directory, path, "unused-file: no step of any recipe uses this patch; delete it, or name it in a step");
        }
    }

    private void add(String directory, String path, String message) {
        byDirectory
                .computeIfAbsent(directory, unseen -> new ArrayList<>())
                .add(new RecipeProblem(new Position(path, 1, 1), message));
    }

    /** Those of a package's directory. */
    List<RecipeProblem> of(String directory) {
        return byDirectory.getOrDefault(directory, List.of());
    }

    /** Those of directories that no recipe has. */
    List<RecipeProblem> withoutRecipe() {
        return byDirectory.entrySet().stream()
                .filter(entry -> !recipes.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private static Map<String, List<String>> patches(RecipeFiles files) throws IOException {
        Map<String, List<String>> patches = new HashMap<>();
        for (RecipeFiles.Entry entry : files.list("")) {
            if (entry.directory()
                    && !entry.name().startsWith(".")
                    && !entry.name().equals("pipelines")) {
                List<String> found = new ArrayList<>();
                collect(files, entry.name(), 0, found);
                if (!found.isEmpty()) {
                    patches.put(entry.name(), found);
                }
            }
        }
        return patches;
    }

    private static void collect(RecipeFiles files, String directory, int depth, List<String> found) throws IOException {
        for (RecipeFiles.Entry entry : files.list(directory)) {
            String path = directory + "/" + entry.name();
            if (entry.directory() && depth < MAX_DEPTH) {
                collect(files, path, depth + 1, found);
            } else if (!entry.directory() && (path.endsWith(".patch") || path.endsWith(".diff"))) {
                found.add(path);
            }
        }
    }

    private static void named(Recipe recipe, List<String> own, RecipeFiles files, Set<String> used) {
        List<PipelineStep> scripts = new ArrayList<>();
        scripts(recipe.pipeline(), scripts);
        scripts(recipe.subpackages(), scripts);
        for (PipelineStep step : scripts) {
            String script = Objects.requireNonNull(step.runs()).value();
            List<Pattern> globs = globs(script, step.workingDirectory());
            for (String path : own) {
                String name = path.substring(path.lastIndexOf('/') + 1);
                String place = path.substring(recipe.directory().length() + 1);
                if (script.contains(name)
                        || globs.stream().anyMatch(glob -> glob.matcher(place).matches())) {
                    used.add(files.followed(path));
                }
            }
        }
    }

    /** The patterns that a script gives to its commands, for places in the workspace: {@code git am *.patch}. */
    private static List<Pattern> globs(String script, String directory) {
        List<Pattern> globs = new ArrayList<>();
        if (script.contains("*.patch") || script.contains("*.diff")) {
            for (Invocation run : Invocation.of(script, directory)) {
                for (String word : run.arguments()) {
                    if (word.endsWith("*.patch") || word.endsWith("*.diff")) {
                        globs.add(PackageDirectory.glob(
                                Place.of(run.directory(), word).path()));
                    }
                }
            }
        }
        return globs;
    }

    private static void scripts(List<PipelineStep> steps, List<PipelineStep> scripts) {
        for (PipelineStep step : steps) {
            if (step.runs() != null) {
                scripts.add(step);
            }
            scripts(step.steps(), scripts);
        }
    }
}
