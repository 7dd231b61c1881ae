package dev.nearstream.cli;

import dev.nearstream.task.Alarm;
import dev.nearstream.task.Stop;
import java.time.Duration;
import java.util.List;

/**
 * Turns SIGTERM, SIGINT and SIGHUP into a request to stop, which the rest of the program sees as {@link #stop}. A second
 * one ends the process at once, as does the first where the program has not ended after {@link #LONGEST}: whatever is
 * being written bears that, as it bears a kill.
 */
final class StopSignal {
    private static final List<String> SIGNALS = List.of("TERM", "INT", "HUP");
    /** Packages in hand take at most six seconds, and then the store is closed. */
    private static final Duration LONGEST = Duration.ofSeconds(20);
    /** What shells add to the signal's number. */
    private static final int SIGNALLED = 128;

    private final Console console;
    private final Stop stop = new Stop();
    private volatile int status;

    StopSignal(Console console) {
        this.console = console;
        SIGNALS.forEach(name -> Signals.handle(name, this::heard));
    }

    Stop stop() {
        return stop;
    }

    /** What a process ends with that a signal ended. */
    int status() {
        return status;
    }

    private void heard(String name, int number) {
        if (stop.asked()) {
            end("a second signal: ended at once", SIGNALLED + number);
        }
        status = SIGNALLED + number;
        console.say("stopping on SIG" + name + "; a second signal ends it at once");
        Alarm.bySystemClock().after(LONGEST, () -> end("did not stop in time: ended", status));
        stop.ask();
    }

    private void end(String words, int with) {
        console.say(words + "; the same command goes on where this one was");
        Runtime.getRuntime().halt(with);
    }
}
