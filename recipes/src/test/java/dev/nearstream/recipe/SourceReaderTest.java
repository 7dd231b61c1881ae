package dev.nearstream.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.recipe.Checkout.CherryPick;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkouts with their cherry-picks, and fetches. */
class SourceReaderTest {
    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

    private final RecipeFolder folder;

    SourceReaderTest(@TempDir Path directory) {
        folder = new RecipeFolder(directory);
    }

    @Test
    void aCheckoutHasEveryInput() throws IOException {
        Checkout checkout = folder.steps("""
                - uses: git-checkout
                  working-directory: src
                  with:
                    repository: https://example.org/${{package.name}}
                    tag: v${{package.version}}
                    expected-commit: %s
                    destination: vendor/lib
                    recurse-submodules: "true"
                """.formatted(HASH)).checkouts().get(0);
        assertThat(checkout.repository()).hasToString("https://example.org/pkg");
        assertThat(checkout.tag())
                .isEqualTo(new Text("v1.2.3", "v${{package.version}}", new Position("pkg.yaml", 10, 12)));
        assertThat(checkout.branch()).isNull();
        assertThat(checkout.expectedCommit()).hasToString(HASH);
        assertThat(checkout.directory()).isEqualTo("src/vendor/lib");
        assertThat(checkout.recurseSubmodules()).isTrue();
        assertThat(checkout.cherryPicks()).isEmpty();
    }

    @Test
    void severalCheckoutsStayInOrder() throws IOException {
        Recipe recipe = folder.steps("""
                - uses: git-checkout
                  with: {repository: https://example.org/a, branch: main}
                - pipeline:
                    - uses: git-checkout
                      with: {repository: https://example.org/b, tag: 1.10, destination: ../b, recurse-submodules: false}
                """);
        assertThat(recipe.checkouts())
                .extracting(checkout -> checkout.repository() + " in " + checkout.directory())
                .containsExactly("https://example.org/a in .", "https://example.org/b in .");
        assertThat(recipe.checkouts().get(0).branch()).hasToString("main");
        assertThat(recipe.checkouts().get(1).tag()).hasToString("1.10");
        assertThat(recipe.checkouts().get(1).recurseSubmodules()).isFalse();
    }

    @Test
    void aCheckoutWithoutARepositoryIsAProblem() throws IOException {
        Recipe recipe = folder.steps("- uses: git-checkout\n  with: {tag: v1}\n");
        assertThat(recipe.checkouts()).isEmpty();
        assertThat(RecipeFolder.problems(recipe)).containsExactly("pkg.yaml:6:5: a git-checkout needs a repository");
    }

    @Test
    void cherryPicksStandOneALine() throws IOException {
        Recipe recipe = folder.steps("""
                - uses: git-checkout
                  with:
                    repository: https://example.org/a
                    cherry-picks: |
                      # a comment alone
                      3.10/%1$s: fix the: build

                      pull/165/head/abc123: from a pull request # not this
                      abc124: plain
                      main/abc125:
                      abc126 # no comment
                """.formatted(HASH));
        assertThat(recipe.checkouts().get(0).cherryPicks())
                .containsExactly(
                        new CherryPick(new Position("pkg.yaml", 11, 21), "3.10", HASH, "fix the: build"),
                        new CherryPick(
                                new Position("pkg.yaml", 13, 21), "pull/165/head", "abc123", "from a pull request"),
                        new CherryPick(new Position("pkg.yaml", 14, 21), null, "abc124", "plain"),
                        new CherryPick(new Position("pkg.yaml", 15, 21), "main", "abc125", ""),
                        new CherryPick(new Position("pkg.yaml", 16, 21), null, "abc126", ""));
        assertThat(RecipeFolder.problems(recipe))
                .containsExactly(
                        "pkg.yaml:15:21: the cherry-pick main/abc125 lacks its comment; write [branch/]hash: comment",
                        "pkg.yaml:16:21: the cherry-pick abc126 lacks its comment; write [branch/]hash: comment");
    }

    @Test
    void aFetchHasEveryInput() throws IOException {
        Recipe recipe = folder.steps("""
                - uses: fetch
                  with:
                    uri: https://example.org/${{package.version}}.tar.gz
                    expected-sha256: aa
                    strip-components: 0
                    directory: sub
                    extract: false
                - uses: fetch
                  with: {uri: https://example.org/b.tgz, expected-sha512: bb}
                - uses: fetch
                  with: {expected-sha256: cc}
                """);
        assertThat(recipe.fetches()).hasSize(2);
        Fetch first = recipe.fetches().get(0);
        assertThat(first.uri()).hasToString("https://example.org/1.2.3.tar.gz");
        assertThat(first.sha256()).hasToString("aa");
        assertThat(first.sha512()).isNull();
        assertThat(first.stripComponents()).isZero();
        assertThat(first.directory()).isEqualTo("sub");
        assertThat(first.extract()).isFalse();
        Fetch second = recipe.fetches().get(1);
        assertThat(second.sha512()).hasToString("bb");
        assertThat(second.stripComponents()).isEqualTo(1);
        assertThat(second.directory()).isEqualTo(".");
        assertThat(second.extract()).isTrue();
        assertThat(RecipeFolder.problems(recipe)).containsExactly("pkg.yaml:15:5: a fetch needs a uri");
    }
}
