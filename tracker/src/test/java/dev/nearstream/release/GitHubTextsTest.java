package dev.nearstream.release;

import static dev.nearstream.http.WebServer.body;
import static dev.nearstream.http.WebServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.http.WebServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What GitHub's pages say of releases. */
class GitHubTextsTest {
    private static final String REPOSITORY = "https://github.com/a/b.git";
    private final WebServer server = new WebServer();
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private final Lists lists;

    GitHubTextsTest(@TempDir Path directory) throws Exception {
        lists = new Lists(directory, server, new TaggedMirror());
        answer("{\"data\": {\"repository\": null}}");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void answer(String json) {
        server.on("/graphql", exchange -> {
            queries.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            body(json).to(exchange);
        });
    }

    private List<ReleaseText> texts(String... tags) {
        return lists.on("2026-06-30").texts(REPOSITORY, List.of(tags));
    }

    @Test
    void oneRequestForAllInTheOrderOfTheTags() {
        answer("""
                {"data": {"repository": {
                  "r0": {"description": "two", "isDraft": false},
                  "r1": null,
                  "r2": {"description": null, "isDraft": false},
                  "r3": {"description": "not yet", "isDraft": true},
                  "r4": {"description": "one", "isDraft": false}}}}
                """);
        assertThat(texts("v2", "v1.3", "v1.2", "v1.1", "v1"))
                .containsExactly(new ReleaseText("v2", "two"), new ReleaseText("v1", "one"));
        assertThat(queries)
                .singleElement()
                .asString()
                .contains(
                        "repository(owner:\\\"a\\\",name:\\\"b\\\"){r0:release(tagName:\\\"v2\\\"){description isDraft}r1:");
        assertThat(server.requests().get(0).authorization()).isEqualTo("Bearer s3cret");
    }

    @Test
    void tenAtMostAndATagIsNoPartOfTheQuery() {
        texts(IntStream.range(0, 12).mapToObj(i -> "v\"){x}" + i).toArray(String[]::new));
        assertThat(queries)
                .singleElement()
                .asString()
                .contains("tagName:\\\"v\\\\\\\"){x}9\\\"")
                .doesNotContain("{x}10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://gitlab.com/a/b", "https://github.com/a/b/c", "https://github.com/../b", ""})
    void otherHostsAreNotAsked(String repository) {
        assertThat(lists.on("2026-06-30").texts(repository, List.of("v1"))).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void nobodyIsAskedWithoutATokenOfflineOrForNothing() {
        assertThat(lists.on("2026-06-30", false, false).texts(REPOSITORY, List.of("v1")))
                .isEmpty();
        assertThat(lists.on("2026-06-30", true, true).texts(REPOSITORY, List.of("v1")))
                .isEmpty();
        assertThat(texts()).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aServerThatRefusesThreeTimesIsLeftAlone() {
        server.on("/graphql", status(403));
        ReleaseSources sources = lists.on("2026-06-30");
        for (int i = 0; i < 5; i++) {
            assertThat(sources.texts(REPOSITORY, List.of("v1"))).isEmpty();
        }
        assertThat(server.requests()).hasSize(3);
    }
}
