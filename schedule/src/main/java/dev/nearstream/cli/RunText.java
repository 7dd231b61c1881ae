package dev.nearstream.cli;

import dev.nearstream.delta.Verdict;
import dev.nearstream.report.Night;
import dev.nearstream.store.AssessedDelta;
import java.util.function.Predicate;

/** What {@code run} says before the page's path: the night in a few lines. */
final class RunText {
    private RunText() {}

    static String of(Night night) {
        long droppable = count(
                night,
                delta -> is(delta.now(), Verdict.Upstream.class) || is(delta.atLatest(), Verdict.Upstream.class));
        long breaking = count(
                night,
                delta -> is(delta.atLatest(), Verdict.Conflicts.class)
                        || is(delta.atLatest(), Verdict.PartlyUpstream.class));
        long behind = night.tracked().filter(of -> of.lag().releases() > 0).count();
        return """
                run %s: %,d tracked, %,d skipped, %,d failed
                %,d %s in upstream already, %,d %s at the next bump, %,d %s behind
                """.formatted(
                        night.run().id(),
                        night.tracked().count(),
                        night.skipped().count(),
                        night.failed().count(),
                        droppable,
                        droppable == 1 ? "patch is" : "patches are",
                        breaking,
                        breaking == 1 ? "breaks" : "break",
                        behind,
                        behind == 1 ? "package is" : "packages are");
    }

    private static boolean is(@org.jspecify.annotations.Nullable Verdict verdict, Class<? extends Verdict> kind) {
        return kind.isInstance(verdict);
    }

    private static long count(Night night, Predicate<AssessedDelta> what) {
        return night.deltas().filter(carried -> what.test(carried.delta())).count();
    }
}
