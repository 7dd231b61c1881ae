package dev.nearstream.patch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One verdict on one patch, read and held against a tree: by our engine, and by one {@code patch --dry-run} process on
 * files that lie on disk already. Every hunk is some lines off.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class PatchVerdictBenchmark {
    private static final int LINES = 2000;
    private static final int OFFSET = 7;
    private static final int HUNKS_A_FILE = 3;

    @Param({"1", "20"})
    int files;

    private final MemoryTree tree = new MemoryTree();
    private byte[] patch = {};
    private Path directory = Path.of("");

    @Setup
    public void make() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < files; i++) {
            String name = "src/part%d.c".formatted(i);
            tree.file(name, text(i));
            text.append(patch(name, i));
        }
        patch = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        directory = Files.createTempDirectory("verdict");
        for (var entry : tree.entries().entrySet()) {
            Path file = directory.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue().content());
        }
        Files.write(directory.resolve("x.patch"), patch);
    }

    @TearDown
    public void delete() throws IOException {
        GnuPatch.clear(directory);
    }

    @Benchmark
    public PatchResult inMemory() {
        PatchResult result = new PatchEngine(PatchOptions.DEFAULT).check(PatchParser.parse(patch), tree);
        if (result.outcome() != PatchResult.Outcome.APPLIES || result.hunks() != HUNKS_A_FILE * files) {
            throw new IllegalStateException(result.toString());
        }
        return result;
    }

    @Benchmark
    public int process() throws IOException, InterruptedException {
        int exit = new ProcessBuilder("patch", "-p1", "--fuzz=2", "--force", "--dry-run")
                .directory(directory.toFile())
                .redirectInput(directory.resolve("x.patch").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("patch failed");
        }
        return exit;
    }

    private static String text(int seed) {
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= LINES; line++) {
            text.append(line(seed, line)).append('\n');
        }
        return text.toString();
    }

    private static String line(int seed, int line) {
        return line % 5 == 0 ? "" : "    value_%d = compute(%d, %d);".formatted(line, seed, line * 31 % 97);
    }

    private static String patch(String name, int seed) {
        StringBuilder patch = new StringBuilder("--- a/%1$s\n+++ b/%1$s\n".formatted(name));
        for (int hunk = 0; hunk < HUNKS_A_FILE; hunk++) {
            int at = 400 + 600 * hunk;
            patch.append("@@ -%d,6 +%d,7 @@\n".formatted(at - OFFSET, at - OFFSET + hunk));
            for (int line = at; line < at + 6; line++) {
                patch.append(' ').append(line(seed, line)).append('\n');
                if (line == at + 2) {
                    patch.append("+    flush();\n");
                }
            }
        }
        return patch.toString();
    }
}
