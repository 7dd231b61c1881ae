package dev.nearstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** The sample's recipes as a git repository, and its upstreams beside it. */
final class SampleDistribution {
    private static final Path RECIPES = Terminal.HOME.resolve("recipes/sample");

    private SampleDistribution() {}

    /** Lets the sample's upstreams be under {@code state/upstreams}. */
    static void upstreams(Path directory) {
        assertThat(new Terminal(directory).run("run").status())
                .as("makes the sample's upstreams")
                .isZero();
    }

    /**
     * Copies the recipes into a checkout that is to be.
     *
     * @param wanted of the names at the top of the tree
     */
    static void copy(Path checkout, Predicate<String> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(RECIPES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path name = RECIPES.relativize(file);
                if (wanted.test(name.getName(0).toString())) {
                    Files.createDirectories(checkout.resolve(name).getParent());
                    Files.copy(file, checkout.resolve(name));
                }
            }
        }
    }

    /** Makes a repository of what lies in the directory, with one commit on main. */
    static void init(Path checkout, String message) throws GitAPIException {
        try (Git git = Git.init()
                .setDirectory(checkout.toFile())
                .setInitialBranch("main")
                .call()) {
            commit(git, message);
        }
    }

    /** Commits all that is other than before. */
    static void commit(Git git, String message) throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.commit()
                .setAll(true)
                .setMessage(message)
                .setAuthor("A", "a@example.org")
                .setCommitter("A", "a@example.org")
                .setSign(false)
                .call();
    }

    /** A bare clone. */
    static void bare(Path checkout, Path bare) throws GitAPIException {
        Git.cloneRepository()
                .setURI(checkout.toUri().toString())
                .setDirectory(bare.toFile())
                .setBare(true)
                .call()
                .close();
    }
}
