package dev.nearstream.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that reads recipes; what is not given is null, and the configuration decides. */
final class RecipeOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration; default nearstream.yaml, where there is one.")
    @Nullable
    Path config;

    @Option(
            names = "--recipes",
            paramLabel = "DIR|URL[@branch]",
            description = "Recipe tree: a checkout, a plain directory, a bare repository, or a git URL.")
    @Nullable
    String recipes;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Mirrors and the embedded store; default state/, for the sample state/sample/.")
    @Nullable
    Path state;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the pages go; default out/.")
    @Nullable
    Path out;

    @Option(
            names = "--rewrite",
            paramLabel = "FROM=TO",
            description = "Read upstream URLs that begin with FROM from TO; repeatable.")
    Map<String, String> rewrite = new LinkedHashMap<>();

    @Option(
            names = "--packages",
            paramLabel = "NAME",
            split = ",",
            description = "Only these packages: recipe file names without .yaml.")
    @Nullable
    List<String> packages;

    @Option(names = "--match", paramLabel = "GLOB", description = "Only packages whose name fits, as 'py3-*'.")
    @Nullable
    String match;

    @Option(names = "--jobs", paramLabel = "N", description = "Packages at once; default 8.")
    @Nullable
    Integer jobs;

    @Option(
            names = "--package-timeout",
            paramLabel = "SECONDS",
            description = "How long a run takes over one package, before it has failed; default 1800.")
    @Nullable
    Integer packageTimeout;

    @Option(names = "--offline", description = "Fetch nothing: use what mirrors and local repositories hold.")
    boolean offline;

    /**
     * Says what is wrong on the command line before the configuration is held to account for it.
     *
     * @throws ConfigurationException naming the option
     */
    void check() {
        if (jobs != null && (jobs < 1 || jobs > SettingsReader.MOST_JOBS)) {
            throw new ConfigurationException(
                    "--jobs is a number from 1 to %d, not %d".formatted(SettingsReader.MOST_JOBS, jobs));
        }
        if (packageTimeout != null && (packageTimeout < 1 || packageTimeout > SettingsReader.MOST_SECONDS)) {
            throw new ConfigurationException("--package-timeout is a number of seconds from 1 to %d, not %d"
                    .formatted(SettingsReader.MOST_SECONDS, packageTimeout));
        }
        if (match != null && !Selection.isGlob(match)) {
            throw new ConfigurationException("--match: '" + match + "' is no glob; write 'py3-*'");
        }
        if (recipes != null && recipes.isBlank()) {
            throw new ConfigurationException("--recipes is empty; write DIR or URL[@branch]");
        }
        if (packages != null && packages.stream().anyMatch(String::isBlank)) {
            throw new ConfigurationException("--packages has an empty name; write --packages a,b");
        }
    }

    /**
     * For commands that select no packages.
     *
     * @throws ConfigurationException where the command line selects some all the same
     */
    void refuseSelection(String command) {
        if (packages != null || match != null) {
            throw new ConfigurationException(command + " takes neither --packages nor --match");
        }
    }
}
