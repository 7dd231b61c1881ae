package dev.nearstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.cli.Terminal.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Ref;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes of a person's own checkout, and pull requests for the repository that it was cloned from. */
final class CheckoutPullsRunTest {
    private final Path directory;
    private final Path checkout;
    private final Path remote;

    CheckoutPullsRunTest(@TempDir Path directory) {
        this.directory = directory;
        this.checkout = directory.resolve("checkout");
        this.remote = directory.resolve("remote.git");
    }

    @BeforeEach
    void aCloneOfTheSample() throws IOException, GitAPIException {
        SampleDistribution.upstreams(directory);
        SampleDistribution.copy(checkout, name -> true);
        SampleDistribution.init(checkout, "The sample");
        SampleDistribution.bare(checkout, remote);
    }

    private Result run(String base) throws IOException {
        Path night = Files.createDirectories(directory.resolve("night"));
        Path config = Files.writeString(night.resolve("nearstream.yaml"), """
                recipes: %s
                pulls: {repository: %s, base: %s}
                """.formatted(checkout, remote, base));
        String upstreams = "https://git.example.org/=file://" + directory.resolve("state/upstreams") + "/";
        return new Terminal(night).run("run", "--config", config.toString(), "--rewrite", upstreams);
    }

    private List<String> branches() throws IOException, GitAPIException {
        try (Git git = Git.open(remote.toFile())) {
            return git.branchList().call().stream()
                    .map(Ref::getName)
                    .filter(name -> name.contains("nearstream/"))
                    .toList();
        }
    }

    private void edit() throws IOException {
        Path beck = checkout.resolve("beck.yaml");
        Files.writeString(beck, Files.readString(beck) + "# a secret\n");
    }

    @Test
    void whatOthersHaveIsBuiltUpon() throws Exception {
        assertThat(run("main").err()).contains("pull requests:");
        assertThat(branches()).contains("refs/heads/nearstream/beck", "refs/heads/nearstream/weir");
    }

    @Test
    void aPersonsOwnCommitIsNotPublished() throws Exception {
        edit();
        try (Git git = Git.open(checkout.toFile())) {
            SampleDistribution.commit(git, "not for others");
        }
        assertThat(run("main").err()).contains("is not in main of " + remote + ": push it first");
        assertThat(branches()).isEmpty();
    }

    @Test
    void whatIsNotCommittedIsNotPublished() throws Exception {
        edit();
        assertThat(run("main").err())
                .contains("beck.yaml is not what its commit has: commit and push it first, or take it back");
        assertThat(branches()).contains("refs/heads/nearstream/weir").doesNotContain("refs/heads/nearstream/beck");
    }

    @Test
    void aCheckoutThatIsBehindIsSaidToBe() throws Exception {
        Path other = directory.resolve("other");
        try (Git git = Git.cloneRepository()
                .setURI(remote.toUri().toString())
                .setDirectory(other.toFile())
                .call()) {
            Files.writeString(other.resolve("note.txt"), "x");
            SampleDistribution.commit(git, "of somebody else's");
            git.push().call();
        }
        assertThat(run("main").err()).contains("on main, which is not here: fetch and check it out first");
        assertThat(branches()).isEmpty();
    }

    @Test
    void aBaseThatIsNotThereIsNamed() throws Exception {
        assertThat(run("master").err()).contains(remote + " has no branch master; pulls.base names the one");
        assertThat(branches()).isEmpty();
    }
}
