package dev.nearstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nearstream.cli.Terminal.Result;
import dev.nearstream.store.Run;
import dev.nearstream.store.Store;
import dev.nearstream.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person gets who types something. */
final class CommandLineTest {
    @TempDir
    Path directory;

    private Terminal terminal = new Terminal(Path.of("unused"));
    private Path recipes = Path.of("unused");

    @BeforeEach
    void aRecipe() throws IOException {
        terminal = new Terminal(directory);
        recipes = Files.createDirectory(directory.resolve("recipes"));
        Files.writeString(recipes.resolve("rill.yaml"), """
                package:
                  name: rill
                  version: 1.10
                  epoch: 0
                pipeline:
                  - runs: sed -i 's/a/b/' configure
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deltas", "check", "daemon", "prune", "latest rill"})
    void aCommandThatNeedsRecipesNamesTheOption(String command) {
        Result result = terminal.run(command.split(" "));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("--recipes").hasLineCount(1);
    }

    @Test
    void anUnknownOptionIsAUsageError() {
        Result result = terminal.bare("deltas", "--recipe", "x");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("--recipe", "--help");
    }

    @Test
    void aDirectoryThatIsNotThereIsNamed() {
        Result result =
                terminal.run("deltas", "--recipes", directory.resolve("nowhere").toString());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("nowhere: no such directory").hasLineCount(1);
    }

    @Test
    void aPackageThatIsNotThereIsNamed() {
        Result result = terminal.run("deltas", "--recipes", recipes.toString(), "--packages", "rill,brool");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("no recipe named brool");
    }

    @Test
    void deltasAreOneJsonDocument() throws IOException {
        Result result = terminal.run("deltas", "--recipes", recipes.toString(), "--format", "json");

        assertThat(result.status()).isZero();
        assertThat(new ObjectMapper()
                        .readTree(result.out())
                        .at("/packages/0/version")
                        .asText())
                .isEqualTo("1.10");
        assertThat(result.err()).isEmpty();
        assertThat(new ObjectMapper()
                        .readTree(result.out())
                        .at("/packages/0/deltas/0/addedLines")
                        .isNull())
                .as("what sed changes is not known from the recipe")
                .isTrue();
    }

    @Test
    void checkNamesAnUpstreamThatNoRunWouldRead() throws IOException {
        Files.writeString(recipes.resolve("sly.yaml"), """
                package: {name: sly, version: 1, epoch: 0}
                pipeline:
                  - uses: git-checkout
                    with:
                      repository: file:///etc
                """);

        Result result = terminal.run("check", "--recipes", recipes.toString());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("sly.yaml:5:19: file:///etc: ").contains("1 error");
    }

    @Test
    void aVariableThatIsNotSetIsNamedByCheckToo() throws IOException {
        Path config = Files.writeString(directory.resolve("c.yaml"), """
                recipes: "%s"
                store:
                  url: jdbc:postgresql://localhost/n
                  password-env: NEARSTREAM_NOT_SET_ANYWHERE
                """.formatted(recipes));

        Result result = terminal.run("check", "--config", config.toString());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .contains("c.yaml:4:17: store.password-env: the environment variable NEARSTREAM_NOT_SET_ANYWHERE");
    }

    @Test
    void aDaemonThatCouldNeverRunEndsAtOnce() {
        Result result =
                terminal.run("daemon", "--recipes", directory.resolve("nope").toString());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("nope: no such directory").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "daemon"})
    void aScheduleThatNeverComesIsRefused(String command) throws IOException {
        Path config = Files.writeString(
                directory.resolve("c.yaml"),
                "recipes: \"%s\"\nschedule: {cron: \"0 0 0 31 2 ?\"}\n".formatted(recipes));

        Result result = terminal.run(command, "--config", config.toString());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .contains("c.yaml:2:18: schedule.cron: '0 0 0 31 2 ?' never comes again")
                .hasLineCount(1);
    }

    @Test
    void aDayBeyondTheCalendarIsRefused() {
        Result result = terminal.run("latest", "rill", "--as-of", "+999999999-12-31", "--recipes", recipes.toString());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("--as-of is a date from 1970 to 9999").hasLineCount(1);
    }

    @Test
    void latestOfABrokenRecipeIsNoMistakeOfTheCommandLine() throws IOException {
        Files.writeString(recipes.resolve("bog.yaml"), "package:\n\tname: bog\n");

        Result result = terminal.run("latest", "bog", "--recipes", recipes.toString());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("bog.yaml:2:1: ").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"latest bog, bog", "plan bog --to 2, bog", "plan rill --to 2, rill", "explain nobody, nobody"})
    void whereTheAnswerIsNoThereIsADocumentAllTheSame(String command, String name) throws IOException {
        Files.writeString(recipes.resolve("bog.yaml"), "package:\n\tname: bog\n");

        Result result = terminal.run((command + " --format json --recipes " + recipes).split(" "));

        assertThat(result.status()).as(result.err()).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(result.out()).at("/package").asText())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "explain rill"})
    void whatSelectsNoPackagesTakesNoSelection(String command) {
        Result result = terminal.run((command + " --packages rill").split(" "));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("takes neither --packages nor --match");
    }

    @Test
    void checkSaysWhatIsWrongAndWhere() throws IOException {
        Files.writeString(recipes.resolve("bog.yaml"), "package:\n\tname: bog\n");

        Result result = terminal.run("check", "--recipes", recipes.toString());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("bog.yaml:2:1: ").contains("1 error");
    }

    @Test
    void checkAsksWhatTheRewritesMakeOfAnUpstream() throws IOException {
        Files.writeString(recipes.resolve("near.yaml"), """
                package: {name: near, version: 1, epoch: 0}
                pipeline:
                  - uses: git-checkout
                    with: {repository: mirror/near.git}
                """);

        Result result =
                terminal.run("check", "--recipes", recipes.toString(), "--rewrite", "mirror/=" + directory + "/");

        assertThat(result.status()).as(result.out()).isZero();
    }

    @Test
    void checkNamesARewriteThatLeadsNowhere() {
        Result result = terminal.run(
                "check", "--recipes", recipes.toString(), "--rewrite", "https://a/=file:///no/such/mirrors/");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("rewrite: file:///no/such/mirrors/: no such directory");
    }

    @Test
    void aConfigurationWithAnUnknownKeyNamesItsPlace() throws IOException {
        Path config = Files.writeString(directory.resolve("nearstream.yaml"), "recipes: recipes\nrecipies: x\n");

        Result result = terminal.run("check", "--config", config.toString());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .contains("nearstream.yaml:2:1: ", "unknown key recipies")
                .hasLineCount(1);
    }

    @Test
    void latestOfARecipeWithoutUpdateBlockSaysWhy() throws IOException {
        Result result = terminal.run("latest", "rill", "--recipes", recipes.toString(), "--format", "json");

        assertThat(result.status()).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(result.out()).at("/latest").isNull())
                .isTrue();
        assertThat(result.err()).contains("no update block");
    }

    @Test
    void theSecondOfTwoRunsSaysSoAndStops() throws Exception {
        try (Store store = Stores.openH2(terminal.state(), Clock.systemUTC())) {
            store.beginOrResume(new Run("2026-08-22T01-00-00Z-beef", Instant.now(), null, "x", null, null, "", 1));

            Result result = terminal.run("run", "--recipes", recipes.toString());

            assertThat(result.status()).isEqualTo(3);
            assertThat(result.err()).contains("2026-08-22T01-00-00Z-beef");
        }
    }

    @Test
    void aPatchFileThatIsNotThereIsNamed() {
        Result result = terminal.run("patch", "check", "--repo", directory.toString(), "--rev", "v1", "no-such.patch");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("no-such.patch: no such file").hasLineCount(1);
    }

    @Test
    void versionAndHelpGoToStandardOutput() {
        assertThat(terminal.bare("--version").out()).startsWith("nearstream ");
        assertThat(terminal.bare("run", "--help").out()).contains("--fail-on", "--rewrite");
        assertThat(terminal.bare("completion").out()).contains("complete");
    }
}
