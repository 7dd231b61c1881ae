package dev.nearstream.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.http.WebServer;
import dev.nearstream.store.Outcome;
import dev.nearstream.upstream.FixtureRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages whose releases are listed by a server, in a run. */
class TrackedListsTest {
    private static final String MONITORED = """
            package: {name: %1$s, version: "1.0", epoch: 0}
            update: {release-monitor: {identifier: %2$s}}
            """;

    private final WebServer server = new WebServer();
    private final Nights nights;

    TrackedListsTest(@TempDir Path directory) throws Exception {
        nights = new Nights(directory).lists(server);
    }

    @AfterEach
    void close() {
        nights.close();
        server.close();
    }

    private void lists(String versions) {
        server.on("/api/v2/versions/", WebServer.body("{\"stable_versions\": [" + versions + "]}"));
    }

    @Test
    void aPackageThatChecksOutNothingHasItsLag() throws Exception {
        nights.file("pkg.yaml", MONITORED.formatted("pkg", 7));
        lists("\"1.1\", \"1.0\"");
        nights.run("2024-02-01");
        assertThat(nights.tracked("pkg").lag().newestVersion()).isEqualTo("1.1");
        assertThat(nights.tracked("pkg").lag().releases()).isEqualTo(1);
        assertThat(nights.tracked("pkg").lag().atNewest("1.0")).isFalse();
        lists("\"1.0\"");
        nights.run("2024-02-02");
        assertThat(nights.tracked("pkg").lag().atNewest("1.0")).isTrue();
    }

    @Test
    void aServersBadDayIsAFindingOfItsPackagesAndPasses() throws Exception {
        nights.file("pkg.yaml", MONITORED.formatted("pkg", 7));
        nights.file("bad.yaml", MONITORED.formatted("bad", "x"));
        server.on("/api/v2/versions/", WebServer.status(500));
        nights.run("2024-02-01");
        Outcome.Tracked tracked = nights.tracked("pkg");
        assertThat(tracked.findings()).containsExactly("release-monitoring.org: the server answers 500");
        assertThat(tracked.lag().newestVersion()).isNull();
        assertThat(tracked.notScored()).contains("the server answers 500");
        assertThat(nights.tracked("bad").findings()).hasSize(1);
        lists("\"1.1\", \"1.0\"");
        nights.run("2024-02-02");
        assertThat(nights.tracked("pkg").lag().newestVersion()).isEqualTo("1.1");
        assertThat(nights.tracked("pkg").findings()).isEmpty();
    }

    @Test
    void anIdentifierThatIsGoneIsAFindingWhereThePackageIsBuiltFromAnotherRepository() throws Exception {
        try (FixtureRepository upstream = nights.upstream("fork")) {
            upstream.file("f", "a\n").commit("One");
            upstream.tag("1.0");
        }
        nights.file("pkg.yaml", """
                package: {name: pkg, version: "1.0", epoch: 0}
                pipeline:
                  - uses: git-checkout
                    with: {repository: "%s", tag: "1.0"}
                  - uses: patch
                    with: {patches: x.patch}
                update: {github: {identifier: is/gone, use-tag: true}}
                """.formatted(Nights.url("fork")));
        nights.file("pkg/x.patch", Nights.change("f", "a", "b"));
        nights.run("2024-02-01");
        assertThat(nights.tracked("pkg").findings())
                .anyMatch(finding ->
                        finding.contains("github.com/is/gone") && finding.endsWith("correct update.github.identifier"));
        assertThat(nights.delta("pkg").now())
                .as("held against what it is built from")
                .isNotNull();
    }

    @Test
    void aLongSilenceIsToldOfThoughNothingMoved() throws Exception {
        try (FixtureRepository upstream = nights.upstream("pkg")) {
            upstream.file("f", "a\n").commit("One");
            upstream.tag("1.0");
        }
        nights.recipe("pkg", "1.0").file("pkg/x.patch", Nights.change("f", "a", "b"));
        nights.run("2024-02-01");
        assertThat(nights.tracked("pkg").findings()).isEmpty();
        nights.run("2034-02-01");
        assertThat(nights.tracked("pkg").findings())
                .singleElement()
                .asString()
                .startsWith("upstream has released nothing since ");
        nights.run("2035-02-01");
        assertThat(nights.tracked("pkg").findings()).hasSize(1);
    }

    @Test
    void aTagThatMovedIsAFindingOfAPackageThatCarriesNothing() throws Exception {
        try (FixtureRepository upstream = nights.upstream("pkg")) {
            upstream.file("f", "a\n").commit("One");
            upstream.tag("1.0");
        }
        nights.file("pkg.yaml", """
                package: {name: pkg, version: "1.0", epoch: 0}
                pipeline:
                  - uses: git-checkout
                    with: {repository: "%s", tag: "1.0", expected-commit: %s}
                update: {git: {}}
                """.formatted(Nights.url("pkg"), "1".repeat(40)));
        nights.run("2024-02-01");
        assertThat(nights.tracked("pkg").findings())
                .singleElement()
                .asString()
                .startsWith("the tag 1.0 is at ")
                .endsWith(" now; the recipe expects " + "1".repeat(40));
    }
}
