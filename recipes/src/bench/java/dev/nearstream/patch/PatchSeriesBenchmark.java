package dev.nearstream.patch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * A series of patches, each two files with an offset, against files of 2,000 lines: by our engine, and by one {@code
 * patch} process each on files that lie on disk already (writing them is not counted).
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class PatchSeriesBenchmark {
    private static final int LINES = 2000;
    private static final int OFFSET = 7;

    @Param({"5", "25"})
    int patches;

    private final List<byte[]> series = new ArrayList<>();
    private final MemoryTree tree = new MemoryTree();
    private List<Path> files = List.of();
    private Path directory = Path.of("");

    @Setup
    public void make() throws IOException {
        for (int i = 0; i < patches; i++) {
            String name = "src/part%d.c".formatted(i);
            tree.file(name, text(i, LINES)).file(name + ".h", text(i, LINES));
            String patch = patch(name, i) + patch(name + ".h", i);
            series.add(patch.getBytes(StandardCharsets.ISO_8859_1));
        }
        directory = Files.createTempDirectory("patches");
        List<Path> written = new ArrayList<>();
        for (byte[] patch : series) {
            written.add(Files.write(directory.resolve(written.size() + ".patch"), patch));
        }
        files = List.copyOf(written);
    }

    @Setup(Level.Invocation)
    public void writeTree() throws IOException {
        for (var entry : tree.entries().entrySet()) {
            Path file = directory.resolve("tree").resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue().content());
        }
    }

    @TearDown
    public void delete() throws IOException {
        GnuPatch.clear(directory);
    }

    @Benchmark
    public List<PatchResult> inMemory() {
        PatchEngine engine = new PatchEngine(PatchOptions.DEFAULT);
        List<Patch> parsed = series.stream().map(PatchParser::parse).toList();
        return engine.checkSeries(parsed, tree);
    }

    @Benchmark
    public int processes() throws IOException, InterruptedException {
        int failures = 0;
        for (Path file : files) {
            Process process = new ProcessBuilder("patch", "-p1", "--fuzz=2", "--force", "-i", file.toString())
                    .directory(directory.resolve("tree").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            failures += process.waitFor();
        }
        if (failures > 0) {
            throw new IllegalStateException("patch failed");
        }
        return failures;
    }

    private static String text(int seed, int lines) {
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= lines; line++) {
            text.append(line(seed, line)).append('\n');
        }
        return text.toString();
    }

    private static String line(int seed, int line) {
        return line % 5 == 0 ? "" : "    value_%d = compute(%d, %d);".formatted(line, seed, line * 31 % 97);
    }

    /** Three hunks of three lines of context, each some lines off. */
    private static String patch(String name, int seed) {
        StringBuilder patch = new StringBuilder("--- a/%s\n+++ b/%s\n".formatted(name, name));
        for (int at = 400; at < LINES; at += 600) {
            patch.append("@@ -%d,6 +%d,7 @@\n".formatted(at - OFFSET, at - OFFSET));
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
