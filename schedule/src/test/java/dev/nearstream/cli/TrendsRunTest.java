package dev.nearstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nearstream.cli.Terminal.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trend of a checkout whose recipes have no upstream that could be asked. */
final class TrendsRunTest {
    private final Path directory;

    TrendsRunTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private Result command(String... arguments) {
        return new Terminal(directory).run(arguments);
    }

    private Path recipes() throws IOException, GitAPIException {
        Path os = Files.createDirectories(directory.resolve("os"));
        try (Git git =
                Git.init().setDirectory(os.toFile()).setInitialBranch("main").call()) {
            commit(git, "pipeline: [{runs: make}]", "2026-01-05");
            commit(git, "pipeline: [{runs: sed -i s/a/b/ configure}]", "2026-01-13");
        }
        return os;
    }

    private static void commit(Git git, String pipeline, String day) throws IOException, GitAPIException {
        Files.writeString(
                git.getRepository().getWorkTree().toPath().resolve("a.yaml"),
                "package: {name: a, version: '1', epoch: 0}\n" + pipeline + "\n");
        git.add().addFilepattern(".").call();
        PersonIdent who = new PersonIdent("A", "a@example.org", Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
        git.commit()
                .setMessage(day)
                .setAuthor(who)
                .setCommitter(who)
                .setSign(false)
                .call();
    }

    @Test
    void beginsWithThePast() throws Exception {
        String os = recipes().toString();
        assertThat(command("trends", "--recipes", os).err())
                .contains("nearstream backfill or nearstream run makes one");

        Result backfill = command("backfill", "--recipes", os);
        assertThat(backfill.status()).as(backfill.err()).isZero();
        assertThat(backfill.out()).isEqualTo("weeks known: 2, new: 2; recipes read: 2\n");
        assertThat(backfill.err()).contains("2 of 2 weeks read: 2026-W03; packages: 1, deltas: 1");
        assertThat(command("backfill", "--recipes", os).out()).isEqualTo("weeks known: 2, new: 0; recipes read: 0\n");
        assertThat(command("run", "--recipes", os).status()).isZero();

        Result trends = command("trends", "--recipes", os);
        assertThat(trends.status()).as(trends.err()).isZero();
        assertThat(trends.out()).isEqualTo("""
                        week      packages  carrying  deltas  distinct  cohort
                        2026-W03         1         1       1         1       1
                        %s
                        """.formatted(directory.resolve("out/trends.md")));
        assertThat(Files.readString(directory.resolve("out/trends.md")))
                .contains("(trends/contents.svg)", "(trends/points.svg)", "`a`: +1 (`inline-edit:configure`)");
        assertThat(directory.resolve("out/trends/points.svg")).exists();

        Result judged = command("backfill", "--recipes", os, "--with-verdicts");
        assertThat(judged.status()).as(judged.err()).isZero();
        assertThat(judged.out())
                .isEqualTo("weeks known: 2, new: 0; recipes read: 0\nweeks held against upstream: 2, new: 2\n");
        assertThat(judged.err()).contains("2 of 2 weeks held against upstream: 2026-W03; packages: 1, assessed: 0");
        assertThat(command("backfill", "--recipes", os, "--again").err()).contains("--again goes with --with-verdicts");

        JsonNode document = new ObjectMapper()
                .readTree(command("trends", "--recipes", os, "--format", "json").out());
        assertThat(document.get("weeks")).hasSize(2);
        assertThat(document.get("standings")).hasSize(3);
    }

    /** Once somebody has begun with it. */
    @Test
    void aRunGoesOnWithThePast() throws Exception {
        Path os = recipes();
        assertThat(command("run", "--recipes", os.toString()).status()).isZero();
        assertThat(directory.resolve("out/trends.md")).doesNotExist();
        assertThat(command("backfill", "--recipes", os.toString()).status()).isZero();
        try (Git git = Git.open(os.toFile())) {
            commit(git, "pipeline: [{runs: make}, {runs: make install}]", "2026-01-20");
        }

        assertThat(command("run", "--recipes", os.toString()).status()).isZero();

        assertThat(Files.readString(directory.resolve("out/trends.md")))
                .contains("At the end of 2026-W04, 1 package carried 0 local changes");
    }

    @Test
    void aPlainDirectoryHasNoPast() throws IOException {
        Path plain = Files.createDirectories(directory.resolve("plain"));
        Files.writeString(plain.resolve("a.yaml"), "package: {name: a, version: '1', epoch: 0}\n");

        Result backfill = command("backfill", "--recipes", plain.toString());

        assertThat(backfill.status()).isEqualTo(2);
        assertThat(backfill.err()).contains(plain + " has no history on this machine; clone the repository whole");
        assertThat(command("trends", "--recipes", plain.toString(), "--cohort", "0")
                        .err())
                .contains("--cohort is at least 1 week, not 0");
    }
}
