package dev.nearstream.recipe;

import dev.nearstream.task.Task;
import dev.nearstream.yaml.YamlException;
import dev.nearstream.yaml.YamlReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads a melange tree: every {@code *.yaml} at its top that is no dot file is a recipe. */
public final class RecipeReader {
    private static final String ENDING = ".yaml";

    private final RecipeFiles files;
    private final RecipeBuilder builder;

    public RecipeReader(RecipeFiles files) {
        this.files = files;
        this.builder = new RecipeBuilder(files, new LocalPipelines(files));
    }

    /** What one file gave: a recipe, or why there is none. */
    private record Read(@Nullable Recipe recipe, List<RecipeProblem> problems) {}

    /**
     * Reads the recipes whose file name without ending is wanted. One that cannot be read, or whose package an earlier
     * file has, is a problem of the tree.
     *
     * @param threads at least 1
     * @throws IOException where the tree itself cannot be listed
     */
    public RecipeTree read(Predicate<String> wanted, int threads) throws IOException {
        List<Callable<Read>> tasks = new ArrayList<>();
        for (RecipeFiles.Entry entry : files.list("")) {
            String name = entry.name();
            boolean recipe = !entry.directory() && name.endsWith(ENDING) && !name.startsWith(".");
            if (recipe && wanted.test(name.substring(0, name.length() - ENDING.length()))) {
                tasks.add(() -> read(name));
            }
        }
        List<Recipe> recipes = new ArrayList<>();
        Map<String, Recipe> names = new HashMap<>();
        List<RecipeProblem> problems = new ArrayList<>();
        for (Read read : all(tasks, threads)) {
            Recipe recipe = read.recipe();
            Recipe namesake =
                    recipe == null ? null : names.putIfAbsent(recipe.name().value(), recipe);
            if (recipe != null && namesake == null) {
                recipes.add(recipe);
            } else if (recipe != null && namesake != null) {
                problems.add(new RecipeProblem(
                        recipe.name().at(),
                        "the package %s is that of %s already; this file is not read"
                                .formatted(recipe.name().value(), namesake.file())));
                continue;
            }
            problems.addAll(read.problems());
        }
        return new RecipeTree(files, recipes, problems);
    }

    /**
     * One recipe of a text that may stand nowhere yet.
     *
     * @param file as the tree would name it, {@code libpcap.yaml}
     * @throws YamlException where it is no recipe
     */
    public Recipe read(String file, byte[] bytes) throws YamlException, IOException {
        return builder.build(file, YamlReader.read(bytes));
    }

    private Read read(String file) {
        try {
            byte[] bytes = files.read(file, YamlReader.MAX_BYTES)
                    .orElseThrow(() -> new IOException("it is a link that leads nowhere, or out of the tree"));
            Recipe recipe = read(file, bytes);
            return new Read(recipe, recipe.problems());
        } catch (YamlException e) {
            return failed(file, e.line(), e.column(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return failed(file, 1, 1, "cannot be read: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            // One file never ends the reading of the others.
            return failed(file, 1, 1, "the reader failed on it, which is a bug; please report it: " + e);
        }
    }

    private static Read failed(String file, int line, int column, String message) {
        return new Read(null, List.of(new RecipeProblem(new Position(file, line, column), message)));
    }

    private static List<Read> all(List<Callable<Read>> tasks, int threads) throws IOException {
        Task task = Task.current();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Read>> watched = new ArrayList<>();
            tasks.forEach(one -> watched.add(() -> {
                task.throwIfCancelled();
                return one.call();
            }));
            List<Read> results = new ArrayList<>();
            for (Future<Read> future : pool.invokeAll(watched)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading recipes", e);
        } catch (ExecutionException e) {
            task.throwIfCancelled();
            throw new IllegalStateException("a recipe's reader failed: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }
}
