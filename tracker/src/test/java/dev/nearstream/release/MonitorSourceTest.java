package dev.nearstream.release;

import static dev.nearstream.http.WebServer.body;
import static dev.nearstream.http.WebServer.cut;
import static dev.nearstream.http.WebServer.redirect;
import static dev.nearstream.http.WebServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.http.WebServer;
import dev.nearstream.http.WebServer.Answer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions as release-monitoring.org lists them, and what its bad days leave. */
class MonitorSourceTest {
    private static final String RULES = "update: {release-monitor: {identifier: 42}}";
    private static final String CHECKOUT = "pipeline: [{uses: git-checkout, with: {repository: "
            + "https://git.example.org/pkg, tag: 'v${{package.version}}'}}]\n";

    private final WebServer server = new WebServer();
    private final Lists lists;

    MonitorSourceTest(@TempDir Path directory) throws Exception {
        lists = new Lists(
                directory, server, new TaggedMirror().tag("v1.0", "2026-01-01").tag("v1.1", "2026-06-01"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void answers(Answer... answers) {
        server.on(Lists.RELEASE_MONITOR, answers);
    }

    private static Answer versions(String... versions) {
        return body("{\"latest_version\": \"9\", \"versions\": [\"9\"], \"stable_versions\": [\""
                + String.join("\", \"", versions) + "\"]}");
    }

    @Test
    void itsStableVersionsAreTheReleases() throws Exception {
        answers(versions("1.1", "1.0"));
        ReleaseStanding standing = Lists.standing(lists.on("2026-06-30"), "1.0", RULES);
        assertThat(Lists.newest(standing)).isEqualTo("1.1");
        assertThat(standing.source()).isEqualTo("release-monitor");
        assertThat(standing.releasesBehind()).isEqualTo(1);
        assertThat(standing.daysBehind()).as("it says no dates").isNull();
        assertThat(Objects.requireNonNull(standing.newest()).commit()).isNull();
        assertThat(standing.findings()).isEmpty();
    }

    @Test
    void aVersionHasTheTagThatTheRecipeWouldCheckOut() throws Exception {
        answers(versions("1.2", "1.1", "1.0"));
        ReleaseStanding standing = Lists.standing(lists.on("2026-06-30"), "1.0", CHECKOUT + RULES);
        assertThat(standing.newer()).extracting(Release::name).containsExactly("1.1", "1.2");
        assertThat(standing.newer().get(0).commit()).isEqualTo("%040x".formatted(2));
        assertThat(standing.newer().get(1).tag())
                .as("upstream has not tagged it yet")
                .isNull();
        assertThat(standing.daysBehind()).isEqualTo(29);
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of(status(500), "release-monitoring.org: the server answers 500"),
                Arguments.of(
                        status(403).header("X-RateLimit-Remaining", "0").header("X-RateLimit-Reset", "1893456000"),
                        "release-monitoring.org: localhost has been asked too often (403) and wants to be left alone until "
                                + "2030-01-01T00:00:01Z"),
                Arguments.of(status(403), "release-monitoring.org refuses project 42 (403)"),
                Arguments.of(
                        body("{\"stable_versions\": [\"1.0\", \"1."),
                        "release-monitoring.org: the answer for project 42 is no whole JSON"),
                Arguments.of(body("[]"), "release-monitoring.org: the answer for project 42 is no JSON object"),
                Arguments.of(body(""), "release-monitoring.org: the answer for project 42 is no JSON object"),
                Arguments.of(body("{}"), "release-monitoring.org: the answer for project 42 has no stable_versions"),
                Arguments.of(
                        redirect(Lists.RELEASE_MONITOR), "release-monitoring.org: more than 10 redirects, the last to"),
                Arguments.of(cut("{\"stable_versions\"", 500), "release-monitoring.org: "));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aServersBadDayIsAFinding(Answer answer, String why) throws Exception {
        answers(answer);
        ReleaseStanding standing = Lists.standing(lists.on("2026-06-30"), "1.0", RULES);
        assertThat(standing.newest()).isNull();
        assertThat(standing.reason()).startsWith(why).doesNotContain("\n");
        assertThat(standing.findings()).containsExactly(standing.reason());
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatItListedLastStandsInOnABadDay(Answer answer, String why) throws Exception {
        answers(versions("1.1"), answer);
        Lists.list(lists.on("2026-06-29"), "1.0", RULES);
        ReleaseStanding standing = Lists.standing(lists.on("2026-06-30"), "1.0", RULES);
        assertThat(Lists.newest(standing)).isEqualTo("1.1");
        assertThat(standing.findings())
                .singleElement()
                .asString()
                .startsWith(why)
                .endsWith("; what it listed on 2026-06-29 stands in");
    }

    @Test
    void offlineItIsNotAsked() throws Exception {
        answers(versions("1.1"));
        ReleaseStanding first = Lists.standing(lists.on("2026-06-28", false, true), "1.0", RULES);
        assertThat(Lists.newest(first)).isEqualTo("none: release-monitoring.org is not asked: offline");
        assertThat(first.findings()).as("nobody's fault").isEmpty();
        assertThat(server.requests()).isEmpty();
        Lists.list(lists.on("2026-06-29"), "1.0", RULES);
        ReleaseStanding later = Lists.standing(lists.on("2026-06-30", false, true), "1.0", RULES);
        assertThat(Lists.newest(later)).isEqualTo("1.1");
        assertThat(later.findings()).isEmpty();
    }

    @Test
    void aProjectThatIsGoneIsSaidWhateverWasListedBefore() throws Exception {
        answers(versions("1.1"), status(404));
        Lists.list(lists.on("2026-06-29"), "1.0", RULES);
        assertThat(Lists.list(lists.on("2026-06-30"), "1.0", RULES).findings())
                .containsExactly("release-monitoring.org has no project 42 (404); correct the identifier of "
                        + "update.release-monitor");
    }

    @Test
    void anIdentifierIsANumber() throws Exception {
        ReleaseStanding standing =
                Lists.standing(lists.on("2026-06-30"), "1.0", "update: {release-monitor: {identifier: '1&x=../..'}}");
        assertThat(standing.reason())
                .isEqualTo("update.release-monitor.identifier is the number of a project of release-monitoring.org, "
                        + "not '1&x=../..'");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aHostileNameIsRejectedAsItIs() throws Exception {
        answers(body("{\"stable_versions\": [\"'; rm -rf\", \"1.0\\u001b[2J\", \"\", 7, null, {\"a\": 1}, \"1.0\"]}"));
        ReleaseStanding standing = Lists.standing(lists.on("2026-06-30"), "1.0", RULES);
        assertThat(Lists.newest(standing)).isEqualTo("1.0");
        assertThat(standing.rejected())
                .extracting(ReleaseStanding.Rejected::tag)
                .containsExactly("", "'; rm -rf", "1.0\u001b[2J");
    }

    @Test
    void aListOfNothingIsNoFailure() throws Exception {
        answers(body("{\"stable_versions\": []}"));
        assertThat(Lists.newest(Lists.standing(lists.on("2026-06-30"), "1.0", RULES)))
                .isEqualTo("none: upstream has no versions");
    }
}
