package dev.nearstream.delta;

import dev.nearstream.decision.ConfiguredDecisions;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.recipe.RecipeTree;
import dev.nearstream.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Finds every local change that a recipe declares, from the recipes alone: no network, no upstream. {@code
 * docs/deltas.md} says what counts as which kind. Test pipelines are not looked at. Safe for use by several threads.
 */
public final class DeltaFinder {
    private final RecipeFiles files;
    private final PatchFiles patches;
    private final TopDirectories directories;
    private final SharedPipelines shared = new SharedPipelines();
    private final ConfiguredDecisions configured;

    /**
     * @param files the recipe tree that the recipes come from
     */
    public DeltaFinder(RecipeFiles files) {
        this(files, ConfiguredDecisions.NONE);
    }

    /**
     * @param files the recipe tree that the recipes come from
     * @param configured what people have decided outside of the recipes
     */
    public DeltaFinder(RecipeFiles files, ConfiguredDecisions configured) {
        this.files = files;
        this.configured = configured;
        this.patches = new PatchFiles(files);
        this.directories = new TopDirectories(files);
    }

    /**
     * The local changes of one recipe. Whether a patch file is used by no step takes all recipes to tell: that is left
     * to {@link #report}.
     *
     * @throws UncheckedIOException where the tree cannot be listed
     */
    public RecipeDeltas find(Recipe recipe) {
        DeltaList deltas = new DeltaList();
        BlockLines lines = new BlockLines(files);
        SourceDeltas sources = new SourceDeltas(recipe, patches, lines, deltas);
        sources.find();
        new StepDeltas(recipe, directory(recipe), patches, shared, lines, deltas).find();
        List<Delta> found = deltas.inOrder();
        DecidedDeltas decided = DecidedDeltas.of(recipe, found, configured, files);
        List<RecipeProblem> problems = new ArrayList<>(sources.problems());
        problems.addAll(decided.problems());
        return new RecipeDeltas(recipe, found, problems, List.of(), decided.decisions());
    }

    /** One recipe never ends the search in the others. */
    private Optional<RecipeDeltas> found(Recipe recipe, List<RecipeProblem> failed) {
        try {
            return Optional.of(find(recipe));
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            synchronized (failed) {
                failed.add(new RecipeProblem(
                        new Position(recipe.file(), 1, 1),
                        "the search for its changes failed on it, which is a bug; please report it: " + e));
            }
            return Optional.empty();
        }
    }

    private PackageDirectory directory(Recipe recipe) {
        try {
            return directories.find(recipe.directory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The local changes of every recipe, and all that is wrong: with the tree, with recipes, with patch files, those that
     * no step of any recipe uses included.
     *
     * @param threads at least 1
     */
    public DeltaReport report(RecipeTree tree, int threads) {
        UnusedFiles unused = UnusedFiles.of(tree);
        List<RecipeProblem> failed = new ArrayList<>();
        List<RecipeDeltas> all = addUnused(inParallel(tree.recipes(), threads, failed), unused);
        List<RecipeProblem> problems = new ArrayList<>(tree.problems());
        problems.addAll(failed);
        all.forEach(one -> problems.addAll(one.problems()));
        problems.addAll(unused.withoutRecipe());
        problems.addAll(DecidedDeltas.ofNoPackage(configured, tree, files));
        problems.sort(
                Comparator.comparing((RecipeProblem problem) -> problem.at().file())
                        .thenComparingInt(problem -> problem.at().line())
                        .thenComparingInt(problem -> problem.at().column()));
        all.sort(Comparator.comparing(one -> one.recipe().name().value()));
        return new DeltaReport(tree.recipes().size() + tree.unreadable().size(), problems, all, failed);
    }

    private static List<RecipeDeltas> addUnused(List<RecipeDeltas> all, UnusedFiles unused) {
        List<RecipeDeltas> complete = new ArrayList<>();
        for (RecipeDeltas one : all) {
            List<RecipeProblem> of = unused.of(one.recipe().directory()).stream()
                    .filter(problem -> one.decisions()
                            .about(DeltaKind.PATCH.label() + ":" + problem.at().file())
                            .isEmpty())
                    .toList();
            List<RecipeProblem> problems = new ArrayList<>(one.problems());
            problems.addAll(of);
            complete.add(new RecipeDeltas(
                    one.recipe(),
                    one.deltas(),
                    problems,
                    of.stream().map(problem -> problem.at().file()).toList(),
                    one.decisions()));
        }
        return complete;
    }

    private List<RecipeDeltas> inParallel(List<Recipe> recipes, int threads, List<RecipeProblem> failed) {
        Task task = Task.current();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Optional<RecipeDeltas>>> tasks = new ArrayList<>();
            recipes.forEach(recipe -> tasks.add(() -> {
                task.throwIfCancelled();
                return found(recipe, failed);
            }));
            List<RecipeDeltas> found = new ArrayList<>();
            for (Future<Optional<RecipeDeltas>> future : pool.invokeAll(tasks)) {
                future.get().ifPresent(found::add);
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while looking for deltas");
        } catch (ExecutionException e) {
            task.throwIfCancelled();
            throw new IllegalStateException("the search for a recipe's deltas failed: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }
}
