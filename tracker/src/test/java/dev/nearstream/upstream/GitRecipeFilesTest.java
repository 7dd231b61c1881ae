package dev.nearstream.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.recipe.FileTooLargeException;
import dev.nearstream.recipe.RecipeFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRecipeFilesTest {

    @Test
    void linksAreFollowedInsideTheTree(@TempDir Path directory) throws Exception {
        Path bare = directory.resolve("os.git");
        try (FixtureRepository sample = new FixtureRepository(bare)) {
            sample.file("z.yaml", "z")
                    .file("postgis-17/a.patch", "patch")
                    .link("postgis-18", "postgis-17")
                    .link("deep/up.yaml", "../z.yaml")
                    .link("out", "../etc")
                    .link("absolute", "/etc/passwd")
                    .link("circle", "circle")
                    .commit("One");
        }
        MirrorSettings settings = MirrorSettings.defaults(directory.resolve("state"));
        try (Mirrors mirrors = new Mirrors(settings, DateCache.none(), Clock.systemUTC());
                GitRecipeFiles files = GitRecipeFiles.open(mirrors, RecipeSource.parse(bare.toString()))) {
            assertThat(files.list(""))
                    .containsExactly(
                            new RecipeFiles.Entry("deep", true),
                            new RecipeFiles.Entry("postgis-17", true),
                            new RecipeFiles.Entry("postgis-18", true),
                            new RecipeFiles.Entry("z.yaml", false));
            assertThat(files.list("postgis-18")).containsExactly(new RecipeFiles.Entry("a.patch", false));
            assertThat(files.read("postgis-18/a.patch", 5)).contains("patch".getBytes(UTF_8));
            assertThat(files.read("deep/up.yaml", 5)).isPresent();
            for (String absent : new String[] {"out", "absolute", "circle", "../z.yaml", "/z.yaml", "deep", "none"}) {
                assertThat(files.read(absent, 5)).as(absent).isEmpty();
            }
            assertThatThrownBy(() -> files.read("postgis-17/a.patch", 4)).isInstanceOf(FileTooLargeException.class);
        }
    }

    @Test
    void aBranchMayFollowAUrl() {
        assertThat(RecipeSource.parse("https://me@example.org/os.git@stable/3"))
                .isEqualTo(new RecipeSource("https://me@example.org/os.git", Optional.of("stable/3")));
        assertThat(RecipeSource.parse("git@example.org:os.git@main"))
                .isEqualTo(new RecipeSource("git@example.org:os.git", Optional.of("main")));
        assertThat(RecipeSource.parse("git@example.org:os.git").branch()).isEmpty();
    }

    @Test
    void aBranchThatIsNotThereIsNamedWithoutASecret(@TempDir Path directory) throws Exception {
        try (FixtureRepository upstream = new FixtureRepository(directory.resolve("os.git"))) {
            upstream.file("a.yaml", "package: {}\n").commit("One");
            try (GitServer server = new GitServer(upstream.repository());
                    Mirrors mirrors = new Mirrors(
                            MirrorSettings.defaults(directory.resolve("state")), DateCache.none(), Clock.systemUTC())) {
                String url = server.url().replace("://", "://user:s3cret@");
                assertThatThrownBy(() -> GitRecipeFiles.open(mirrors, RecipeSource.parse(url + "@none")))
                        .hasMessage(server.url() + " none: there is no such branch; a branch that it has would do");
            }
        }
    }

    @Test
    void aUserInAUrlIsNoBranch() {
        for (String url : new String[] {"ssh://git@example.org/os", "https://u:pw@example.org/os", "https://me@h"}) {
            assertThat(RecipeSource.parse(url)).isEqualTo(new RecipeSource(url, Optional.empty()));
        }
        assertThat(RecipeSource.parse("ssh://git@example.org/os@main").branch()).contains("main");
    }
}
