package dev.nearstream.cli;

import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.Night;

/** What {@code run} says before the page's path: the night in a few lines. */
final class RunText {
    private RunText() {}

    static String of(Night night) {
        long droppable = night.deltas()
                .filter(carried -> carried.droppableNow() || carried.droppableAtLatest())
                .count();
        long breaking = night.deltas().filter(CarriedDelta::breaksAtLatest).count();
        long behind = night.tracked().filter(of -> of.lag().releases() > 0).count();
        return """
                run %s: %,d tracked, %,d skipped, %,d failed
                %,d %s can be dropped today or at the next bump, %,d %s there, %,d %s behind
                """.formatted(
                        night.run().id(),
                        night.tracked().count(),
                        night.skipped().count(),
                        night.failed().count(),
                        droppable,
                        droppable == 1 ? "delta" : "deltas",
                        breaking,
                        breaking == 1 ? "breaks" : "break",
                        behind,
                        behind == 1 ? "package is" : "packages are");
    }
}
