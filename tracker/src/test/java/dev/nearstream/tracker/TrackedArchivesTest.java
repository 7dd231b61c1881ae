package dev.nearstream.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.archive.TarText;
import dev.nearstream.delta.Verdict;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.upstream.FixtureRepository;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patches of sources that are fetched as archives. */
class TrackedArchivesTest {
    private static final String PATCH = "  - {uses: patch, with: {patches: x.patch}}\n";

    private final Nights nights;

    TrackedArchivesTest(@TempDir Path directory) throws Exception {
        nights = new Nights(directory);
        nights.file("pkg/x.patch", Nights.change("f", "a", "b"));
    }

    @AfterEach
    void close() {
        nights.close();
    }

    private static String fetch(String name, String sum) {
        return fetch(name, sum, "");
    }

    private static String fetch(String name, String sum, String inputs) {
        return "  - {uses: fetch, with: {uri: \"%s%s\", expected-sha256: \"%s\"%s}}\n"
                .formatted(Nights.DIST, name, sum, inputs);
    }

    private void pkg(String steps, String update) throws Exception {
        pkg("", steps, update);
    }

    private void pkg(String more, String steps, String update) throws Exception {
        nights.file(
                "pkg.yaml",
                "package: {name: pkg, version: \"1.0\", epoch: 0}\n" + more + "pipeline:\n" + steps + "update: "
                        + update + "\n");
    }

    private String archive(String version, String text) throws Exception {
        return nights.archive(
                "pkg-" + version + ".tar.gz",
                new TarText().file("pkg-" + version + "/f", text).gzip());
    }

    /** The upstream's tags say which releases there are; its tree is never read. */
    private void releases(String... versions) throws Exception {
        try (FixtureRepository upstream = nights.upstream("pkg")) {
            for (String version : versions) {
                upstream.file("f", version).commit(version);
                upstream.tag(version);
            }
        }
    }

    private static String label(@Nullable Verdict verdict, AssessedDelta delta) {
        return verdict == null ? "not assessed: " + delta.notAssessed() : verdict.label();
    }

    private String now() throws Exception {
        return label(nights.delta("pkg").now(), nights.delta("pkg"));
    }

    private String latest() throws Exception {
        return label(nights.delta("pkg").atLatest(), nights.delta("pkg"));
    }

    @Test
    void aPatchIsHeldAgainstTheArchiveOnceForAllNights() throws Exception {
        pkg(fetch("pkg-${{package.version}}.tar.gz", archive("1.0", "a\n")) + PATCH, "{enabled: false}");
        nights.run("2024-02-01");
        assertThat(now()).isEqualTo("applies");
        assertThat(nights.delta("pkg").atLatest()).isNull();
        assertThat(nights.upstreams().archives()).containsExactly(Nights.DIST + "pkg-1.0.tar.gz");
        nights.run("2024-02-02");
        assertThat(now()).isEqualTo("applies");
        assertThat(nights.upstreams().archives()).isEmpty();
    }

    /** What the update rules name: the releases are those of a repository beside. */
    private static final String TAGS = "{git: {}}";

    private static String tags() {
        return "  - {uses: git-checkout, with: {repository: \"%s\", tag: \"${{package.version}}\", destination: tags}}\n"
                .formatted(Nights.url("pkg"));
    }

    @Test
    void atTheNewestReleaseTheUrlIsMadeOfItsVersion() throws Exception {
        releases("1.0", "1.1");
        archive("1.1", "b\n");
        pkg(fetch("pkg-${{package.version}}.tar.gz", archive("1.0", "a\n")) + tags() + PATCH, TAGS);
        nights.run("2024-02-01");
        assertThat(now()).isEqualTo("applies");
        assertThat(latest()).isEqualTo("upstream");
        nights.run("2024-02-02");
        assertThat(nights.upstreams().archives()).isEmpty();
    }

    @Test
    void transformedVariablesOfTheUrlFollowTheVersion() throws Exception {
        releases("1.0", "1.1");
        nights.archive("pkg_1_1.tar.gz", new TarText().file("p/f", "b\n").gzip());
        String sum = nights.archive(
                "pkg_1_0.tar.gz", new TarText().file("p/f", "a\n").gzip());
        pkg(
                "var-transforms: [{from: \"${{package.version}}\", match: '\\.', replace: _, to: mangled}]\n",
                fetch("pkg_${{vars.mangled}}.tar.gz", sum) + tags() + PATCH,
                TAGS);
        nights.run("2024-02-01");
        assertThat(latest()).isEqualTo("upstream");
    }

    @Test
    void anArchiveThatIsNotThereYetIsLookedForAgain() throws Exception {
        releases("1.0", "1.1");
        pkg(fetch("pkg-${{package.version}}.tar.gz", archive("1.0", "a\n")) + tags() + PATCH, TAGS);
        nights.run("2024-02-01");
        assertThat(now()).isEqualTo("applies");
        assertThat(latest()).startsWith("not assessed: " + Nights.DIST + "pkg-1.1.tar.gz: there is no file");
        archive("1.1", "b\n");
        nights.run("2024-02-02");
        assertThat(latest()).isEqualTo("upstream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pkg-1.0.tar.gz", "pkg.tar.gz"})
    void aUrlThatDoesNotFollowTheVersionSaysNothingOfTheRelease(String name) throws Exception {
        releases("1.0", "1.1");
        String sum = nights.archive(name, new TarText().file("p/f", "a\n").gzip());
        // The releases are known, but no checkout is part of the workspace.
        pkg(
                "  - {uses: fetch, with: {uri: \"%s%s\", expected-sha256: %s}}\n".formatted(Nights.DIST, name, sum)
                        + PATCH
                        + (name.equals("pkg.tar.gz") ? "" : tags()),
                TAGS);
        nights.run("2024-02-01");
        assertThat(now()).isEqualTo("applies");
        assertThat(nights.delta("pkg").atLatest()).isNull();
    }

    @Test
    void anArchiveBesideACheckoutStaysWhatItIs() throws Exception {
        try (FixtureRepository app = nights.upstream("pkg")) {
            app.file("f", "a\n").commit("One");
            app.tag("1.0").file("f", "b\n").commit("Two");
            app.tag("1.1");
        }
        String sum = nights.archive(
                "fonts.tar.gz", new TarText().file("fonts/g", "x\n").gzip());
        nights.file("pkg/x.patch", Nights.change("f", "a", "b") + Nights.change("fonts/g", "x", "y"));
        pkg(
                "  - {uses: git-checkout, with: {repository: \"%s\", tag: \"${{package.version}}\"}}\n"
                                .formatted(Nights.url("pkg"))
                        + fetch("fonts.tar.gz", sum, ", directory: fonts")
                        + PATCH,
                TAGS);
        nights.run("2024-02-01");
        assertThat(now()).isEqualTo("applies");
        assertThat(latest()).isEqualTo("partly-upstream");
    }

    @Test
    void laterSourcesLieOverEarlierOnes() throws Exception {
        String first = nights.archive(
                "one.tar.gz",
                new TarText().file("p/f", "other\n").file("p/g", "x\n").gzip());
        String second =
                nights.archive("two.tar.gz", new TarText().file("p/f", "a\n").gzip());
        nights.file("pkg/x.patch", Nights.change("f", "a", "b") + Nights.change("g", "x", "y"));
        pkg(fetch("one.tar.gz", first) + fetch("two.tar.gz", second) + PATCH, "{enabled: false}");
        nights.run("2024-02-01");
        assertThat(now()).isEqualTo("applies");
        pkg(fetch("two.tar.gz", second) + fetch("one.tar.gz", first) + PATCH, "{enabled: false}");
        nights.run("2024-02-02");
        assertThat(now()).isEqualTo("conflicts");
    }

    @Test
    void componentsAreStrippedAsTheRecipeSays() throws Exception {
        String sum =
                nights.archive("pkg.tar.gz", new TarText().file("p/q/f", "a\n").gzip());
        pkg(fetch("pkg.tar.gz", sum, ", strip-components: 2") + PATCH, "{enabled: false}");
        nights.run("2024-02-01");
        assertThat(now()).isEqualTo("applies");
        pkg(
                fetch("pkg.tar.gz", sum, ", strip-components: 0")
                        + "  - {uses: patch, working-directory: p/q, with: {patches: ../../x.patch}}\n",
                "{enabled: false}");
        nights.run("2024-02-02");
        assertThat(now()).isEqualTo("applies");
    }

    @Test
    void anotherSumIsTheReasonWhyNothingIsKnown() throws Exception {
        String sum = archive("1.0", "a\n");
        String wrong = "0".repeat(64);
        pkg(fetch("pkg-1.0.tar.gz", wrong) + PATCH, "{enabled: false}");
        nights.run("2024-02-01");
        assertThat(now())
                .isEqualTo("not assessed: %spkg-1.0.tar.gz: sha256 is %s, the recipe expects %s"
                        .formatted(Nights.DIST, sum, wrong));
    }

    @Test
    void aSumThatChangesIsAnotherPackageToAssess() throws Exception {
        pkg(fetch("pkg-1.0.tar.gz", archive("1.0", "a\n")) + PATCH, "{enabled: false}");
        nights.run("2024-02-01");
        assertThat(now()).isEqualTo("applies");
        pkg(fetch("pkg-1.0.tar.gz", archive("1.0", "c\n")) + PATCH, "{enabled: false}");
        nights.run("2024-02-02");
        assertThat(now()).isEqualTo("conflicts");
    }

    @Test
    void aFetchThatUnpacksNothingFillsNothing() throws Exception {
        pkg(fetch("pkg-1.0.tar.gz", archive("1.0", "a\n"), ", extract: false") + PATCH, "{enabled: false}");
        nights.run("2024-02-01");
        assertThat(now()).isEqualTo("not assessed: no checkout of the recipe fills the directory .");
    }

    @Test
    void aUrlThatOnlyTheBuildKnowsIsSaid() throws Exception {
        pkg(fetch("pkg-${{build.arch}}.tar.gz", "0".repeat(64)) + PATCH, "{enabled: false}");
        nights.run("2024-02-01");
        assertThat(now()).endsWith("the URL has variables in it that only the build knows");
    }
}
