package dev.nearstream.cli;

import dev.nearstream.store.Outcome;
import dev.nearstream.tracker.Progress;

/** Tells a person how a run goes on: a bar on a terminal, plain lines elsewhere. */
interface Reporter extends Progress, AutoCloseable {

    void say(String message);

    @Override
    void close();

    static Reporter of(Console console) {
        return console.terminal() ? new BarReporter(console) : new LineReporter(console);
    }

    /** How many packages ended how. */
    final class Counts {
        private int tracked;
        private int skipped;
        private int failed;

        synchronized void add(Outcome outcome) {
            if (outcome instanceof Outcome.Tracked) {
                tracked++;
            } else if (outcome instanceof Outcome.Skipped) {
                skipped++;
            } else {
                failed++;
            }
        }

        synchronized int sum() {
            return tracked + skipped + failed;
        }

        @Override
        public synchronized String toString() {
            return "%,d tracked, %,d skipped, %,d failed".formatted(tracked, skipped, failed);
        }
    }
}
