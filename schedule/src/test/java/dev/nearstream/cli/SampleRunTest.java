package dev.nearstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nearstream.cli.Terminal.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole program on the sample distribution. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SampleRunTest {
    @TempDir
    static Path directory;

    private static final String SAMPLE = Terminal.HOME.resolve("recipes/sample").toString();

    private static Result first = new Result(-1, "", "");

    @BeforeAll
    static void aNight() {
        first = new Terminal(directory).run("run");
    }

    @Test
    @Order(1)
    void aRunEndsWellAndPrintsThePageLast() {
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out().strip()).endsWith("out/index.md");
        assertThat(first.err()).contains("14 of 14: 11 tracked, 1 skipped, 2 failed");
        assertThat(first.out())
                .contains("5 deltas can be dropped today or at the next bump, 2 break there, 10 packages are behind");
    }

    @Test
    @Order(2)
    void thePageSaysWhatCanBeDroppedAndWhatBreaks() throws IOException {
        String page = Files.readString(directory.resolve("out/index.md"));

        assertThat(section(page, "Can be dropped"))
                .contains("ghyll", "empty-file.patch", "beck", "CVE-2026-99901.patch")
                .doesNotContain("harden-input.patch");
        assertThat(section(page, "Bumps that will fail")).contains("weir", "mere");
        assertThat(section(page, "Not assessed")).contains("git.fen.invalid", "bog.yaml");
    }

    @Test
    @Order(3)
    void explainTellsAPatchAtBothVersions() throws IOException {
        JsonNode beck = json(new Terminal(directory).run("explain", "beck", "--format", "json"));
        JsonNode patch = delta(beck, "patch:CVE-2026-99901.patch");

        assertThat(patch.at("/verdictNow/verdict").asText()).isEqualTo("applies");
        assertThat(patch.at("/verdictAtLatest/verdict").asText()).isEqualTo("upstream");
        assertThat(patch.at("/evidence/0/kind").asText()).isEqualTo("reverse-applies");
        assertThat(beck.at("/score/total").asDouble())
                .isEqualTo(sum(beck.at("/score/components")), org.assertj.core.data.Offset.offset(0.11));
    }

    @Test
    @Order(4)
    void reportWritesTheSamePagesAgain() throws IOException {
        Map<String, String> before = pages();
        Files.delete(directory.resolve("out/packages/beck.md"));
        Files.writeString(directory.resolve("out/index.md"), "something else");

        Result report = new Terminal(directory).run("report");

        assertThat(report.status()).as(report.err()).isZero();
        assertThat(before).containsKeys("index.md", "packages/beck.md", "packages/index.md");
        assertThat(pages()).isEqualTo(before);
    }

    private static Map<String, String> pages() throws IOException {
        Path out = directory.resolve("out");
        Map<String, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                pages.put(out.relativize(file).toString(), Files.readString(file));
            }
        }
        return pages;
    }

    @Test
    @Order(5)
    void theNextNightSaysThatNothingHasChanged() throws IOException {
        Terminal next = new Terminal(directory, Instant.parse("2026-08-23T02:00:00Z"));

        JsonNode run = json(next.run("run", "--format", "json"));

        assertThat(run.at("/resumed").asBoolean()).isFalse();
        assertThat(run.at("/tracked").asInt()).isEqualTo(11);
        assertThat(run.at("/failed")).hasSize(2);
        assertThat(section(Files.readString(directory.resolve("out/index.md")), "What changed"))
                .contains("Nothing");
    }

    @Test
    @Order(6)
    void aBrokenPatchRaisesTheAlarmWhereItIsWanted() {
        assertThat(new Terminal(directory)
                        .run("run", "--fail-on", "broken-patch")
                        .status())
                .isEqualTo(1);
        assertThat(new Terminal(directory).run("run", "--fail-on", "failed").status())
                .isEqualTo(1);
    }

    @Test
    @Order(7)
    void pruneForgetsRunsAndKeepsTheLast() {
        Result pruned = new Terminal(directory).run("prune", "--keep-runs", "1", "--recipes", SAMPLE);

        assertThat(pruned.status()).as(pruned.err()).isZero();
        assertThat(pruned.out()).startsWith("forgot 3 finished");
        assertThat(new Terminal(directory).run("explain", "beck").status()).isZero();
    }

    @Test
    @Order(9)
    void planSaysWhatABumpDoesToEachPatch(@TempDir Path elsewhere) throws IOException {
        Terminal terminal = new Terminal(elsewhere);

        JsonNode beck = json(terminal.run("plan", "beck", "--to", "1.4.0", "--recipes", SAMPLE, "--format", "json"));
        Result weir = terminal.run("plan", "weir", "--to", "5.2", "--recipes", SAMPLE);
        Result none = terminal.run("plan", "weir", "--to", "99", "--recipes", SAMPLE);

        assertThat(beck.at("/patches/0/action").asText()).isEqualTo("drop");
        assertThat(beck.at("/patches/1/action").asText()).isEqualTo("keep");
        assertThat(beck.at("/blocked").asBoolean()).isFalse();
        assertThat(beck.at("/recipe").asText())
                .contains("  version: \"1.4.0\"\n  epoch: 0 # CVE-2026-99901\n")
                .contains("      expected-commit: " + beck.at("/commit").asText() + "\n")
                .contains("      patches: fix-prefix.patch\n");
        assertThat(beck.at("/unresolved")).isEmpty();
        assertThat(weir.status()).as("a patch needs a person").isEqualTo(1);
        assertThat(weir.out()).contains("conflict  weir/harden-input.patch\n          gate.c:22: the patch has ");
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.err()).contains("upstream has no tag of version 99");
        Result back = terminal.run("plan", "beck", "--to", "1.1.0", "--recipes", SAMPLE);
        assertThat(back.status()).isZero();
        assertThat(back.err()).contains("beck: 1.1.0 is older than the packaged 1.2.0");
        Result again = terminal.run("plan", "beck", "--to", "1.2.0", "--recipes", SAMPLE);
        assertThat(again.status()).isZero();
        assertThat(again.err()).contains("beck: 1.2.0 is the packaged version");
    }

    @Test
    @Order(8)
    void theSampleNamedAsRecipesIsTheSample(@TempDir Path elsewhere) throws IOException {
        JsonNode beck = json(new Terminal(elsewhere).run("latest", "beck", "--recipes", SAMPLE, "--format", "json"));

        assertThat(beck.at("/latest").asText()).isEqualTo("1.4.0");
    }

    private static JsonNode json(Result result) throws IOException {
        assertThat(result.status()).as(result.err()).isZero();
        return new ObjectMapper().readTree(result.out());
    }

    private static JsonNode delta(JsonNode explained, String id) {
        for (JsonNode delta : explained.at("/deltas")) {
            if (delta.at("/id").asText().equals(id)) {
                return delta;
            }
        }
        throw new AssertionError("no delta " + id + " in " + explained);
    }

    private static double sum(JsonNode components) {
        double sum = 0;
        for (JsonNode component : components) {
            sum += component.at("/points").asDouble();
        }
        return sum;
    }

    private static String section(String page, String title) {
        int start = page.indexOf("\n## " + title + "\n");
        assertThat(start).as(title).isNotNegative();
        int end = page.indexOf("\n## ", start + 4);
        return page.substring(start, end < 0 ? page.length() : end);
    }
}
