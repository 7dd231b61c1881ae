package dev.nearstream.cli;

import dev.nearstream.owner.CodeOwners;
import dev.nearstream.owner.Owners;
import dev.nearstream.recipe.RecipeDirectory;
import dev.nearstream.upstream.DateCache;
import dev.nearstream.upstream.GitRecipeFiles;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.upstream.RecipeSource;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Who owns the packages of the recipes, for commands that read no recipes. */
final class RecipeOwners {
    private RecipeOwners() {}

    /** By the recipe tree as it lies here, a repository's mirror too; empty where it does not, for nothing is fetched. */
    static Optional<Owners> withoutFetching(Workshop workshop, Settings settings) throws IOException {
        RecipeSource source = RecipeSource.parse(String.valueOf(settings.recipes()));
        Optional<Path> directory = source.directory();
        if (directory.isPresent() && !settings.isBareRepository()) {
            return Optional.of(owners(settings, CodeOwners.of(new RecipeDirectory(directory.get()))));
        }
        try (Mirrors mirrors = workshop.offline(settings, DateCache.none());
                GitRecipeFiles files = GitRecipeFiles.open(mirrors, source)) {
            return Optional.of(owners(settings, CodeOwners.of(files)));
        } catch (UpstreamException e) {
            return Optional.empty();
        }
    }

    static Owners owners(Settings settings, CodeOwners files) {
        return Owners.of(settings.owners(), files);
    }
}
