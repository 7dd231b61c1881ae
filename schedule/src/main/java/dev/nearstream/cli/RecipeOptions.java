package dev.nearstream.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that reads recipes; what is not given is null, and the configuration decides. */
final class RecipeOptions {
    @Option(names = "--config", paramLabel = "FILE", description = "Configuration; default nearstream.yaml, if there.")
    @Nullable
    Path config;

    @Option(
            names = "--recipes",
            paramLabel = "DIR|URL[@branch]",
            description = "Recipe tree: a checkout, a bare repository, a plain directory, or a git URL.")
    @Nullable
    String recipes;

    @Option(names = "--state", paramLabel = "DIR", description = "Mirrors and the embedded store; default state/.")
    @Nullable
    Path state;

    @Option(names = "--out", paramLabel = "DIR", description = "Reports; default out/.")
    @Nullable
    Path out;

    @Option(
            names = "--rewrite",
            paramLabel = "FROM=TO",
            description = "Read upstream URLs that begin with FROM from TO; repeatable.")
    Map<String, String> rewrite = new LinkedHashMap<>();

    @Option(names = "--packages", paramLabel = "NAME", split = ",", description = "Only these packages.")
    @Nullable
    List<String> packages;

    @Option(names = "--match", paramLabel = "GLOB", description = "Only packages whose name fits.")
    @Nullable
    String match;

    @Option(names = "--jobs", paramLabel = "N", description = "Upstreams at once; default 8.")
    @Nullable
    Integer jobs;

    @Option(names = "--offline", description = "Fetch nothing.")
    boolean offline;
}
