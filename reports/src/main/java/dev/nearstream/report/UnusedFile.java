package dev.nearstream.report;

import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.score.Score;
import dev.nearstream.store.Outcome;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A patch file in a package's directory that no step uses.
 *
 * @param packageName that, or the directory's name where no recipe is known to have it
 * @param points what it costs, or null where the package has no score
 */
public record UnusedFile(
        String packageName, Position at, @Nullable Double points) {

    static Stream<UnusedFile> of(Outcome.Tracked tracked) {
        return tracked.problems().stream()
                .filter(UnusedFile::isOne)
                .map(problem -> new UnusedFile(tracked.packageName(), problem.at(), points(tracked, problem)));
    }

    /** Known by how the message begins: a problem has no kind. */
    static boolean isOne(RecipeProblem problem) {
        return problem.message().startsWith("unused-file");
    }

    /** It is no delta, and scored under the id that its path would give one. */
    private static @Nullable Double points(Outcome.Tracked tracked, RecipeProblem problem) {
        String id = "patch:" + problem.at().file();
        Score score = tracked.score();
        return score == null
                ? null
                : Double.valueOf(score.components().stream()
                        .filter(component -> Objects.equals(component.delta(), id))
                        .mapToDouble(component -> component.points())
                        .sum());
    }

    /** Of a package that was not assessed: its directory names it. */
    static UnusedFile unscored(RecipeProblem problem) {
        String file = problem.at().file();
        int slash = file.indexOf('/');
        return new UnusedFile(slash < 0 ? file : file.substring(0, slash), problem.at(), null);
    }
}
