package dev.nearstream.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.store.Outcome;
import dev.nearstream.upstream.FixtureRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What could not be assessed has no score and says so. */
class UnscoredTest {
    private final Nights nights;

    UnscoredTest(@TempDir Path directory) throws Exception {
        nights = new Nights(directory);
        try (FixtureRepository upstream = nights.upstream("pkg")) {
            upstream.file("f", "a\n").commit("One");
            upstream.tag("1.0");
        }
        nights.recipe("pkg", "1.0").file("pkg/x.patch", Nights.change("f", "a", "b"));
    }

    @AfterEach
    void close() {
        nights.close();
    }

    private String whyNot() throws Exception {
        nights.run("2024-02-01");
        Outcome.Tracked outcome = nights.tracked("pkg");
        assertThat(outcome.score() == null).isEqualTo(outcome.notScored() != null);
        return outcome.notScored() == null ? "scored" : outcome.notScored();
    }

    @Test
    void whatWasAssessedIsScored() throws Exception {
        assertThat(whyNot()).isEqualTo("scored");
    }

    @Test
    void withoutANewestReleaseThereIsNoScore() throws Exception {
        nights.file("pkg.yaml", """
                package: {name: pkg, version: "1.0", epoch: 0}
                pipeline:
                  - uses: git-checkout
                    with: {repository: "%s", tag: "1.0"}
                  - uses: patch
                    with: {patches: x.patch}
                update: {git: {tag-filter-prefix: release}}
                """.formatted(Nights.url("pkg")));
        assertThat(whyNot())
                .isEqualTo("no newest release is known: the update rules admit none of upstream's tags (1)");
        assertThat(nights.tracked("pkg").findings())
                .containsExactly("update: the tag filter matches none of upstream's tags (1)");
    }

    @Test
    void aPatchThatDoesNotApplyAtItsOwnVersionIsADoubtAboutTheTree() throws Exception {
        nights.file("pkg/x.patch", Nights.change("f", "q", "b"));
        assertThat(whyNot())
                .isEqualTo("patch:x.patch is not assessed: cannot reproduce the build's tree: "
                        + "it does not apply at its own version");
    }

    @Test
    void anArchiveWhoseSumIsNoneIsNotRead() throws Exception {
        nights.file("pkg.yaml", """
                package: {name: pkg, version: "1.0", epoch: 0}
                pipeline:
                  - uses: fetch
                    with: {uri: "https://example.org/pkg.tar.gz", expected-sha256: aa}
                  - uses: patch
                    with: {patches: x.patch}
                """);
        assertThat(whyNot()).isEqualTo("no newest release is known: the recipe has no update block");
        assertThat(nights.delta("pkg").notAssessed())
                .isEqualTo(
                        "https://example.org/pkg.tar.gz: expected-sha256 is 'aa'; 64 hexadecimal digits would be right");
    }

    @Test
    void aPatchFileThatIsNotThereIsSaid() throws Exception {
        nights.file("pkg.yaml", """
                package: {name: pkg, version: "1.0", epoch: 0}
                pipeline:
                  - uses: git-checkout
                    with: {repository: "%s", tag: "1.0"}
                  - uses: patch
                    with: {patches: x.patch gone.patch}
                update: {git: {}}
                """.formatted(Nights.url("pkg")));
        nights.run("2024-02-01");
        assertThat(nights.tracked("pkg").deltas().toString()
                        + nights.tracked("pkg").problems())
                .contains("gone.patch");
    }
}
