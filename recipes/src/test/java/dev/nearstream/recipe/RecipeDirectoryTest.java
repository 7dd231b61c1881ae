package dev.nearstream.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tree on disk: nothing outside it is read, and nothing that is too large. */
class RecipeDirectoryTest {
    private static final long LARGE = 200L << 20;

    private final Path directory;
    private RecipeFolder folder;

    RecipeDirectoryTest(@TempDir Path directory) {
        this.directory = directory;
        folder = new RecipeFolder(directory);
    }

    @BeforeEach
    void outside() throws IOException {
        folder.file("outside/secret.yaml", RecipeFolder.HEAD).file("tree/pkg.yaml", RecipeFolder.HEAD);
        folder = new RecipeFolder(directory.resolve("tree"));
    }

    private RecipeDirectory files() throws IOException {
        return new RecipeDirectory(folder.path("."));
    }

    /** Has holes only: it takes no room on the disk, and reading it would show. */
    private void large(String path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.path(path).toFile(), "rw")) {
            file.setLength(LARGE);
        }
    }

    @Test
    void aFileThatIsTooLargeIsRefusedByItsSize() throws IOException {
        large("large.yaml");
        assertThatThrownBy(() -> files().read("large.yaml", 1000))
                .isInstanceOfSatisfying(FileTooLargeException.class, e -> {
                    assertThat(e.path()).isEqualTo("large.yaml");
                    assertThat(e.size()).isEqualTo(LARGE);
                    assertThat(e.limit()).isEqualTo(1000);
                })
                .hasMessage("large.yaml has 209715200 bytes; at most 1000 are read");
    }

    @Test
    void aRecipeThatIsTooLargeIsAProblemOfItsOwn() throws IOException {
        large("large.yaml");
        RecipeTree tree = folder.read();
        assertThat(tree.recipes()).extracting(Recipe::file).containsExactly("pkg.yaml");
        assertThat(tree.problems())
                .extracting(RecipeProblem::toString)
                .containsExactly(
                        "large.yaml:1:1: cannot be read: large.yaml has 209715200 bytes; at most 4194304 are read");
    }

    @Test
    void aLinkOutOfTheTreeLeadsNowhere() throws IOException {
        folder.link("out.yaml", "../outside/secret.yaml").link("outside", "../outside");
        folder.link("gone.yaml", "nothing")
                .link("abs.yaml", directory.resolve("outside/secret.yaml").toString());
        assertThat(files().read("out.yaml", 1000)).isEmpty();
        assertThat(files().read("abs.yaml", 1000)).isEmpty();
        assertThat(files().isFile("outside/secret.yaml")).isFalse();
        assertThat(files().list("outside")).isEmpty();
        assertThat(folder.read().recipes()).extracting(Recipe::file).containsExactly("pkg.yaml");
        assertThat(folder.read().problems())
                .extracting(RecipeProblem::toString)
                .allMatch(text -> text.endsWith("a link that leads nowhere, or out of the tree"));
    }

    @Test
    void noPathLeadsOutOfTheTree() throws IOException {
        for (String path :
                new String[] {"../outside/secret.yaml", "a/../../outside/secret.yaml", "\u0000", "/etc/passwd"}) {
            assertThat(files().read(path, 1000)).as(path).isEmpty();
            assertThat(files().isFile(path)).as(path).isFalse();
        }
        assertThat(files().list("..")).isEmpty();
    }

    @Test
    void aLinkInsideTheTreeIsFollowed() throws IOException {
        folder.file("libfoo/x.patch", "x").link("foo-compat", "libfoo");
        assertThat(files().read("foo-compat/x.patch", 10))
                .contains("x".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(files().followed("foo-compat/x.patch")).isEqualTo("libfoo/x.patch");
        assertThat(files().followed("foo-compat/none.patch")).isEqualTo("foo-compat/none.patch");
        assertThat(files().list("")).contains(new RecipeFiles.Entry("foo-compat", true));
    }

    @Test
    void aLinkToItselfIsNoFile() throws IOException {
        folder.link("loop.yaml", "loop.yaml");
        assertThat(files().isFile("loop.yaml")).isFalse();
        assertThat(folder.read().recipes()).hasSize(1);
    }

    @Test
    void thereMustBeADirectory() {
        assertThatThrownBy(() -> new RecipeDirectory(directory.resolve("none")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(directory.resolve("none").toString());
    }
}
