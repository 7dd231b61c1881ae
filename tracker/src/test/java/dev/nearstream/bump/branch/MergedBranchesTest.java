package dev.nearstream.bump.branch;

import static dev.nearstream.bump.branch.RecipeRepository.NIGHT;
import static dev.nearstream.bump.branch.RecipeRepository.UPDATE;
import static dev.nearstream.bump.branch.RecipeRepository.US;
import static dev.nearstream.bump.branch.RecipeRepository.delete;
import static dev.nearstream.bump.branch.RecipeRepository.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a branch of ours has come into the base, however that was done. */
final class MergedBranchesTest {
    @TempDir
    private Path directory;

    private RecipeRepository recipes;
    private String branch;

    @BeforeEach
    void make() throws Exception {
        recipes = new RecipeRepository(directory);
        recipes.fixture()
                .file("zlib.yaml", "version: 1.3\n")
                .file("zlib/a.patch", "a\n")
                .file("other.yaml", "version: 1\n")
                .commit("One");
        try (BranchRepository ours = recipes.ours()) {
            branch = ours.commit(
                            List.of(write("zlib.yaml", "version: 1.4\n"), delete("zlib/a.patch")), UPDATE, US, NIGHT)
                    .id();
        }
    }

    @AfterEach
    void close() {
        recipes.close();
    }

    private boolean isMerged(String head) throws Exception {
        try (BranchRepository ours = recipes.ours()) {
            return new MergedBranches(ours).isMerged(head);
        }
    }

    @Test
    void notWhileNothingHasHappened() throws Exception {
        assertThat(isMerged(branch)).isFalse();
        recipes.fixture().file("other.yaml", "version: 2\n").commit("Of others");
        assertThat(isMerged(branch)).isFalse();
    }

    @Test
    void itsCommitIsInTheHistory() throws Exception {
        String one = recipes.fixture().head();
        recipes.fixture().file("zlib.yaml", "version: 1.5\n").commit("Two");
        assertThat(isMerged(one)).isTrue();
        assertThat(isMerged(recipes.fixture().head())).isTrue();
    }

    @Test
    void itsFilesAreThereByAnotherCommit() throws Exception {
        recipes.fixture().file("other.yaml", "version: 2\n").commit("Of others");
        recipes.fixture()
                .file("zlib.yaml", "version: 1.4\n")
                .remove("zlib/a.patch")
                .commit("Squashed");
        assertThat(isMerged(branch)).isTrue();
    }

    @Test
    void itsFilesWereThereAndWentOn() throws Exception {
        recipes.fixture()
                .file("zlib.yaml", "version: 1.4\n")
                .remove("zlib/a.patch")
                .commit("Squashed");
        recipes.fixture().file("zlib.yaml", "version: 1.5\n").commit("Bumped");
        recipes.fixture().file("other.yaml", "version: 2\n").commit("Of others");
        assertThat(isMerged(branch)).isTrue();
    }

    @Test
    void notWhereOnlySomeOfItIsThere() throws Exception {
        recipes.fixture().file("zlib.yaml", "version: 1.4\n").commit("Without the patch's end");
        assertThat(isMerged(branch)).isFalse();
        recipes.fixture()
                .file("zlib.yaml", "version: 1.5\n")
                .remove("zlib/a.patch")
                .commit("Another version");
        assertThat(isMerged(branch)).isFalse();
    }

    @Test
    void aFileOfAnotherModeIsAnotherFile() throws Exception {
        recipes.fixture()
                .executable("zlib.yaml", "version: 1.4\n")
                .remove("zlib/a.patch")
                .commit("Executable");
        assertThat(isMerged(branch)).isFalse();
    }

    @Test
    void whatIsNotHereIsNotKnown() throws Exception {
        assertThat(isMerged("0123456789012345678901234567890123456789")).isFalse();
        assertThat(isMerged("")).isFalse();
        assertThat(isMerged("main")).isFalse();
    }
}
