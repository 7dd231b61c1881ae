package dev.nearstream.pull.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.bump.branch.FileChange;
import dev.nearstream.pull.verify.VerifySettings.OnFailure;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeDirectory;
import dev.nearstream.recipe.RecipeReader;
import dev.nearstream.report.VerifyResult;
import dev.nearstream.report.VerifyResult.Verdict;
import dev.nearstream.task.Stop;
import dev.nearstream.task.Task;
import dev.nearstream.task.TaskCancelledError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command sees the bump, and little else; it ends in time, and leaves nothing behind. */
@Timeout(60)
class VerifierTest {
    @TempDir
    Path directory;

    private Path recipes;
    private final Map<String, String> environment = new HashMap<>(
            Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "HOME", "/nowhere", "SECRET_OF_OURS", "not to be given"));
    private Duration limit = Duration.ofSeconds(30);
    private List<String> given = List.of();
    private OnFailure onFailure = OnFailure.DRAFT;
    private final Stop stop = new Stop();
    private boolean dry;

    @BeforeEach
    void recipes() throws IOException {
        recipes = directory.resolve("os");
        write("jq.yaml", "package: {name: jq, version: '1.8.1', epoch: 0}\n");
        write("jq/keep.patch", "kept\n");
        write("jq/drop.patch", "dropped\n");
        write("jq/deep/er.txt", "deep\n");
        write("other.yaml", "package: {name: other, version: '1', epoch: 0}\n");
        write("other/x.patch", "of others\n");
        write("pipelines/own.yaml", "pipeline: []\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = recipes.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Recipe recipe(String name) throws IOException {
        return new RecipeReader(new RecipeDirectory(recipes))
                .read(name::equals, 1)
                .recipes()
                .get(0);
    }

    private static FileChange write(String path, int version) {
        return new FileChange.Write(path, ("version " + version + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private Verifier verifier(String... command) throws IOException {
        VerifySettings settings = new VerifySettings(List.of(command), limit, 5, given, onFailure);
        return new Verifier(
                settings,
                new RecipeDirectory(recipes),
                directory.resolve("state"),
                environment,
                List.of("sesame-opens"),
                Clock.systemUTC(),
                stop,
                dry);
    }

    private VerifyResult run(String... command) throws IOException {
        return verifier(command)
                .of(recipe("jq"), "1.8.2", List.of(write("jq.yaml", 2), new FileChange.Delete("jq/drop.patch")))
                .orElseThrow();
    }

    private VerifyResult shell(String script) throws IOException {
        return run("sh", "-c", script);
    }

    private List<Path> workLeft() throws IOException {
        try (Stream<Path> left = Files.list(directory.resolve("state/verify"))) {
            return left.toList();
        }
    }

    @Test
    void itSeesThePackageAsTheBumpLeavesItAndNoOther() throws IOException {
        given = List.of();
        VerifyResult result = shell("cat jq.yaml; find . -type f | sort");
        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.lastLines())
                .containsExactly(
                        "version 2", "./jq.yaml", "./jq/deep/er.txt", "./jq/keep.patch", "./pipelines/own.yaml");
        assertThat(workLeft()).isEmpty();
    }

    @Test
    void aNewFileAndARewrittenOneAreThere() throws IOException {
        Verifier verifier = verifier("sh", "-c", "cat jq/new.patch jq/keep.patch");
        List<FileChange> changes = List.of(write("jq.yaml", 2), write("jq/new.patch", 3), write("jq/keep.patch", 4));
        assertThat(verifier.of(recipe("jq"), "2", changes).orElseThrow().lastLines())
                .containsExactly("version 3", "version 4");
    }

    @Test
    void aDirectoryThatIsALinkIsThatOfTheOtherRecipe() throws IOException {
        Files.createSymbolicLink(recipes.resolve("twin"), Path.of("jq"));
        write("twin.yaml", "package: {name: twin, version: '1', epoch: 0}\n");
        List<FileChange> changes = List.of(write("jq/keep.patch", 4), new FileChange.Delete("jq/drop.patch"));
        assertThat(verifier("sh", "-c", "cat twin/keep.patch; ls twin")
                        .of(recipe("twin"), "2", changes)
                        .orElseThrow()
                        .lastLines())
                .containsExactly("version 4", "deep", "keep.patch");
    }

    @Test
    void whatLeadsOutOfTheTreeIsNotThere() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "secret\n");
        Files.createSymbolicLink(recipes.resolve("jq/link"), secret);
        Files.createSymbolicLink(recipes.resolve("jq/up"), directory);
        assertThat(shell("ls jq; cat jq/link jq/up/secret").lastLines())
                .contains("deep", "keep.patch")
                .doesNotContain("secret", "link", "up");
    }

    @Test
    void itIsTheRepositorysWordsThatAreReplaced() throws IOException {
        assertThat(run("echo", "{recipe}", "--of={package}", "{version}", "{directory}/", "$HOME", "{}")
                        .lastLines())
                .containsExactly("jq.yaml --of=jq 1.8.2 jq/ $HOME {}");
    }

    @Test
    void itIsGivenAShortEnvironment() throws IOException {
        environment.put("NEARSTREAM_TOKEN_GITHUB_COM", "ghp_0123456789");
        environment.put("SOURCE_DATE_EPOCH", "1767225600");
        environment.put("PATH", "relative::/usr/bin:/bin");
        given = List.of("SOURCE_DATE_EPOCH", "NOT_SET");
        VerifyResult result = shell("env | cut -d= -f1 | sort | tr '\\n' ' '; echo; echo $PATH");
        assertThat(result.lastLines())
                .containsExactly("HOME NEARSTREAM_VERIFY PATH PWD SOURCE_DATE_EPOCH", "/usr/bin:/bin");
    }

    @Test
    void noTokenIsShownThoughTheCommandFindsOne() throws IOException {
        environment.put("NEARSTREAM_TOKEN_GITHUB_COM", "ghp_0123456789");
        environment.put("REGISTRY_PASSWORD", "correct-horse");
        given = List.of("REGISTRY_PASSWORD");
        VerifyResult result = shell("echo a $REGISTRY_PASSWORD b ghp_0123456789 sesame-opens https://u:p@host/x");
        assertThat(result.lastLines()).containsExactly("a *** b *** *** https://host/x");
    }

    @Test
    void aFailureKeepsTheLastLines() throws IOException {
        VerifyResult result = shell("seq 100000; echo oops >&2; printf '\\033[31mred\\033[0m\\n10%%\\r20%%'; exit 3");
        assertThat(result.said()).isEqualTo("failed: exit status 3");
        assertThat(result.failed()).isTrue();
        assertThat(result.lastLines()).containsExactly("99999", "100000", "oops", "red", "20%");
        assertThat(workLeft()).isEmpty();
    }

    @Test
    void aLineIsNotEndless() throws IOException {
        assertThat(shell("head -c 50000000 /dev/zero | tr '\\0' x").lastLines())
                .singleElement()
                .satisfies(line -> assertThat(line).hasSize(301).endsWith("x…"));
    }

    @Test
    void allThatItHasStartedEndsWithItsTime() throws IOException {
        limit = Duration.ofSeconds(1);
        Path pids = directory.resolve("pids");
        String daemon = "(setsid sh -c 'echo $$ >> %s; exec sleep 500' &) ; ".formatted(pids);
        String child = "sleep 500 & echo $! >> %s; wait".formatted(pids);
        VerifyResult result = shell(daemon + "while [ ! -s " + pids + " ]; do :; done; echo on; " + child);
        assertThat(result.said()).isEqualTo("ran out of time: it was ended after 1 s");
        assertThat(result.lastLines()).containsExactly("on");
        assertThat(Files.readAllLines(pids)).hasSize(2).allSatisfy(VerifierTest::hasEnded);
        assertThat(workLeft()).isEmpty();
    }

    @Test
    void whatItLeavesRunningEndsWithIt() throws IOException {
        Path pids = directory.resolve("pids");
        VerifyResult result = shell(
                "(setsid sh -c 'echo $$ > %1$s; exec sleep 500' &) ; while [ ! -s %1$s ]; do :; done".formatted(pids));
        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(Files.readAllLines(pids)).hasSize(1).allSatisfy(VerifierTest::hasEnded);
    }

    /** It is gone, or waits to be reaped, as in a container without an init. */
    private static void hasEnded(String pid) {
        Path command = Path.of("/proc", pid, "cmdline");
        try {
            assertThat(Files.exists(command) ? Files.readString(command) : "").isEmpty();
        } catch (IOException e) {
            assertThat(e).isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void theSameFilesAreVerifiedOnce() throws IOException {
        String[] count = {"sh", "-c", "echo x >> " + directory.resolve("count") + "; exit 1"};
        VerifyResult first = run(count);
        assertThat(run(count)).isEqualTo(first);
        assertThat(Files.readAllLines(directory.resolve("count"))).hasSize(1);
        write("jq/keep.patch", "another\n");
        run(count);
        assertThat(Files.readAllLines(directory.resolve("count"))).hasSize(2);
        write("other/x.patch", "another\n");
        run(count);
        assertThat(Files.readAllLines(directory.resolve("count"))).hasSize(2);
        limit = Duration.ofSeconds(31);
        run(count);
        assertThat(Files.readAllLines(directory.resolve("count"))).hasSize(3);
    }

    @Test
    void aDryRunTellsWhatIsKnown() throws IOException {
        dry = true;
        assertThat(run("true").said()).isEqualTo("was not run: a dry run starts no command");
        assertThat(run("true").failed()).isFalse();
        assertThat(directory.resolve("state")).doesNotExist();
        dry = false;
        run("true");
        dry = true;
        assertThat(run("true").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aStopEndsIt() throws Exception {
        Path fifo = directory.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        String script = "sleep 500 & echo $! > " + fifo + "; wait";
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<VerifyResult> run = other.submit(() -> shell(script));
            String pid = Files.readString(fifo).strip(); // waits for the command
            stop.ask();
            assertThatThrownBy(() -> run.get(30, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage("sh was ended, as the run is stopped; the next run verifies it");
            hasEnded(pid);
        } finally {
            other.shutdownNow();
        }
        assertThat(workLeft()).isEmpty();
        assertThat(directory.resolve("state/verified")).doesNotExist();
    }

    @Test
    void aCancelledTaskIsNoFinding() {
        Task task = new Task();
        task.cancel();
        assertThatThrownBy(() -> task.run(() -> {
                    try {
                        return shell("true");
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }))
                .isInstanceOf(TaskCancelledError.class);
    }

    @Test
    void noProgramComesFromTheRecipes() throws IOException {
        write("jq/build", "#!/bin/sh\n");
        assertThatThrownBy(() -> run("build"))
                .hasMessage("pulls.verify.command: build is not found on the PATH; install it, or write its absolute"
                        + " path");
        environment.put("PATH", "jq:.");
        assertThatThrownBy(() -> run("build")).hasMessageContaining("is not found");
        assertThatThrownBy(() -> run("jq/build")).hasMessageContaining("is not found");
    }

    @Test
    void noNameIsAnOption() throws IOException {
        write("-f.yaml", "package: {name: -f, version: '1', epoch: 0}\n");
        Recipe recipe = recipe("-f");
        assertThatThrownBy(() -> verifier("echo", "{recipe}").of(recipe, "2", List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("begins with -");
    }

    @Test
    void whatAKilledRunLeftIsGone() throws IOException {
        Path left = Files.createDirectories(directory.resolve("state/verify/at-1/jq"));
        assertThat(left.toFile().setWritable(false)).isTrue();
        verifier("true");
        assertThat(workLeft()).isEmpty();
    }

    @Test
    void aRefusalIsAsked() throws IOException {
        VerifyResult bad = shell("exit 1");
        assertThat(verifier("true").isRefused(bad)).isFalse();
        onFailure = OnFailure.NOTHING;
        assertThat(verifier("true").isRefused(bad)).isTrue();
        assertThat(verifier("true").isRefused(shell("exit 0"))).isFalse();
    }
}
