package dev.nearstream.pull.verify;

import dev.nearstream.http.Redaction;
import dev.nearstream.report.VerifyResult;
import dev.nearstream.report.VerifyResult.Verdict;
import dev.nearstream.task.Task;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the command, with a bounded time and an environment of its own; nothing of it is left behind. */
final class VerifyProgram {
    /** Shorter values are no secrets, and stand in any text. */
    private static final int SHORTEST_SECRET = 6;

    private static final Pattern SECRET = Pattern.compile("(?i)token|passw|passphrase|secret|credential|_key$");

    private static final String MARK = "NEARSTREAM_VERIFY";

    private final VerifySettings settings;
    private final Map<String, String> environment;
    private final List<String> secrets;

    /**
     * @param environment this process's
     * @param secrets that must not be shown, beside those of the environment
     */
    VerifyProgram(VerifySettings settings, Map<String, String> environment, Collection<String> secrets) {
        this.secrets = List.copyOf(secrets);
        this.settings = settings;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Runs it.
     *
     * @throws IOException where it cannot be started
     * @throws dev.nearstream.task.TaskCancelledError where the task was cancelled; the command has ended then
     */
    VerifyResult run(Subject subject, Path directory) throws IOException {
        List<String> words = new ArrayList<>(settings.words(subject));
        words.set(0, find(words.get(0)));
        String mark = UUID.randomUUID().toString();
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().clear();
        builder.environment().putAll(given());
        builder.environment().put(MARK, mark);
        Task.check();
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IOException("pulls.verify.command cannot be started: " + Redaction.quoted(e), e);
        }
        LastLines lines = new LastLines(settings.lines());
        Thread reader = reader(process.getInputStream(), lines);
        boolean ended;
        try {
            ended = Task.waiting(() -> process.waitFor(settings.limit().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            new ProcessTree(process, MARK + "=" + mark).kill();
            join(reader);
            process.getInputStream().close();
        }
        List<String> said = lines.all(secrets()).stream()
                .map(line -> line.replace(directory.toString(), "."))
                .toList();
        return result(ended, process, said);
    }

    private VerifyResult result(boolean ended, Process process, List<String> said) {
        if (!ended) {
            return new VerifyResult(
                    Verdict.TIMED_OUT,
                    settings.program(),
                    "it was ended after %,d s".formatted(settings.limit().toSeconds()),
                    said);
        }
        int status = process.exitValue();
        return status == 0
                ? new VerifyResult(Verdict.PASSED, settings.program(), "", said)
                : new VerifyResult(Verdict.FAILED, settings.program(), "exit status " + status, said);
    }

    private static Thread reader(InputStream from, LastLines into) {
        Thread thread = new Thread(
                () -> {
                    try {
                        into.read(from);
                    } catch (IOException e) {
                        // it was closed: what came until then is what it said
                    }
                },
                "verify-output");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** The writers are gone; what they wrote is read soon. */
    private static void join(Thread reader) {
        try {
            reader.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the command is given of the environment; of the path what is the same in any directory. */
    private Map<String, String> given() {
        List<String> names = new ArrayList<>(VerifySettings.ALWAYS);
        names.addAll(settings.environment());
        Map<String, String> given = environment.entrySet().stream()
                .filter(entry -> names.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        given.put("PATH", String.join(File.pathSeparator, path()));
        return given;
    }

    private List<String> path() {
        return List.of(environment.getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator)).stream()
                .filter(one -> one.startsWith("/"))
                .toList();
    }

    /** Values that must not be shown, wherever the command may have them from. */
    private List<String> secrets() {
        Stream<String> called = environment.entrySet().stream()
                .filter(entry -> SECRET.matcher(entry.getKey()).find()
                        || settings.environment().contains(entry.getKey()))
                .map(Map.Entry::getValue);
        return Stream.concat(secrets.stream(), called)
                .filter(value -> value.length() >= SHORTEST_SECRET)
                .toList();
    }

    /** The program's place: none that depends on the directory, whose files are from outside. */
    private String find(String program) throws IOException {
        if (program.startsWith("/")) {
            return program;
        }
        @Nullable String found = null;
        for (String directory : path()) {
            Path file = Path.of(directory, program);
            if (found == null && !program.contains("/") && Files.isRegularFile(file) && Files.isExecutable(file)) {
                found = file.toString();
            }
        }
        if (found == null) {
            throw new IOException("pulls.verify.command: " + program
                    + " is not found on the PATH; install it, or write its absolute path");
        }
        return found;
    }
}
