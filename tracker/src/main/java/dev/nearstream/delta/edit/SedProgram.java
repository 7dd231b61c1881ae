package dev.nearstream.delta.edit;

import dev.nearstream.task.Stop;
import dev.nearstream.task.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * GNU sed, run in its sandbox on bytes: it reads and writes no file and starts no program, its environment is empty but
 * for the locale, and its time, its output and, where {@code prlimit} is installed, its memory are bounded. Thread-safe.
 */
public final class SedProgram {
    private static final Duration TIME = Duration.ofSeconds(5);
    private static final int MAX_OUTPUT = 32 << 20;
    /** Seconds: sed ends by itself also where the program that started it is no more. */
    private static final String CPU = "--cpu=10";

    private static final String MEMORY = "--as=" + (512L << 20);
    /** What a pipe holds on Linux: less is written without a second thread. */
    private static final int PIPE = 1 << 16;

    private static final List<Path> DIRECTORIES =
            List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/local/bin"));

    private static final ScheduledExecutorService WATCH =
            Executors.newSingleThreadScheduledExecutor(SedProgram::daemon);
    private static final ExecutorService WRITERS = Executors.newCachedThreadPool(SedProgram::daemon);

    private final List<String> command;
    private final Duration time;

    private SedProgram(List<String> command, Duration time) {
        this.command = List.copyOf(command);
        this.time = time;
    }

    /** The one installed here; empty where there is none, or one without {@code --sandbox}. */
    public static Optional<SedProgram> installed() {
        return installed(TIME);
    }

    static Optional<SedProgram> installed(Duration time) {
        return find("sed").or(() -> find("gsed")).flatMap(sed -> {
            List<String> command = new ArrayList<>();
            find("prlimit").ifPresent(prlimit -> command.addAll(List.of(prlimit.toString(), MEMORY, CPU, "--")));
            command.addAll(List.of(sed.toString(), "--sandbox"));
            SedProgram program = new SedProgram(command, time);
            return "x\n".equals(program.tried()) ? Optional.of(program) : Optional.empty();
        });
    }

    /**
     * What became of a run.
     *
     * @param output the text after it; meaningless where there is a {@code problem}
     * @param problem why there is no output, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // a value made on demand, never compared
    record Result(byte[] output, @Nullable String problem) {
        static Result failed(String problem) {
            return new Result(new byte[0], problem);
        }
    }

    /**
     * Runs sed on a text.
     *
     * @param arguments options and expressions, no files
     * @param locale for {@code LC_ALL}
     */
    @SuppressWarnings("try") // it listens, and is not used
    Result run(List<String> arguments, byte[] input, String locale) {
        Task.check();
        List<String> words = new ArrayList<>(command);
        words.addAll(arguments);
        if (words.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
            return Result.failed("its expression has a NUL in it");
        }
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(Path.of("/").toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("LC_ALL", locale));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return Result.failed("sed cannot be started: " + e.getMessage());
        }
        AtomicBoolean late = new AtomicBoolean();
        Future<?> deadline = WATCH.schedule(
                () -> {
                    late.set(true); // before the end of sed can be seen
                    kill(process);
                },
                time.toMillis(),
                TimeUnit.MILLISECONDS);
        try (Stop.Listening until = Task.current().whenCancelled(() -> kill(process))) {
            Result result = talk(process, input, late);
            Task.check(); // it may be what the cancelling left
            return result;
        } catch (IOException e) {
            Task.check();
            return Result.failed(late.get() ? tooLong() : "sed does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Result.failed("interrupted");
        } finally {
            deadline.cancel(false);
            kill(process);
        }
    }

    private Result talk(Process process, byte[] input, AtomicBoolean late) throws IOException, InterruptedException {
        if (input.length < PIPE) {
            write(process, input);
        } else {
            WRITERS.execute(() -> write(process, input));
        }
        byte[] output = read(process.getInputStream(), MAX_OUTPUT);
        if (output.length > MAX_OUTPUT) {
            return Result.failed("sed makes more than " + (MAX_OUTPUT >> 20) + " MiB of it");
        }
        String message = new String(read(process.getErrorStream(), 1 << 12), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (late.get()) {
            return Result.failed(tooLong());
        }
        return status == 0
                ? new Result(output, null)
                : Result.failed("sed ends with " + status + ": "
                        + message.lines().findFirst().orElse("no message").replaceFirst("^\\S*sed: ", ""));
    }

    private String tooLong() {
        return "sed takes longer than " + time.toSeconds() + " s";
    }

    /** sed may end before it has read everything, as {@code q} makes it. */
    private static void write(Process process, byte[] input) {
        try (OutputStream to = process.getOutputStream()) {
            to.write(input);
        } catch (IOException e) {
            // what it did not want to read is no failure: its status tells
        }
    }

    /** At most {@code limit} bytes and one. */
    private static byte[] read(InputStream from, int limit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        int count = from.read(buffer);
        while (count >= 0 && bytes.size() <= limit) {
            bytes.write(buffer, 0, Math.min(count, limit + 1 - bytes.size()));
            count = from.read(buffer);
        }
        return bytes.toByteArray();
    }

    private static void kill(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private String tried() {
        Result result = run(List.of("-E", "s/(a)/x/"), "a\n".getBytes(StandardCharsets.UTF_8), "C");
        return new String(result.output(), StandardCharsets.UTF_8);
    }

    private static Optional<Path> find(String program) {
        return DIRECTORIES.stream()
                .map(directory -> directory.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sed");
        thread.setDaemon(true);
        return thread;
    }
}
