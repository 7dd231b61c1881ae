package dev.nearstream.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A command line over a state and an out directory of its own, at a fixed time. */
final class Terminal {
    /** The checkout that the tests run in. */
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private final Path directory;
    private final Clock clock;

    Terminal(Path directory) {
        this(directory, Instant.parse("2026-08-22T02:00:00Z"));
    }

    Terminal(Path directory, Instant now) {
        this.directory = directory;
        this.clock = Clock.fixed(now, ZoneOffset.UTC);
    }

    /** What a command left behind. */
    record Result(int status, String out, String err) {}

    Path state() {
        return directory.resolve("state");
    }

    Path pages() {
        return directory.resolve("out");
    }

    /** Runs a command with the state and out directories of this terminal. */
    Result run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--state", state().toString(), "--out", pages().toString()));
        return bare(all.toArray(String[]::new));
    }

    /** Runs a command exactly as given. */
    Result bare(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false);
        int status = Main.execute(new Workshop(console, clock, HOME), arguments);
        return new Result(status, out.toString(UTF_8), err.toString(UTF_8));
    }
}
