package dev.nearstream.release;

import static dev.nearstream.http.WebServer.body;
import static dev.nearstream.http.WebServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.nearstream.http.WebServer;
import dev.nearstream.http.WebServer.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tags of an image. */
class OciSourceTest {
    private static final String TAGS = "/v2/library/pkg/tags/list";
    private static final String RULES = "update: {oci: {identifier: registry.example.org/library/pkg}}";

    private final WebServer server = new WebServer();
    private final Lists lists;

    OciSourceTest(@TempDir Path directory) throws Exception {
        lists = new Lists(directory, server, new TaggedMirror());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private ReleaseStanding standing() throws Exception {
        return Lists.standing(lists.on("2026-06-30"), "1.0", RULES);
    }

    private static Answer tags(String tags) {
        return body("{\"name\": \"library/pkg\", \"tags\": " + tags + "}");
    }

    @Test
    void tagsAreReadPageByPage() throws Exception {
        server.on(
                TAGS,
                tags("[\"1.0\", \"latest\"]")
                        .header("Link", "</v2/library/pkg/tags/list?n=2&last=latest>; rel=\"next\""),
                tags("[\"1.1\"]"));
        ReleaseStanding standing = standing();
        assertThat(Lists.newest(standing)).isEqualTo("1.1");
        assertThat(standing.source()).isEqualTo("oci");
        assertThat(standing.considered()).isEqualTo(3);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aRegistryMayWantAnAnonymousToken() throws Exception {
        String realm = server.uri("/token").toString();
        server.on(
                        TAGS,
                        status(401)
                                .header(
                                        "WWW-Authenticate",
                                        "Bearer realm=\"%s\",service=\"r\",scope=\"repository:library/pkg:pull\""
                                                .formatted(realm)),
                        tags("[\"1.1\"]"))
                .on("/token", body("{\"token\": \"anonymous\"}"));
        assertThat(Lists.newest(standing())).isEqualTo("1.1");
        assertThat(server.requests())
                .extracting(WebServer.Request::path, WebServer.Request::authorization)
                .containsExactly(tuple(TAGS, null), tuple("/token", null), tuple(TAGS, "Bearer anonymous"));
    }

    @Test
    void aRegistryThatWantsAPasswordIsAFinding() throws Exception {
        server.on(TAGS, status(401).header("WWW-Authenticate", "Basic realm=\"x\""));
        assertThat(Lists.newest(standing())).isEqualTo("none: registry.example.org wants credentials");
    }

    @Test
    void anImageThatIsGoneIsAFinding() throws Exception {
        assertThat(standing().findings())
                .containsExactly(
                        "registry.example.org has no image library/pkg (404); correct the identifier of update.oci");
    }

    @Test
    void pagesThatNeverEndAreNotFollowedForEver() throws Exception {
        server.on(TAGS, tags("[\"1.1\"]").header("Link", "<" + TAGS + "?n=1&last=x>; rel=\"next\""));
        assertThat(standing().reason())
                .isEqualTo("registry.example.org: image library/pkg has more than 50 pages of tags");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pkg", "library/pkg", "https://registry.example.org/x", "registry.example.org/../x", "r.org/a b"
            })
    void anIdentifierIsHostAndName(String identifier) throws Exception {
        assertThat(Lists.standing(lists.on("2026-06-30"), "1.0", "update: {oci: {identifier: '" + identifier + "'}}")
                        .reason())
                .isEqualTo("update.oci.identifier is host/name of an image, not '" + identifier + "'");
    }
}
