package dev.nearstream.bump.branch;

import static dev.nearstream.bump.branch.RecipeRepository.NIGHT;
import static dev.nearstream.bump.branch.RecipeRepository.UPDATE;
import static dev.nearstream.bump.branch.RecipeRepository.US;
import static dev.nearstream.bump.branch.RecipeRepository.delete;
import static dev.nearstream.bump.branch.RecipeRepository.files;
import static dev.nearstream.bump.branch.RecipeRepository.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A commit that is made without a checkout. */
final class BranchRepositoryTest {
    @TempDir
    private Path directory;

    private RecipeRepository recipes;

    @BeforeEach
    void make() throws Exception {
        recipes = new RecipeRepository(directory);
        recipes.fixture()
                .file("zlib.yaml", "version: 1.3\n")
                .file("zlib/a.patch", "a\n")
                .file("zlib/b.patch", "b\n")
                .executable("zlib.sh", "#!/bin/sh\n")
                .file("zlib-ng.yaml", "version: 2.0\n")
                .link("zlib-1", "zlib")
                .submodule("module", "0123456789012345678901234567890123456789")
                .commit("One");
    }

    @AfterEach
    void close() {
        recipes.close();
    }

    private BumpCommit commit(FileChange... changes) throws Exception {
        try (BranchRepository ours = recipes.ours()) {
            return ours.commit(List.of(changes), UPDATE, US, NIGHT);
        }
    }

    private RevCommit read(BumpCommit commit) throws Exception {
        try (BranchRepository ours = recipes.ours()) {
            return ours.repository().parseCommit(ObjectId.fromString(commit.id()));
        }
    }

    @Test
    void changesTheFilesNamedAndNoOthers() throws Exception {
        Map<String, String> before = files(recipes.git(), recipes.fixture().head());

        BumpCommit commit = commit(
                write("zlib.yaml", "version: 1.4\n"),
                write("zlib.sh", "#!/bin/bash\n"),
                delete("zlib/a.patch"),
                write("zlib/c.patch", "c\n"),
                write("new/deep/d.patch", "d\n"));

        Map<String, String> expected = new TreeMap<>(before);
        expected.put("zlib.yaml", "100644 version: 1.4\n");
        expected.put("zlib.sh", "100755 #!/bin/bash\n");
        expected.remove("zlib/a.patch");
        expected.put("zlib/c.patch", "100644 c\n");
        expected.put("new/deep/d.patch", "100644 d\n");
        try (BranchRepository ours = recipes.ours()) {
            assertThat(files(ours.repository(), commit.id())).isEqualTo(expected);
        }
        assertThat(before).containsEntry("zlib-1", "120000 zlib");
    }

    @Test
    void leavesNoEmptyDirectory() throws Exception {
        BumpCommit commit = commit(delete("zlib/a.patch"), delete("zlib/b.patch"));

        try (BranchRepository ours = recipes.ours()) {
            assertThat(files(ours.repository(), commit.id()))
                    .containsOnlyKeys("zlib.yaml", "zlib.sh", "zlib-ng.yaml", "zlib-1", "module");
        }
    }

    @Test
    void writesNothingIntoTheRepositoryThatItReads() throws Exception {
        List<String> before = recipes.bytes();

        commit(write("zlib.yaml", "version: 1.4\n"));

        assertThat(recipes.bytes()).isEqualTo(before);
    }

    @Test
    void saysWhoMadeItWhenAndWhy() throws Exception {
        RevCommit commit = read(commit(write("zlib.yaml", "version: 1.4\n")));

        assertThat(commit.getFullMessage()).isEqualTo("""
                zlib/1.4 package update

                - a.patch: dropped, v1.4 has it

                Signed-off-by: Nearstream <bot@example.org>
                """);
        assertThat(commit.getAuthorIdent()).isEqualTo(commit.getCommitterIdent());
        assertThat(commit.getCommitterIdent().toExternalString())
                .isEqualTo("Nearstream <bot@example.org> 1787364000 +0000");
        assertThat(commit.getParent(0).name()).isEqualTo(recipes.fixture().head());
    }

    @Test
    void isTheSameCommitEachTime() throws Exception {
        BumpCommit first = commit(write("zlib.yaml", "version: 1.4\n"), delete("zlib/a.patch"));
        OwnRepository.delete(recipes.ownDirectory());
        BumpCommit again = commit(delete("zlib/a.patch"), write("zlib.yaml", "version: 1.4\n"));

        assertThat(again).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zlib-1/a.patch         | zlib-1: is a symbolic link in the base, and no directory; a path through it is not written
            zlib.yaml/x            | zlib.yaml: is a file in the base, and no directory; a path through it is not written
            module/x               | module: is a submodule in the base, and no directory; a path through it is not written
            zlib-1                 | zlib-1: is a symbolic link in the base; the path of the file it leads to would be right
            zlib                   | zlib: is a directory in the base; a file's path would be right
            module                 | module: is a submodule in the base; a file's path would be right
            ../zlib.yaml           | "../zlib.yaml": is no path inside the repository; names with / between them would be right
            zlib/../../x           | "zlib/../../x": is no path inside the repository; names with / between them would be right
            /zlib.yaml             | "/zlib.yaml": is no path inside the repository; names with / between them would be right
            zlib//x                | "zlib//x": is no path inside the repository; names with / between them would be right
            .git/config            | ".git/config": is no path inside the repository; names with / between them would be right
            zlib/.GIT/config       | "zlib/.GIT/config": is no path inside the repository; names with / between them would be right
            git~1/config           | "git~1/config": is no path inside the repository; names with / between them would be right
            """)
    void refusesAPathThatIsNotTheFilesOwn(String path, String message) {
        assertThatThrownBy(() -> commit(write(path, "x"))).hasMessage(message);
    }

    @Test
    void refusesWhatDoesNotFitTheBase() {
        assertThatThrownBy(() -> commit(delete("zlib/gone.patch")))
                .hasMessage("zlib/gone.patch: is to be deleted, and is not in the base");
        assertThatThrownBy(() -> commit(write("zlib.yaml", "version: 1.3\n")))
                .hasMessage("zlib/1.4 package update: the changes leave the files of "
                        + recipes.fixture().head() + " as they are");
        assertThatThrownBy(() -> commit(write("x", "1"), write("x", "2")))
                .hasMessage("x: is changed twice, or below a file that is changed");
        assertThatThrownBy(() -> commit(write("x/y", "1"), write("x", "2")))
                .hasMessage("x: is changed as a file, and so is a file below it");
        assertThatThrownBy(() -> commit(write("a\nb", "1"))).hasMessage("a?b: has a control character in it");
    }

    @Test
    void aLinkItselfCanBeDeleted() throws Exception {
        BumpCommit commit = commit(delete("zlib-1"));

        try (BranchRepository ours = recipes.ours()) {
            assertThat(files(ours.repository(), commit.id()))
                    .doesNotContainKey("zlib-1")
                    .containsKey("zlib/a.patch");
        }
    }

    @Test
    void anotherDateIsNoOtherContent() throws Exception {
        try (BranchRepository ours = recipes.ours()) {
            List<FileChange> changes = List.of(write("zlib.yaml", "version: 1.4\n"));
            BumpCommit pushed = ours.commit(changes, UPDATE, US, NIGHT);
            BumpCommit next = ours.commit(changes, UPDATE, US, NIGHT.plusSeconds(86_400));

            assertThat(next.id()).isNotEqualTo(pushed.id());
            assertThat(ours.sameContent(pushed.id(), next, true)).isTrue();
            BumpCommit other = ours.commit(List.of(write("zlib.yaml", "version: 1.5\n")), UPDATE, US, NIGHT);
            assertThat(ours.sameContent(pushed.id(), other, true)).isFalse();
        }
    }

    @Test
    void aBaseThatMovedElsewhereIsNoOtherContent() throws Exception {
        List<FileChange> changes = List.of(write("zlib.yaml", "version: 1.4\n"));
        String pushed = commit(changes.get(0)).id();
        recipes.fixture().file("zlib-ng.yaml", "version: 2.1\n").commit("Two");

        try (BranchRepository ours = recipes.ours()) {
            BumpCommit next = ours.commit(changes, UPDATE, US, NIGHT);
            assertThat(next.base()).isEqualTo(recipes.fixture().head());
            assertThat(ours.sameContent(pushed, next, false)).isTrue();
        }
    }

    @Test
    void aBaseThatChangedOurFileIsOtherContent() throws Exception {
        String pushed = commit(write("zlib.yaml", "version: 1.4\n")).id();
        recipes.fixture().file("zlib.yaml", "version: 1.3\nepoch: 1\n").commit("Two");

        try (BranchRepository ours = recipes.ours()) {
            BumpCommit next = ours.commit(List.of(write("zlib.yaml", "version: 1.4\n")), UPDATE, US, NIGHT);
            assertThat(ours.sameContent(pushed, next, true)).isFalse();
        }
    }

    @Test
    void theirCommitOnTheBranchIsOtherContent() throws Exception {
        String base = recipes.fixture().head();
        recipes.fixture().file("zlib.yaml", "version: 1.4\n").commit("Ours, as it could be");
        String theirs = recipes.fixture().file("README", "x").commit("Theirs");
        recipes.fixture().checkout(base);

        try (BranchRepository ours = recipes.ours()) {
            BumpCommit next = ours.commit(List.of(write("zlib.yaml", "version: 1.4\n")), UPDATE, US, NIGHT);
            assertThat(ours.sameContent(theirs, next, true)).isFalse();
        }
    }

    @Test
    void tellsWhetherTheBaseIsInWhatTheRemoteHas() throws Exception {
        String one = recipes.fixture().head();
        try (BranchRepository ours = recipes.ours()) {
            assertThat(ours.isBaseIn(one)).contains(true);
            assertThat(ours.isBaseIn("1".repeat(40))).isEmpty();
        }
        recipes.fixture().file("zlib.yaml", "version: 1.3.1\n").commit("Private");
        try (BranchRepository ours = recipes.ours()) {
            assertThat(ours.isBaseIn(one)).isEqualTo(Optional.of(false));
        }
    }

    @Test
    void gitTakesItForWhole() throws Exception {
        RealGit git = RealGit.in(directory);
        BumpCommit commit = commit(
                write("zlib.yaml", "version: 1.4\n"),
                write("zlib-0", "x\n"),
                write("zlib0", "x\n"),
                delete("zlib/a.patch"));

        assertThat(git.ok(recipes.ownDirectory(), "git", "fsck", "--strict", commit.id()))
                .doesNotContain("error", "warning");
        assertThat(git.ok(recipes.ownDirectory(), "git", "diff", "--stat", "--summary", commit.base(), commit.id()))
                .contains(" 4 files changed, 3 insertions(+), 2 deletions(-)", "delete mode 100644 zlib/a.patch");
    }
}
