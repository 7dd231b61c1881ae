package dev.nearstream.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.http.HostCredentials;
import dev.nearstream.upstream.SourceCommit.FileChange;
import dev.nearstream.upstream.UpstreamException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteCommitTest {
    private final Path directory;

    private FixtureRepository upstream;
    private GitServer server;
    private String fix;
    private String pulled;

    RemoteCommitTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void serve() throws IOException {
        upstream = new FixtureRepository(directory.resolve("upstream.git"));
        upstream.file("a", "one\n").file("b", "one\n").commit("One");
        upstream.tag("v1");
        fix = upstream.file("a", "two\n").commit("Two");
        String main = upstream.file("b", "three\n").commit("Three");
        pulled = upstream.file("a", "pulled\n").commit("Pulled");
        upstream.file("a", "pulled again\n").commit("Pulled again");
        upstream.ref("refs/pull/165/head").ref("refs/heads/1.x").checkout(main);
        server = new GitServer(upstream.repository());
    }

    @AfterEach
    void stop() {
        server.close();
        upstream.close();
    }

    @Test
    void aCommitComesWithItsFirstParentByItsHash() throws Exception {
        upstream.repository().getConfig().setBoolean("uploadpack", null, "allowAnySHA1InWant", true);
        try (Mirrors mirrors = mirrors(false)) {
            Mirror mirror = mirrors.open(server.url());
            mirror.tree("v1").close();
            try (SourceCommit commit = mirror.commit(fix, null)) {
                assertThat(commit.change().subject()).isEqualTo("Two");
                assertThat(commit.files()).extracting(FileChange::path).containsExactly("a");
                assertThat(text(commit.before("a").orElseThrow())).isEqualTo("one\n");
                assertThat(text(commit.after("a").orElseThrow())).isEqualTo("two\n");
                try (SourceTree tree = mirror.tree("v1")) {
                    assertThat(commit.renamedIn(tree, "nowhere")).isEmpty();
                }
            }
            int asked = server.requests().size();
            mirror.commit(fix, null).close();
            assertThat(server.requests()).hasSize(asked);
        }
        try (Mirrors offline = mirrors(true)) {
            offline.open(server.url()).commit(fix.substring(0, 12), null).close();
            RemoteMirrorTest.assertKind(
                    Kind.OFFLINE, () -> offline.open(server.url()).commit(pulled, null));
        }
    }

    @Test
    void manyComeTogether() throws Exception {
        upstream.repository().getConfig().setBoolean("uploadpack", null, "allowAnySHA1InWant", true);
        try (Mirrors mirrors = mirrors(false)) {
            Mirror mirror = mirrors.open(server.url());
            mirror.fetchCommits(List.of(fix, pulled, "not a hash"));
            int asked = server.requests().size();
            mirror.commit(fix, null).close();
            mirror.commit(pulled, null).close();
            assertThat(server.requests()).hasSize(asked);
        }
    }

    @Test
    void aServerThatGivesNoHashesIsAskedForTheBranch() throws Exception {
        try (Mirrors mirrors = mirrors(false)) {
            Mirror mirror = mirrors.open(server.url());
            mirror.fetchCommits(List.of(pulled));
            try (SourceCommit commit = mirror.commit(pulled, "pull/165/head")) {
                assertThat(text(commit.after("a").orElseThrow())).isEqualTo("pulled\n");
            }
        }
    }

    @Test
    void aBranchOfHeads() throws Exception {
        try (Mirrors mirrors = mirrors(false)) {
            mirrors.open(server.url()).commit(pulled, "1.x").close();
        }
    }

    @Test
    void whatIsNotToBeHadIsSaidAndNotAskedForTwice() throws Exception {
        String absent = "0123456789012345678901234567890123456789";
        try (Mirrors mirrors = mirrors(false)) {
            Mirror mirror = mirrors.open(server.url());
            assertThatThrownBy(() -> mirror.commit(absent, "1.x"))
                    .hasMessageContaining("is not among the last 100 of 1.x");
            assertThatThrownBy(() -> mirror.commit(absent, "gone")).hasMessageContaining(absent);
            assertThatThrownBy(() -> mirror.commit("HEAD", "--upload-pack=x")).hasMessageContaining("HEAD");
            int asked = server.requests().size();
            RemoteMirrorTest.assertKind(Kind.NO_REF, () -> mirror.commit(absent, "1.x"));
            assertThat(server.requests()).hasSize(asked);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Mirrors mirrors(boolean offline) {
        MirrorSettings settings = new MirrorSettings(
                directory.resolve("state"),
                Rewrites.none(),
                offline,
                2,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(40),
                0,
                HostCredentials.none());
        return new Mirrors(settings, DateCache.none(), Clock.systemUTC());
    }
}
