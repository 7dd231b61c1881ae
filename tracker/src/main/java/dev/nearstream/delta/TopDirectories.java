package dev.nearstream.delta;

import dev.nearstream.recipe.RecipeFiles;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The directories at the top of a recipe tree, listed once. Safe for several threads. */
final class TopDirectories {
    private final RecipeFiles files;
    private volatile @Nullable Set<String> names;

    TopDirectories(RecipeFiles files) {
        this.files = files;
    }

    /** The package's directory of that name. */
    PackageDirectory find(String name) throws IOException {
        Set<String> known = names;
        if (known == null) {
            known = files.list("").stream()
                    .filter(RecipeFiles.Entry::directory)
                    .map(RecipeFiles.Entry::name)
                    .collect(Collectors.toUnmodifiableSet());
            names = known;
        }
        return new PackageDirectory(files, name, name.contains("/") || known.contains(name));
    }
}
