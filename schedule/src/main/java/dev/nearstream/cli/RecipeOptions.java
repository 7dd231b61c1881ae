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

    @Option(names = "--offline", description = "Fetch nothing: use what mirrors and local repositories hold.")
    boolean offline;
}
