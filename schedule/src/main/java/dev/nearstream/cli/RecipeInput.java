package dev.nearstream.cli;

import dev.nearstream.history.Arrivals;
import dev.nearstream.history.RecipeHistory;
import dev.nearstream.history.Wanted;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeDirectory;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.recipe.RecipeReader;
import dev.nearstream.recipe.RecipeTree;
import dev.nearstream.upstream.GitRecipeFiles;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.upstream.RecipeSource;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A recipe tree and what is known of where it comes from.
 *
 * @param commit of the recipe repository, or null for a plain directory
 * @param links the base of links to its files at that commit, or null
 * @param history or null where there is none on this machine
 */
record RecipeInput(
        RecipeFiles files,
        @Nullable String commit,
        @Nullable String links,
        @Nullable RecipeHistory history) implements AutoCloseable {
    /** How many threads read recipes. */
    static final int THREADS = Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));

    /**
     * Opens the recipes that the settings name.
     *
     * @throws ConfigurationException where nothing is there
     */
    static RecipeInput open(Settings settings, Mirrors mirrors) throws IOException, UpstreamException {
        String named = String.valueOf(settings.recipes());
        RecipeSource source = RecipeSource.parse(named);
        Optional<Path> directory = source.directory();
        if (directory.isEmpty()) {
            return remote(source, named, mirrors);
        }
        RecipeHistory history = RecipeHistory.open(directory.get()).orElse(null);
        if (history == null) {
            return new RecipeInput(new RecipeDirectory(directory.get()), null, null, null);
        }
        String commit = history.head().orElse(null);
        String links =
                commit == null ? null : LinkBase.of(history.origin(), commit).orElse(null);
        RecipeFiles files = Files.exists(directory.get().resolve(".git"))
                ? new RecipeDirectory(directory.get())
                : GitRecipeFiles.open(mirrors, source);
        return new RecipeInput(files, commit, links, history);
    }

    /** The tree's name from night to night: that of the directory or the repository, whatever its commit. */
    String name() {
        return files instanceof GitRecipeFiles git ? git.repository() : files.location();
    }

    /**
     * Says at once what no later night could mend.
     *
     * @throws ConfigurationException where the recipes that are named are neither a directory nor a URL
     */
    static void check(Settings settings) {
        String named = String.valueOf(settings.recipes());
        if (RecipeSource.parse(named).directory().isEmpty() && !isUrl(named)) {
            throw nowhere(named);
        }
    }

    private static boolean isUrl(String named) {
        return named.contains("://") || named.matches("[^/]+:.*");
    }

    private static ConfigurationException nowhere(String named) {
        return new ConfigurationException(
                named + ": no such directory; --recipes takes a checkout, a bare repository, a plain directory, "
                        + "or a git URL");
    }

    private static RecipeInput remote(RecipeSource source, String named, Mirrors mirrors) throws UpstreamException {
        if (!isUrl(named)) {
            throw nowhere(named);
        }
        GitRecipeFiles files = GitRecipeFiles.open(mirrors, source);
        String links =
                LinkBase.of(Optional.of(source.location()), files.commit()).orElse(null);
        return new RecipeInput(files, files.commit(), links, null);
    }

    /**
     * Reads the recipes that are selected.
     *
     * @throws ConfigurationException where a package is named that has no recipe, or there are no recipes at all
     */
    RecipeTree read(Selection selection) throws IOException {
        RecipeTree tree = new RecipeReader(files).read(selection::wants, THREADS);
        Set<String> missing = new TreeSet<>(selection.packages());
        tree.recipes().forEach(recipe -> missing.remove(recipe.directory()));
        tree.problems().forEach(problem -> missing.remove(problem.at().file().replaceFirst("\\.yaml$", "")));
        for (String name : List.copyOf(missing)) {
            if (files.isFile(name + ".yaml")) {
                missing.remove(name); // it is there, and --match leaves it out
            }
        }
        if (!missing.isEmpty()) {
            throw new ConfigurationException(
                    "no recipe named %s in %s; a package is named as its file is, without .yaml"
                            .formatted(String.join(", ", missing), files.location()));
        }
        if (tree.recipes().isEmpty() && tree.problems().isEmpty()) {
            throw new ConfigurationException("%s has no recipe%s; recipes are *.yaml at the top of the tree"
                    .formatted(files.location(), selection.text().isEmpty() ? "" : " of that selection"));
        }
        return tree;
    }

    /**
     * One recipe.
     *
     * @throws ConfigurationException where there is none of that name
     * @throws BrokenRecipeException where it cannot be read
     */
    Recipe one(String name) throws IOException {
        RecipeTree tree = read(new Selection(List.of(name), null));
        return tree.recipes().stream()
                .findFirst()
                .orElseThrow(() -> new BrokenRecipeException(
                        tree.problems().stream().map(Object::toString).collect(Collectors.joining("; "))));
    }

    /** What the repository's history tells of its files. */
    Arrivals arrivals(Wanted wanted) throws IOException {
        return history == null || commit == null || wanted.isEmpty() ? Arrivals.NONE : history.arrivals(commit, wanted);
    }

    /**
     * When the version that a recipe has came into it, by the repository's history.
     *
     * @return empty where it tells nothing, or nothing since that time
     */
    Optional<Instant> lastBump(String file, Instant since) throws IOException {
        return history == null || commit == null ? Optional.empty() : history.lastBump(commit, file, since);
    }

    @Override
    public void close() {
        if (history != null) {
            history.close();
        }
        if (files instanceof GitRecipeFiles git) {
            git.close();
        }
    }
}
