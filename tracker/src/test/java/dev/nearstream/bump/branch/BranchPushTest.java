package dev.nearstream.bump.branch;

import static dev.nearstream.bump.branch.RecipeRepository.NIGHT;
import static dev.nearstream.bump.branch.RecipeRepository.UPDATE;
import static dev.nearstream.bump.branch.RecipeRepository.US;
import static dev.nearstream.bump.branch.RecipeRepository.files;
import static dev.nearstream.bump.branch.RecipeRepository.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.bump.branch.PushOutcome.Pushed;
import dev.nearstream.bump.branch.PushOutcome.Refused;
import dev.nearstream.bump.branch.PushOutcome.UpToDate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes onto the remote, and what is left alone. */
final class BranchPushTest {
    private static final String BRANCH = "nearstream/zlib";

    @TempDir
    private Path directory;

    private RecipeRepository recipes;

    @BeforeEach
    void make() throws Exception {
        recipes = new RecipeRepository(directory);
        recipes.fixture()
                .file("zlib.yaml", "version: 1.3\n")
                .file("zlib-ng.yaml", "version: 2.0\n")
                .commit("One");
    }

    @AfterEach
    void close() {
        recipes.close();
    }

    /** One night: the version goes to the branch, where {@code pushed} is what was pushed last. */
    private PushOutcome push(String version, Instant when, String... pushed) throws Exception {
        return push(BRANCH, US, version, when, pushed);
    }

    private PushOutcome push(String branch, CommitIdentity us, String version, Instant when, String... pushed)
            throws Exception {
        try (BranchRepository ours = recipes.ours()) {
            BumpCommit commit =
                    ours.commit(List.of(write("zlib.yaml", "version: " + version + "\n")), UPDATE, us, when);
            return new BranchPush(ours, recipes.remote(), "nearstream/", "main", us.mail())
                    .push(branch, commit, List.of(pushed).stream().findFirst());
        }
    }

    private String head() throws Exception {
        return head(BRANCH);
    }

    private String head(String branch) throws Exception {
        Ref ref = recipes.git().exactRef(Constants.R_HEADS + branch);
        return ref == null ? "none" : ref.getObjectId().name();
    }

    @Test
    void makesTheBranchAndTouchesNoOther() throws Exception {
        String main = head("main");

        PushOutcome outcome = push("1.4", NIGHT);

        assertThat(outcome).isEqualTo(new Pushed(head(), Optional.empty()));
        assertThat(head("main")).isEqualTo(main);
        assertThat(files(recipes.git(), head())).containsEntry("zlib.yaml", "100644 version: 1.4\n");
        assertThat(recipes.git().getRefDatabase().getRefsByPrefix(Constants.R_HEADS))
                .hasSize(2);
    }

    @Test
    void changesNothingTheSecondTime() throws Exception {
        push("1.4", NIGHT);
        String first = head();

        assertThat(push("1.4", NIGHT, first)).isEqualTo(new UpToDate(first));
        assertThat(push("1.4", NIGHT.plusSeconds(86_400), first)).isEqualTo(new UpToDate(first));
        recipes.fixture().file("zlib-ng.yaml", "version: 2.1\n").commit("Another package");
        assertThat(push("1.4", NIGHT, first)).isEqualTo(new UpToDate(first));
        assertThat(head()).isEqualTo(first);
    }

    @Test
    void findsItsOwnContentAgainThoughTheStoreWasLost() throws Exception {
        push("1.4", NIGHT);
        OwnRepository.delete(recipes.ownDirectory());

        assertThat(push("1.4", NIGHT.plusSeconds(60))).isEqualTo(new UpToDate(head()));
    }

    @Test
    void aNewerReleaseReplacesWhatWePushed() throws Exception {
        push("1.4", NIGHT);
        String first = head();
        OwnRepository.delete(recipes.ownDirectory());

        PushOutcome outcome = push("1.5", NIGHT, first);

        assertThat(outcome).isEqualTo(new Pushed(head(), Optional.of(first)));
        assertThat(files(recipes.git(), head())).containsEntry("zlib.yaml", "100644 version: 1.5\n");
        assertThat(recipes.git()
                        .parseCommit(ObjectId.fromString(head()))
                        .getParent(0)
                        .name())
                .isEqualTo(head("main"));
    }

    @Test
    void aBaseThatChangedOurFileIsFollowed() throws Exception {
        push("1.4", NIGHT);
        String first = head();
        recipes.fixture().file("zlib.yaml", "version: 1.3\nepoch: 1\n").commit("Rebuild");

        assertThat(push("1.4", NIGHT, first)).isEqualTo(new Pushed(head(), Optional.of(first)));
    }

    @Test
    void leavesSomebodysCommitAlone() throws Exception {
        push("1.4", NIGHT);
        String first = head();
        String main = head("main");
        recipes.fixture().checkout(first).file("README", "x").commit("Explain it");
        String theirs = recipes.fixture().head();
        recipes.fixture().ref(Constants.R_HEADS + BRANCH).checkout(main);

        PushOutcome outcome = push("1.5", NIGHT, first);

        assertThat(outcome)
                .isEqualTo(new Refused(
                        Refused.Cause.SOMEBODY_ELSE,
                        BRANCH + ": its newest commit " + theirs.substring(0, 10)
                                + " (\"Explain it\", by A U Thor) is none that we pushed"));
        assertThat(head()).isEqualTo(theirs);
    }

    @Test
    void leavesACommitAloneThatTheStoreDoesNotKnow() throws Exception {
        push("1.4", NIGHT);
        String first = head();

        assertThat(push("1.5", NIGHT)).isInstanceOf(Refused.class);
        assertThat(push("1.5", NIGHT, "1".repeat(40))).isInstanceOf(Refused.class);
        assertThat(head()).isEqualTo(first);
    }

    @Test
    void leavesABranchOfAnotherCommitterAlone() throws Exception {
        push("1.4", NIGHT);
        CommitIdentity other = new CommitIdentity("Other", "other@example.org", false, Optional.empty());

        assertThat(push(BRANCH, other, "1.5", NIGHT, head())).isInstanceOf(Refused.class);
    }

    @Test
    void aBranchThatSomebodyDeletedStaysAway() throws Exception {
        PushOutcome outcome = push("1.4", NIGHT, "1".repeat(40));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).endsWith("os.git, and we have not deleted it"));
        assertThat(head()).isEqualTo("none");
    }

    @Test
    void pushesToBranchesOfOursAlone() {
        for (String branch : List.of("main", "nearstream/", "other/zlib", "nearstream/a..b", "nearstream/a~1")) {
            assertThatThrownBy(() -> push(branch, US, "1.4", NIGHT))
                    .as(branch)
                    .isInstanceOf(BranchException.class)
                    .hasMessageStartingWith(branch);
        }
        assertThatThrownBy(() -> push("nearstream/a~1", US, "1.4", NIGHT))
                .hasMessage("nearstream/a~1: is no valid name of a branch");
    }

    @Test
    void aKillBetweenPushAndStoreIsSeenInTheBranch() throws Exception {
        push("1.4", NIGHT);
        try (BranchRepository ours = recipes.ours()) {
            BranchPush push = new BranchPush(ours, recipes.remote(), "nearstream/", "main", US.mail());
            assertThat(push.head(BRANCH)).contains(head());
            assertThat(push.head("nearstream/none")).isEmpty();
        }
    }

    /** One night of two packages, a commit each. */
    private PushOutcome pushBoth(String zlib, String ng, Instant when, String... pushed) throws Exception {
        try (BranchRepository ours = recipes.ours()) {
            BumpCommit commit = ours.commits(
                    List.of(
                            new CommitContent(List.of(write("zlib.yaml", "version: " + zlib + "\n")), UPDATE),
                            new CommitContent(List.of(write("zlib-ng.yaml", "version: " + ng + "\n")), UPDATE)),
                    US,
                    when);
            return new BranchPush(ours, recipes.remote(), "nearstream/", "main", US.mail())
                    .push(BRANCH, commit, List.of(pushed).stream().findFirst());
        }
    }

    @Test
    void whatAKillLeftOfAPushGoesWithTheNext() throws Exception {
        Path left = recipes.ownDirectory().resolve("outgoing");
        push("1.4", NIGHT);
        assertThat(left).doesNotExist();
        Files.createDirectories(left.resolve("refs/heads"));
        Files.writeString(left.resolve("HEAD"), "ref: refs/he");

        assertThat(push("1.5", NIGHT, head())).isInstanceOf(Pushed.class);

        assertThat(left).doesNotExist();
    }

    @Test
    void aLockThatAKillLeftInTheRemoteGoesOnceItIsOld() throws Exception {
        Path lock = recipes.git().getDirectory().toPath().resolve("refs/heads/" + BRANCH + ".lock");
        Files.createDirectories(lock.getParent());
        Files.writeString(lock, "");
        Files.setLastModifiedTime(lock, FileTime.from(NIGHT.minusSeconds(60)));

        assertThat(push("1.4", NIGHT))
                .isInstanceOfSatisfying(
                        PushOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains(lock + " is locked", "or delete it"));
        assertThat(lock).exists();
        Files.setLastModifiedTime(lock, FileTime.from(NIGHT.minusSeconds(3600)));

        assertThat(push("1.4", NIGHT)).isEqualTo(new Pushed(head(), Optional.empty()));
        assertThat(lock).doesNotExist();
    }

    @Test
    void severalCommitsAreOneBranch() throws Exception {
        PushOutcome outcome = pushBoth("1.4", "2.1", NIGHT);
        String first = head();

        assertThat(outcome).isEqualTo(new Pushed(first, Optional.empty()));
        assertThat(files(recipes.git(), first))
                .containsEntry("zlib.yaml", "100644 version: 1.4\n")
                .containsEntry("zlib-ng.yaml", "100644 version: 2.1\n");
        assertThat(recipes.git().resolve(first + "~2").name()).isEqualTo(head("main"));
        assertThat(pushBoth("1.4", "2.1", NIGHT.plusSeconds(60), first)).isEqualTo(new UpToDate(first));
        assertThat(pushBoth("1.4", "2.1", NIGHT.plusSeconds(60))).isEqualTo(new UpToDate(first));
        assertThat(pushBoth("1.4", "2.2", NIGHT, first)).isEqualTo(new Pushed(head(), Optional.of(first)));
        String second = head();
        assertThat(push("1.4", NIGHT, second)).as("one left").isEqualTo(new Pushed(head(), Optional.of(second)));
        assertThat(recipes.git().resolve(head() + "~1").name()).isEqualTo(head("main"));
    }
}
