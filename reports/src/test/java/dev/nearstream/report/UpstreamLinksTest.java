package dev.nearstream.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.recipe.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamLinksTest {

    @ParameterizedTest
    @CsvSource({
        "https://github.com/a/b.git, https://github.com/a/b/commit/52ed0cd, https://github.com/a/b/releases/tag/v1%20x/y",
        "https://user:token@github.com/a/b, https://github.com/a/b/commit/52ed0cd, https://github.com/a/b/releases/tag/v1%20x/y",
        "https://gitlab.gnome.org/G/b/, https://gitlab.gnome.org/G/b/-/commit/52ed0cd, https://gitlab.gnome.org/G/b/-/tags/v1%20x/y",
        "https://codeberg.org/a/b, https://codeberg.org/a/b/commit/52ed0cd, https://codeberg.org/a/b/src/tag/v1%20x/y",
        "http://gitea.example.org:3000/a/b, http://gitea.example.org:3000/a/b/commit/52ed0cd, http://gitea.example.org:3000/a/b/src/tag/v1%20x/y"
    })
    void knownForges(String repository, String commit, String tag) {
        assertThat(UpstreamLinks.commit(repository, "52ed0cd")).contains(commit);
        assertThat(UpstreamLinks.tag(repository, "v1 x/y")).contains(tag);
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/a/b.git, https://github.com/a/b/compare/v1%23...x/v2",
        "https://gitlab.gnome.org/G/b/, https://gitlab.gnome.org/G/b/-/compare/v1%23...x/v2",
        "https://codeberg.org/a/b, https://codeberg.org/a/b/compare/v1%23...x/v2"
    })
    void twoVersionsAreCompared(String repository, String page) {
        assertThat(UpstreamLinks.compare(repository, "v1#", "x/v2")).contains(page);
        assertThat(UpstreamLinks.compare(repository, "", "v2")).isEmpty();
        assertThat(UpstreamLinks.compare("https://example.org/a/b", "v1", "v2")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/a/b.git, https://github.com/a/b/blob/v1%23/docs/NEWS%20x",
        "https://gitlab.gnome.org/G/b/, https://gitlab.gnome.org/G/b/-/blob/v1%23/docs/NEWS%20x",
        "https://codeberg.org/a/b, https://codeberg.org/a/b/src/tag/v1%23/docs/NEWS%20x"
    })
    void aFileOfATag(String repository, String page) {
        assertThat(UpstreamLinks.file(repository, "v1#", "docs/NEWS x")).contains(page);
        assertThat(UpstreamLinks.file(repository, "", "NEWS")).isEmpty();
        assertThat(UpstreamLinks.file("https://example.org/a/b", "v1", "NEWS")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://git.savannah.gnu.org/git/x.git",
                "https://github.com.evil.org/a/b",
                "https://github.com/",
                "git://github.com/a/b",
                "ssh://git@github.com/a/b",
                "git@github.com:a/b",
                "javascript:alert(1)",
                "file:///x/y",
                "https://gi thub.com/a/b",
                ""
            })
    void othersHaveNone(String repository) {
        assertThat(UpstreamLinks.commit(repository, "52ed0cd")).isEmpty();
        assertThat(UpstreamLinks.tag(repository, "v1")).isEmpty();
    }

    @Test
    void onlyHashesAreCommits() {
        assertThat(UpstreamLinks.commit("https://github.com/a/b", "../../x")).isEmpty();
        assertThat(UpstreamLinks.commit("https://github.com/a/b", "main")).isEmpty();
    }

    @Test
    void recipeLines() {
        RecipeLinks links = new RecipeLinks("https://gitlab.com/d/os/-/blob/8190a16/");
        assertThat(links.line(new Position("a b/x#.yaml", 12, 3)))
                .contains("https://gitlab.com/d/os/-/blob/8190a16/a%20b/x%23.yaml#L12");
        assertThat(links.commit()).contains("https://gitlab.com/d/os/-/commit/8190a16");
        assertThat(links.file("../../x")).isEmpty();
        assertThat(new RecipeLinks(null).line(new Position("x", 1, 1))).isEmpty();
        assertThat(new RecipeLinks("file:///x/").line(new Position("x", 1, 1))).isEmpty();
    }
}
