package dev.nearstream.trend;

import dev.nearstream.task.Task;
import dev.nearstream.upstream.GitRecipeFiles;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Reads one tree after the other; of a recipe whose files are those of the tree before, nothing is read again. */
final class WeekReader {
    private final ExecutorService threads;
    private Map<String, PackageReading> last = Map.of();

    /** @param threads that recipes are read by */
    WeekReader(ExecutorService threads) {
        this.threads = threads;
    }

    /** All packages of a tree, in the order of their files; of two with one name the first. */
    WeekState read(GitRecipeFiles tree) throws IOException {
        Map<String, Future<PackageReading>> pending = new LinkedHashMap<>();
        Map<String, PackageReading> now = new HashMap<>();
        List<String> files = PastRecipe.files(tree);
        Task task = Task.current();
        for (String file : files) {
            PackageReading known = last.get(file);
            if (known != null && known.holdsIn(tree)) {
                now.put(file, known);
            } else {
                pending.put(file, threads.submit(() -> {
                    task.throwIfCancelled();
                    return PackageReading.of(tree, file);
                }));
            }
        }
        for (Map.Entry<String, Future<PackageReading>> one : pending.entrySet()) {
            now.put(one.getKey(), got(one.getValue(), task));
        }
        last = now;
        return WeekState.of(files.stream().map(now::get).toList(), pending.size());
    }

    private static PackageReading got(Future<PackageReading> pending, Task task) throws IOException {
        try {
            return pending.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while reading past recipes");
        } catch (ExecutionException e) {
            task.throwIfCancelled();
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("a past recipe's reader failed: " + e.getCause(), e);
        }
    }
}
