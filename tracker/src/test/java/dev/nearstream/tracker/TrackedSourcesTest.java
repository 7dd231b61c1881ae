package dev.nearstream.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Verdict;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.upstream.FixtureRepository;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which tree a patch is held against: several checkouts, directories, submodules, tags that have moved. */
class TrackedSourcesTest {
    private final Nights nights;

    TrackedSourcesTest(@TempDir Path directory) throws Exception {
        nights = new Nights(directory);
    }

    @AfterEach
    void close() {
        nights.close();
    }

    /** An upstream with one file and one tag; answers the commit. */
    private String upstream(String name, String file, String text, String tag) throws Exception {
        try (FixtureRepository upstream = nights.upstream(name)) {
            String commit = upstream.file(file, text).commit("One");
            upstream.tag(tag);
            return commit;
        }
    }

    private static String checkout(String upstream, String inputs) {
        return "  - {uses: git-checkout, with: {repository: \"%s\", %s}}\n".formatted(Nights.url(upstream), inputs);
    }

    private void pkg(String steps) throws Exception {
        nights.file(
                "pkg.yaml",
                "package: {name: pkg, version: \"1.0\", epoch: 0}\npipeline:\n" + steps + "update: {git: {}}\n");
        nights.run("2024-02-01");
    }

    private String now() {
        AssessedDelta delta = nights.delta("pkg");
        Verdict now = delta.now();
        return now == null ? "not assessed: " + delta.notAssessed() : now.label();
    }

    @Test
    void twoCheckoutsFillOneWorkspace() throws Exception {
        upstream("app", "f", "a\n", "1.0");
        upstream("lib", "g", "x\n", "7");
        nights.file("pkg/x.patch", Nights.change("f", "a", "b") + Nights.change("vendor/lib/g", "x", "y"));
        pkg(checkout("app", "tag: '1.0'")
                + checkout("lib", "tag: '7', destination: vendor/lib")
                + "  - {uses: patch, with: {patches: x.patch}}\n");
        assertThat(now()).isEqualTo("applies");
        assertThat(nights.tracked("pkg").upstream()).isEqualTo(Nights.url("app"));
    }

    @Test
    void thePinnedCheckoutStaysWhereItIsAtTheNewestRelease() throws Exception {
        try (FixtureRepository app = nights.upstream("app")) {
            app.file("f", "a\n").commit("One");
            app.tag("1.0").file("f", "b\n").commit("Two");
            app.tag("1.1");
        }
        upstream("lib", "g", "x\n", "7");
        nights.file("pkg/x.patch", Nights.change("vendor/g", "x", "y"));
        pkg(checkout("app", "tag: \"${{package.version}}\"")
                + checkout("lib", "tag: '7', destination: vendor")
                + "  - {uses: patch, with: {patches: x.patch}}\n");
        assertThat(now()).isEqualTo("applies");
        assertThat(Objects.requireNonNull(nights.delta("pkg").atLatest()).label())
                .isEqualTo("applies");
    }

    @Test
    void aFixedTagBesideAnotherCheckoutDoesNotFollowTheVersion() throws Exception {
        try (FixtureRepository app = nights.upstream("app")) {
            app.file("f", "a\n").commit("One");
            app.tag("1.0").file("f", "b\n").commit("Two");
            app.tag("1.1");
        }
        upstream("lib", "g", "x\n", "7");
        nights.file("pkg/x.patch", Nights.change("f", "a", "b"));
        String fixed = checkout("app", "tag: '1.0'");
        String patch = "  - {uses: patch, with: {patches: x.patch}}\n";
        pkg(fixed + checkout("lib", "tag: '7', destination: vendor") + patch);
        assertThat(Objects.requireNonNull(nights.delta("pkg").atLatest()).label())
                .isEqualTo("applies");
        pkg(fixed + patch);
        assertThat(Objects.requireNonNull(nights.delta("pkg").atLatest()).label())
                .as("the only checkout does")
                .isEqualTo("upstream");
    }

    @Test
    void aPatchIsAppliedInItsWorkingDirectory() throws Exception {
        upstream("app", "sub/f", "a\n", "1.0");
        nights.file("pkg/x.patch", Nights.change("f", "a", "b"));
        pkg(checkout("app", "tag: '1.0', destination: src")
                + "  - {uses: patch, working-directory: src/sub, with: {patches: ../../x.patch}}\n");
        assertThat(now()).isEqualTo("applies");
    }

    @Test
    void aDirectoryThatNoCheckoutFillsIsSaid() throws Exception {
        upstream("app", "f", "a\n", "1.0");
        nights.file("pkg/x.patch", Nights.change("f", "a", "b"));
        pkg(checkout("app", "tag: '1.0', destination: src")
                + "  - {uses: patch, working-directory: other, with: {patches: ../x.patch}}\n");
        assertThat(now()).isEqualTo("not assessed: no checkout of the recipe fills the directory other");
    }

    @Test
    void aSubmoduleIsFollowedWhereTheRecipeAsksForIt() throws Exception {
        String commit = upstream("lib", "g", "x\n", "7");
        try (FixtureRepository app = nights.upstream("app")) {
            app.file(".gitmodules", "[submodule \"l\"]\n\tpath = deps/lib\n\turl = ../lib.git\n")
                    .submodule("deps/lib", commit)
                    .commit("One");
            app.tag("1.0");
        }
        nights.file("pkg/x.patch", Nights.change("deps/lib/g", "x", "y"));
        String patch = "  - {uses: patch, with: {patches: x.patch}}\n";
        pkg(checkout("app", "tag: '1.0', recurse-submodules: true") + patch);
        assertThat(now()).isEqualTo("applies");
        assertThat(nights.upstreams().urls()).contains(Nights.url("lib"));
        pkg(checkout("app", "tag: '1.0'") + patch);
        assertThat(now()).isEqualTo("conflicts");
    }

    @Test
    void aSubmoduleThatCannotBeHadIsUnreadable() throws Exception {
        try (FixtureRepository app = nights.upstream("app")) {
            app.file(".gitmodules", "[submodule \"l\"]\n\tpath = lib\n\turl = ../gone.git\n")
                    .submodule("lib", "0123456789012345678901234567890123456789")
                    .commit("One");
            app.tag("1.0");
        }
        nights.file("pkg/x.patch", Nights.change("lib/g", "x", "y"));
        pkg(checkout("app", "tag: '1.0', recurse-submodules: true") + "  - {uses: patch, with: {patches: x.patch}}\n");
        assertThat(now()).isEqualTo("unreadable");
        assertThat(nights.delta("pkg").notAssessed()).contains("gone.git");
    }

    @Test
    void aTagThatHasMovedIsAFinding() throws Exception {
        String commit = upstream("app", "f", "a\n", "1.0");
        String other = "0123456789012345678901234567890123456789";
        nights.file("pkg/x.patch", Nights.change("f", "a", "b"));
        pkg(checkout("app", "tag: '1.0', expected-commit: '%s'".formatted(other))
                + "  - {uses: patch, with: {patches: x.patch}}\n");
        assertThat(nights.tracked("pkg").findings())
                .containsExactly("the tag 1.0 is at %s now; the recipe expects %s".formatted(commit, other));
    }

    @Test
    void anAnnotatedTagsOwnHashIsAcceptedToo() throws Exception {
        String tag;
        try (FixtureRepository app = nights.upstream("app")) {
            app.file("f", "a\n").commit("One");
            tag = app.annotate("1.0");
        }
        nights.file("pkg/x.patch", Nights.change("f", "a", "b"));
        pkg(checkout("app", "tag: '1.0', expected-commit: '%s'".formatted(tag))
                + "  - {uses: patch, with: {patches: x.patch}}\n");
        assertThat(nights.tracked("pkg").findings()).isEmpty();
        assertThat(now()).isEqualTo("applies");
    }

    @Test
    void aTagThatIsGoneIsReadAtTheExpectedCommit() throws Exception {
        String commit = upstream("app", "f", "a\n", "0.9");
        nights.file("pkg/x.patch", Nights.change("f", "a", "b"));
        pkg(checkout("app", "tag: '1.0', expected-commit: '%s'".formatted(commit))
                + "  - {uses: patch, with: {patches: x.patch}}\n");
        assertThat(nights.tracked("pkg").findings())
                .containsExactly(
                        "upstream has no tag 1.0",
                        "the newest release that the update rules admit, 0.9, is older than the packaged 1.0");
        assertThat(now()).isEqualTo("applies");
    }

    @Test
    void aBranchIsReadAtItsHead() throws Exception {
        upstream("app", "f", "a\n", "1.0");
        nights.file("pkg/x.patch", Nights.change("f", "a", "b"));
        pkg(checkout("app", "branch: main") + "  - {uses: patch, with: {patches: x.patch}}\n");
        assertThat(nights.tracked("pkg").deltas())
                .filteredOn(delta -> delta.kind() == DeltaKind.PATCH)
                .extracting(delta -> Objects.requireNonNull(delta.now()).label())
                .containsExactly("applies");
    }
}
