package dev.nearstream.report;

import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.store.Outcome;
import java.util.stream.Stream;

/** A patch file in a package's directory that no step uses. */
public record UnusedFile(String packageName, Position at) {

    static Stream<UnusedFile> of(Outcome.Tracked tracked) {
        return tracked.problems().stream()
                .filter(UnusedFile::isOne)
                .map(problem -> new UnusedFile(tracked.packageName(), problem.at()));
    }

    /** Known by what the message says: a problem has no kind. */
    static boolean isOne(RecipeProblem problem) {
        String message = problem.message();
        return message.contains("unused-file") || message.contains("no step uses");
    }
}
