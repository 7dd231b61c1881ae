package dev.nearstream.cli;

import dev.nearstream.delta.DeltaFinder;
import dev.nearstream.delta.DeltaReport;
import dev.nearstream.recipe.Checkout;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.recipe.RecipeTree;
import dev.nearstream.upstream.DateCache;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.upstream.UpstreamException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code check}. */
@Command(name = "check", description = "Read recipes and configuration, and say what is wrong with them.")
final class CheckCommand implements Callable<Integer> {
    private static final String UNUSED = "unused-file";

    @Mixin
    private final RecipeOptions options = new RecipeOptions();

    private final Workshop workshop;

    CheckCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = workshop.settings(options);
        workshop.policy(settings);
        Workshop.prepareSample(settings);
        Workshop.password(settings);
        MailNight.check(settings);
        DaemonCommand.cron(settings, workshop.clock().instant());
        try (Mirrors mirrors = workshop.mirrors(settings, DateCache.none());
                RecipeInput source = RecipeInput.open(settings, mirrors)) {
            RecipeTree tree = source.read(settings.selection());
            DeltaReport report =
                    new DeltaFinder(source.files(), settings.decisions()).report(tree, RecipeInput.THREADS);
            List<RecipeProblem> problems = new ArrayList<>(report.problems());
            tree.recipes().forEach(recipe -> problems.addAll(refused(recipe, mirrors)));
            long unused = problems.stream()
                    .filter(problem -> problem.message().startsWith(UNUSED))
                    .count();
            List<String> rewrites = settings.rewrites().values().stream()
                    .filter(CheckCommand::leadsNowhere)
                    .map(to -> "rewrite: " + to + ": no such directory\n")
                    .toList();
            long errors = problems.size() - unused + rewrites.size();
            String lines = problems.stream().map(problem -> problem + "\n").collect(Collectors.joining());
            workshop.console()
                    .print(String.join("", rewrites)
                            + lines
                            + "%,d %s, %,d %s, %,d unused patch %s"
                                    .formatted(
                                            report.recipes(),
                                            report.recipes() == 1 ? "recipe" : "recipes",
                                            errors,
                                            errors == 1 ? "error" : "errors",
                                            unused,
                                            unused == 1 ? "file" : "files"));
            return errors == 0 ? ExitCode.OK : ExitCode.NOT_SO;
        }
    }

    /** The repositories that no run would read. */
    private static List<RecipeProblem> refused(Recipe recipe, Mirrors mirrors) {
        List<RecipeProblem> refused = new ArrayList<>();
        for (Checkout checkout : recipe.checkouts()) {
            try {
                mirrors.effectiveUrl(checkout.repository().value());
            } catch (UpstreamException e) {
                refused.add(new RecipeProblem(checkout.repository().at(), String.valueOf(e.getMessage())));
            }
        }
        return refused;
    }

    /** Whether what upstreams are read from is a directory of this machine that is not there. */
    private static boolean leadsNowhere(String to) {
        String path = to.startsWith("file://") ? to.substring("file://".length()) : to;
        try {
            return path.startsWith("/") && !Files.isDirectory(Path.of(path));
        } catch (InvalidPathException e) {
            return true;
        }
    }
}
