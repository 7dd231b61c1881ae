package dev.nearstream.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.cli.Terminal.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two streams of the sample's beck that carry the same patch, which upstream has in both: one pull request. */
final class GroupedPullsRunTest {
    private static final String PATCH = "CVE-2026-99901.patch";

    @TempDir
    static Path directory;

    private static Path recipes = Path.of("");
    private static Path checkout = Path.of("");

    @BeforeAll
    static void aBareRepository() throws IOException, GitAPIException {
        SampleDistribution.upstreams(directory);
        checkout = directory.resolve("checkout");
        try (Repository upstream = new FileRepositoryBuilder()
                .setGitDir(directory.resolve("state/upstreams/beck.git").toFile())
                .build()) {
            for (String version : List.of("1.3.0", "1.4.0")) {
                ObjectId tag = upstream.resolve("refs/tags/v" + version + "^{commit}");
                stream(version, tag == null ? "" : tag.name());
            }
        }
        recipes = directory.resolve("recipes.git");
        SampleDistribution.init(checkout, "Two streams");
        SampleDistribution.bare(checkout, recipes);
    }

    private static void stream(String version, String commit) throws IOException {
        String minor = version.substring(0, 3);
        Path sample = Terminal.HOME.resolve("recipes/sample/beck");
        Path patches = Files.createDirectories(checkout.resolve("beck-" + minor));
        Files.copy(sample.resolve(PATCH), patches.resolve(PATCH));
        Files.writeString(
                checkout.resolve("beck-" + minor + ".yaml"), """
                package:
                  name: beck-%s
                  version: "%s"
                  epoch: 2
                pipeline:
                  - uses: git-checkout
                    with:
                      repository: https://git.example.org/beck.git
                      tag: v${{package.version}}
                      expected-commit: %s
                  - uses: patch
                    with:
                      patches: %s
                update:
                  enabled: true
                  git:
                    strip-prefix: v
                    tag-filter-prefix: v%s
                """.formatted(minor, version, commit, PATCH, minor));
    }

    private static Result run() throws IOException {
        Files.createDirectories(directory.resolve("night"));
        Path configuration = directory.resolve("night/nearstream.yaml");
        Files.writeString(configuration, "pulls: {group: {families: true}}\n");
        String upstreams = "https://git.example.org/=file://" + directory.resolve("state/upstreams") + "/";
        return new Terminal(directory.resolve("night"))
                .run(
                        "run",
                        "--config",
                        configuration.toString(),
                        "--recipes",
                        recipes.toString(),
                        "--rewrite",
                        upstreams);
    }

    /** The bot's branches and their commits, the newest first. */
    private static List<RevCommit> commits() throws IOException {
        try (Repository repository =
                        new FileRepositoryBuilder().setGitDir(recipes.toFile()).build();
                RevWalk walk = new RevWalk(repository)) {
            List<Ref> refs = repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS + "nearstream/");
            assertThat(refs)
                    .extracting(Ref::getName)
                    .singleElement()
                    .asString()
                    .matches("refs/heads/nearstream/family/CVE-2026-99901-patch-[0-9a-f]{8}");
            walk.markStart(walk.parseCommit(refs.get(0).getObjectId()));
            return Stream.of(walk.next(), walk.next()).toList();
        }
    }

    @Test
    void oneBranchWithACommitEach() throws Exception {
        Result first = run();

        assertThat(first.status()).as(first.err()).isZero();
        List<RevCommit> commits = commits();
        assertThat(commits)
                .extracting(RevCommit::getShortMessage)
                .containsExactly("beck-1.4/1.4.0-r3: drop " + PATCH, "beck-1.3/1.3.0-r3: drop " + PATCH);
        Path pulls = directory.resolve("night/out/pulls");
        List<Path> pages;
        try (Stream<Path> files = Files.list(pulls)) {
            pages = files.filter(file -> file.toString().endsWith(".md")).toList();
        }
        assertThat(pages).hasSize(1);
        String page = Files.readString(pages.get(0));
        assertThat(page)
                .as(page)
                .contains("Drops `" + PATCH + "` from 2 packages", "## `beck-1.3`", "## `beck-1.4`")
                .contains("`beck-1.3/" + PATCH + "`, `beck-1.4/" + PATCH + "`")
                .containsOnlyOnce("Close this pull request")
                .containsOnlyOnce("apply in reverse");

        String patch = pages.get(0).toString().replaceAll("\\.md$", ".patch");
        git(checkout, "am", "-q", patch);
        assertThat(git(checkout, "rev-parse", "HEAD^{tree}").strip())
                .isEqualTo(commits.get(0).getTree().name());
        assertThat(git(checkout, "log", "-2", "--format=%s").lines())
                .containsExactlyElementsOf(
                        commits.stream().map(RevCommit::getShortMessage).toList());

        Result second = run();
        assertThat(second.status()).as(second.err()).isZero();
        assertThat(second.err()).contains("unchanged").doesNotContain(" opened ", " updated  ");
        assertThat(commits()).isEqualTo(commits);
    }

    private static String git(Path in, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
                .directory(in.toFile())
                .redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("GIT_COMMITTER_NAME", "A");
        builder.environment().put("GIT_COMMITTER_EMAIL", "a@example.org");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
