package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.report.Night;
import dev.nearstream.report.NightReport;
import dev.nearstream.report.Nights;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2000-01-01T00:00:00Z"));

    private final Path directory;

    ReportWriterTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void writesEveryPage() throws IOException {
        Path out = directory.resolve("out");
        Path page = write(out, Nights.tonight());
        assertThat(page).isEqualTo(out.resolve("index.md"));
        assertThat(files(out))
                .containsExactly(
                        "index.md",
                        "packages/base.md",
                        "packages/curl.md",
                        "packages/held.md",
                        "packages/index.md",
                        "packages/libpcap.md",
                        "packages/wget.md",
                        "packages/zlib.md",
                        "runs/2026-08-22T02-00-00Z-ab12.md");
        assertThat(out.resolve("runs/2026-08-22T02-00-00Z-ab12.md")).content().contains("](../packages/libpcap.md)");
    }

    @Test
    void leavesAloneWhatWouldNotChange() throws IOException {
        write(directory, Nights.tonight());
        Path same = directory.resolve("packages/zlib.md");
        Path other = directory.resolve("packages/wget.md");
        Files.writeString(other, "stale");
        Files.setLastModifiedTime(same, LONG_AGO);
        write(directory, Nights.tonight());
        assertThat(Files.getLastModifiedTime(same)).isEqualTo(LONG_AGO);
        assertThat(other).content().startsWith("# wget");
    }

    @Test
    void removesThePagesOfPackagesThatAreGone() throws IOException {
        write(directory, Nights.tonight());
        Files.writeString(directory.resolve("packages/notes.txt"), "a person's own");
        write(directory, new Night(Nights.run(2), Nights.tonight().outcomes().subList(0, 1)));
        assertThat(files(directory.resolve("packages"))).containsExactly("base.md", "index.md", "notes.txt");
        assertThat(files(directory.resolve("runs"))).hasSize(2);
    }

    @Test
    void noLinkLeadsToOthersFiles() throws IOException {
        Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
        Path mine = Files.writeString(elsewhere.resolve("mine.md"), "a person's own");
        Path out = Files.createDirectories(directory.resolve("out"));
        Files.createSymbolicLink(out.resolve("packages"), elsewhere);
        assertThatThrownBy(() -> write(out, Nights.tonight()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is a symbolic link");
        assertThat(files(elsewhere)).containsExactly("mine.md");
        assertThat(mine).hasContent("a person's own");
    }

    @Test
    void noNameLeadsOutOfTheTree() throws IOException {
        Path out = directory.resolve("a/out");
        List<Outcome> hostile = Stream.of(
                        "../x", "/etc/x", "..", ".", "", "a/b", "a\\b", "a\u0000b", ".hidden", "a\nb", "index")
                .<Outcome>map(name -> new Outcome.Skipped(name, name, "a test"))
                .toList();
        write(out, new Night(Nights.run(1), hostile));
        assertThat(files(directory))
                .containsExactly(
                        "a/out/index.md",
                        "a/out/packages/index.md",
                        "a/out/packages/~index.md",
                        "a/out/runs/2026-08-22T02-00-00Z-ab12.md");
        assertThat(out.resolve("packages/index.md")).content().startsWith("# All packages");
    }

    @Test
    void aRunsIdMustNameAFile() {
        Run run = Nights.run(1);
        Run bad = new Run("../x", run.started(), null, "r", null, null, "", 0);
        assertThatThrownBy(() -> write(directory, new Night(bad, List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("../x");
    }

    @Test
    void aRealDistributionFits() throws IOException {
        write(directory, Nights.large(3400));
        assertThat(files(directory.resolve("packages"))).hasSize(3401);
        // Forges show no markdown page above 512 KiB.
        assertThat(Files.size(directory.resolve("packages/index.md"))).isLessThan(512 * 1024);
        assertThat(Files.size(directory.resolve("index.md"))).isLessThan(200_000);
    }

    private static Path write(Path out, Night night) throws IOException {
        return new ReportWriter(out).write(NightReport.of(night, null, Nights.ZONE), null);
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
