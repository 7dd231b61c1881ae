package dev.nearstream.trend;

import dev.nearstream.delta.DeltaFinder;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.recipe.FileTooLargeException;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeReader;
import dev.nearstream.upstream.GitRecipeFiles;
import dev.nearstream.yaml.YamlException;
import dev.nearstream.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one recipe of a past tree declares, and the places that this was read from.
 *
 * @param name of the package, or null where the file is no recipe
 * @param version as the recipe writes it; empty where the file is no recipe
 * @param seen by path: the hash of what stood there, or empty
 */
record PackageReading(@Nullable String name, String version, List<CarriedDelta> deltas, Map<String, String> seen) {

    /**
     * A file at the root of the tree.
     *
     * @throws IOException where the repository lacks an object: what is missing must not count as nothing
     */
    static PackageReading of(GitRecipeFiles tree, String file) throws IOException {
        RecordingFiles files = new RecordingFiles(tree, file.substring(0, file.length() - ".yaml".length()));
        try {
            byte[] bytes = files.read(file, YamlReader.MAX_BYTES).orElse(new byte[0]);
            Recipe recipe = new RecipeReader(files).read(file, bytes);
            RecipeDeltas found = new DeltaFinder(files).find(recipe);
            List<CarriedDelta> deltas = found.deltas().stream()
                    .map(delta -> CarriedDelta.of(recipe, delta))
                    .toList();
            return new PackageReading(recipe.name().value(), recipe.version().value(), deltas, files.seen());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (YamlException | FileTooLargeException e) {
            return new PackageReading(null, "", List.of(), files.seen());
        } catch (RuntimeException | StackOverflowError e) {
            return new PackageReading(
                    null, "", List.of(), files.seen()); // one file never ends the reading of the others
        }
    }

    /** Whether another tree has the same at all places that were looked at. */
    boolean holdsIn(GitRecipeFiles tree) throws IOException {
        for (Map.Entry<String, String> place : seen.entrySet()) {
            if (!tree.hash(place.getKey()).orElse("").equals(place.getValue())) {
                return false;
            }
        }
        return true;
    }
}
