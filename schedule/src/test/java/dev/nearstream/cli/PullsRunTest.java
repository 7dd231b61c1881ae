package dev.nearstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nearstream.cli.Terminal.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Pull requests of a bare recipe repository: the sample's recipes, committed once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PullsRunTest {
    @TempDir
    static Path directory;

    private static Path recipes = Path.of("");

    @BeforeAll
    static void aBareRepository() throws IOException, GitAPIException {
        SampleDistribution.upstreams(directory);
        Path checkout = directory.resolve("checkout");
        SampleDistribution.copy(checkout, name -> true);
        recipes = directory.resolve("recipes.git");
        SampleDistribution.init(checkout, "The sample");
        SampleDistribution.bare(checkout, recipes);
    }

    private static Result command(String... arguments) {
        String upstreams = "https://git.example.org/=file://" + directory.resolve("state/upstreams") + "/";
        return new Terminal(directory.resolve("night"))
                .run(Stream.concat(
                                Stream.of(arguments),
                                Stream.of("--recipes", recipes.toString(), "--rewrite", upstreams))
                        .toArray(String[]::new));
    }

    private static Map<String, String> heads() throws IOException {
        Map<String, String> heads = new TreeMap<>();
        try (Repository repository =
                new FileRepositoryBuilder().setGitDir(recipes.toFile()).build()) {
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix("refs/heads/nearstream/")) {
                heads.put(
                        ref.getName().substring("refs/heads/nearstream/".length()),
                        ref.getObjectId().name());
            }
        }
        return heads;
    }

    private static String page(String packageName) throws IOException {
        return Files.readString(directory.resolve("night/out/pulls/nearstream~" + packageName + ".md"));
    }

    @Test
    @Order(1)
    void aDryRunChangesNothing() throws IOException {
        Result run = command("run", "--dry-run");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).contains("pull requests, nothing was done", "opened");
        assertThat(heads()).isEmpty();
        assertThat(directory.resolve("night/out/pulls")).doesNotExist();
    }

    @Test
    @Order(2)
    void pullsTellsTheExactChanges() throws IOException {
        Result pulls = command("pulls", "--dry-run");

        assertThat(pulls.status()).as(pulls.err()).isZero();
        assertThat(pulls.out()).contains("beck", "+++ b/beck.yaml", "+  version:");
        assertThat(heads()).isEmpty();
    }

    @Test
    @Order(3)
    void aRunOpensOneAPackage() throws IOException {
        Result run = command("run");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(heads()).containsKeys("beck", "weir");
        assertThat(page("beck")).contains("`beck/CVE-2026-99901.patch`", "drop");
        assertThat(page("weir")).contains("This is a draft");
        assertThat(Files.readString(directory.resolve("night/out/pulls.md"))).contains("beck", "opened");
        assertThat(night())
                .contains("- **Opened**: [beck](packages/beck.md) `1.2.0` → `1.4.0` ([pull request](pulls.md))");
        assertThat(Files.readString(directory.resolve("night/out/site/index.html")))
                .contains("<code>1.4.0</code> (<a href=\"pulls.html\">pull request</a>)");
    }

    private static String night() throws IOException {
        return Files.readString(directory.resolve("night/out/index.md"));
    }

    @Test
    @Order(4)
    void aSecondRunChangesNothing() throws IOException {
        Map<String, String> before = heads();

        Result run = command("run");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).contains("unchanged").doesNotContain(" opened ", " updated  ");
        assertThat(heads()).isEqualTo(before);
    }

    @Test
    @Order(5)
    void withoutPullsNothingIsAsked() {
        assertThat(command("run", "--no-pulls").err()).doesNotContain("pull requests");
    }

    @Test
    @Order(6)
    void pullsInJson() throws IOException {
        JsonNode document =
                new ObjectMapper().readTree(command("pulls", "--format", "json").out());

        assertThat(document.get("pulls"))
                .anySatisfy(pull -> assertThat(pull.get("package").asText()).isEqualTo("beck"))
                .allSatisfy(pull -> assertThat(pull.fieldNames())
                        .toIterable()
                        .containsExactly("package", "to", "state", "why", "url", "diff"));
    }

    /** Each night has another commit of the same recipes. */
    @Test
    @Order(20)
    void aNightIsHeldAgainstTheOneBeforeWhateverTheCommit() throws Exception {
        Path checkout = directory.resolve("checkout");
        Files.delete(checkout.resolve("beck.yaml"));
        try (Git git = Git.open(checkout.toFile())) {
            git.rm().addFilepattern("beck.yaml").call();
            SampleDistribution.commit(git, "beck: remove");
            git.push()
                    .setRemote(recipes.toUri().toString())
                    .add("main")
                    .setForce(true)
                    .call();
        }

        Result run = command("run", "--no-pulls");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(Files.readString(directory.resolve("night/out/index.md")))
                .doesNotContain("This is the first run")
                .contains("- **No longer packaged**: beck\n");
    }

    private static Result verified(String script, String... arguments) throws IOException {
        Path config = Files.writeString(directory.resolve("verify.yaml"), """
                pulls:
                  verify:
                    command: [sh, -c, '%s', "{recipe}", "{version}"]
                """.formatted(script));
        return command(Stream.concat(Stream.of(arguments), Stream.of("--config", config.toString()))
                .toArray(String[]::new));
    }

    @Test
    @Order(7)
    void aDryRunStartsNoCommand() throws IOException {
        Result run = verified("touch " + directory.resolve("started"), "run", "--dry-run");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.err()).contains("a dry run does not verify bumps: sh is not started");
        assertThat(directory.resolve("started")).doesNotExist();
    }

    @Test
    @Order(8)
    void aBumpThatFailsItsCommandIsADraft() throws IOException {
        String script = "echo x >> " + directory.resolve("count") + "; echo at $0 $1; test -f $0 -a $0 != beck.yaml";
        Result run = verified(script, "run");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(page("beck"))
                .contains("This is a draft", "`sh` failed: exit status 1; its last lines", "at beck.yaml 1.4.0");
        assertThat(page("weir")).contains("`sh` was not run: a local change conflicts");
        int asked = Files.readAllLines(directory.resolve("count")).size();

        assertThat(verified(script, "run").err()).contains("unchanged").doesNotContain(" opened ", " updated  ");
        assertThat(Files.readAllLines(directory.resolve("count"))).hasSize(asked);
        try (Stream<Path> left = Files.list(directory.resolve("night/state/verify"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    @Order(9)
    void aScheduleLetsAnOpenOneWait() throws IOException, GitAPIException {
        Path checkout = directory.resolve("checkout");
        Path beck = checkout.resolve("beck.yaml");
        Files.writeString(
                beck,
                Files.readString(beck).replace("update:\n", "update:\n  schedule: {period: monthly, reason: often}\n"));
        try (Git git = Git.open(checkout.toFile())) {
            SampleDistribution.commit(git, "Less often");
            git.push().setRemote(recipes.toUri().toString()).add("main").call();
        }
        Map<String, String> before = heads();

        Result run = command("run");

        assertThat(run.err()).contains("its schedule is monthly, and the next bump is due on 2026-09-22");
        assertThat(heads()).isEqualTo(before);
        assertThat(page("beck")).contains("- open\n");
    }

    @Test
    @Order(10)
    void whatIsMergedIsSeen() throws IOException, GitAPIException {
        try (Git git = Git.open(recipes.toFile())) {
            ObjectId branch = git.getRepository().resolve("refs/heads/nearstream/beck");
            RefUpdate main = git.getRepository().updateRef("refs/heads/main");
            main.setNewObjectId(branch);
            main.forceUpdate();
        }

        Result run = command("run");

        assertThat(run.err()).containsPattern("beck +\\S+ +merged").doesNotContain("beck  opened");
        assertThat(page("beck")).contains("- merged\n");
        assertThat(night())
                .contains("- **Merged**: [beck](packages/beck.md) `1.2.0` → `1.4.0` ([pull request](pulls.md))");
    }
}
