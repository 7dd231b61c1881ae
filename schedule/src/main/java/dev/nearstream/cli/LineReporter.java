package dev.nearstream.cli;

import dev.nearstream.store.Outcome;

/** Plain lines: one for each tenth of the packages. */
final class LineReporter implements Reporter {
    private static final int LINES = 10;

    private final Console console;
    private final Reporter.Counts counts = new Reporter.Counts();
    private int packages;
    private int before;
    private int said;

    LineReporter(Console console) {
        this.console = console;
    }

    @Override
    public void say(String message) {
        console.say(message);
    }

    @Override
    public synchronized void begin(int total, int done) {
        packages = total;
        before = done;
        console.say(
                done == 0
                        ? "%,d %s".formatted(total, total == 1 ? "package" : "packages")
                        : "%,d packages; %,d of them were done by a run that did not finish".formatted(total, done));
    }

    @Override
    public synchronized void done(Outcome outcome) {
        counts.add(outcome);
        int all = before + counts.sum();
        int tenths = packages == 0 ? LINES : (int) ((long) all * LINES / packages);
        if (tenths > said) {
            said = tenths;
            console.say("%,d of %,d: %s".formatted(all, packages, counts));
        }
    }

    @Override
    public void end() {}

    @Override
    public void close() {}
}
