package dev.nearstream.cli;

import dev.nearstream.store.Outcome;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar with counts and rate. */
final class BarReporter implements Reporter {
    private static final int WIDTH = 100;

    private final Console console;
    private final Reporter.Counts counts = new Reporter.Counts();
    private @Nullable ProgressBar bar;

    BarReporter(Console console) {
        this.console = console;
    }

    @Override
    public void say(String message) {
        console.say(message);
    }

    @Override
    public synchronized void begin(int packages, int done) {
        bar = new ProgressBarBuilder()
                .setTaskName("packages")
                .setInitialMax(packages)
                .startsFrom(done, java.time.Duration.ZERO)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setMaxRenderedLength(WIDTH)
                .showSpeed()
                .setConsumer(new ConsoleProgressBarConsumer(console.err(), WIDTH))
                .build();
    }

    @Override
    public synchronized void done(Outcome outcome) {
        counts.add(outcome);
        if (bar != null) {
            bar.setExtraMessage(" " + counts);
            bar.step();
        }
    }

    @Override
    public synchronized void end() {
        if (bar != null) {
            bar.close();
            bar = null;
            console.say(counts.toString());
        }
    }

    @Override
    public void close() {
        end();
    }
}
