package dev.nearstream.trend;

import dev.nearstream.delta.DeltaFinder;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.recipe.FileTooLargeException;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.recipe.RecipeReader;
import dev.nearstream.upstream.GitRecipeFiles;
import dev.nearstream.yaml.YamlException;
import dev.nearstream.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recipe of a past tree with what it declares, and the places that this was read from.
 *
 * @param deltas null where the file is no recipe
 * @param seen by path: the hash of what stood there, or empty
 */
public record PastRecipe(@Nullable RecipeDeltas deltas, Map<String, String> seen) {
    private static final String ENDING = ".yaml";

    /** The files at the root of a tree that should be recipes, in order. */
    public static List<String> files(GitRecipeFiles tree) throws IOException {
        List<String> files = new ArrayList<>();
        for (RecipeFiles.Entry entry : tree.list("")) {
            if (!entry.directory()
                    && entry.name().endsWith(ENDING)
                    && !entry.name().startsWith(".")) {
                files.add(entry.name());
            }
        }
        return files;
    }

    /**
     * A file at the root of the tree.
     *
     * @throws IOException where the repository lacks an object: what is missing must not count as nothing
     */
    public static PastRecipe read(GitRecipeFiles tree, String file) throws IOException {
        RecordingFiles files = new RecordingFiles(tree, file.substring(0, file.length() - ENDING.length()));
        try {
            byte[] bytes = files.read(file, YamlReader.MAX_BYTES).orElse(new byte[0]);
            Recipe recipe = new RecipeReader(files).read(file, bytes);
            return new PastRecipe(new DeltaFinder(files).find(recipe), files.seen());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (YamlException | FileTooLargeException e) {
            return new PastRecipe(null, files.seen());
        } catch (RuntimeException | StackOverflowError e) {
            return new PastRecipe(null, files.seen()); // one file never ends the reading of the others
        }
    }

    /** Whether another tree has the same at all places that were looked at. */
    public boolean holdsIn(GitRecipeFiles tree) throws IOException {
        for (Map.Entry<String, String> place : seen.entrySet()) {
            if (!tree.hash(place.getKey()).orElse("").equals(place.getValue())) {
                return false;
            }
        }
        return true;
    }
}
