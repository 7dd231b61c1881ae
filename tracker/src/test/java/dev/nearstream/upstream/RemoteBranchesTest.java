package dev.nearstream.upstream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.http.HostCredentials;
import dev.nearstream.upstream.UpstreamException.Kind;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RemoteRefUpdate.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pushing over HTTP, with the run's credentials and limits. */
final class RemoteBranchesTest {
    private static final ObjectId NONE = ObjectId.zeroId();

    @TempDir
    private Path directory;

    private FixtureRepository theirs;
    private FixtureRepository ours;
    private GitServer server;

    @BeforeEach
    void start() throws Exception {
        theirs = new FixtureRepository(directory.resolve("theirs.git"));
        theirs.file("a.yaml", "1").commit("One");
        ours = new FixtureRepository(directory.resolve("ours.git"));
        ours.file("a.yaml", "1").commit("One");
        ours.file("a.yaml", "2").commit("Two");
        server = new GitServer(theirs.repository());
    }

    @AfterEach
    void stop() {
        server.close();
        ours.close();
        theirs.close();
    }

    private Mirrors mirrors(boolean offline, HostCredentials credentials) {
        MirrorSettings defaults = MirrorSettings.defaults(directory.resolve("state"));
        return new Mirrors(
                new MirrorSettings(
                        defaults.directory(),
                        Rewrites.of(Map.of(
                                "https://forge.example.org/", server.url().replace("project.git", ""))),
                        offline,
                        defaults.perHost(),
                        defaults.connectTimeout(),
                        defaults.readTimeout(),
                        defaults.totalTimeout(),
                        0,
                        credentials),
                DateCache.none(),
                Clock.systemUTC());
    }

    private Repository git() {
        return ours.repository();
    }

    private ObjectId two() {
        return ObjectId.fromString(ours.head());
    }

    @Test
    void setsABranchAndNoOtherRef() throws Exception {
        String token = "t0ken";
        HostCredentials credentials = HostCredentials.of(Map.of("NEARSTREAM_TOKEN_LOCALHOST", token), directory);
        try (Mirrors mirrors = mirrors(false, credentials)) {
            RemoteBranches branches = mirrors.branches("https://forge.example.org/project.git");

            assertThat(branches.push(git(), "nearstream/a", two(), NONE).status())
                    .isEqualTo(Status.OK);

            assertThat(branches.heads())
                    .containsOnlyKeys("main", "nearstream/a")
                    .containsEntry("nearstream/a", two().name());
            assertThat(branches.url()).isEqualTo("https://forge.example.org/project.git");
            String basic = Base64.getEncoder().encodeToString(("x-access-token:" + token).getBytes(US_ASCII));
            assertThat(server.requests()).allMatch(request -> ("Basic " + basic).equals(request.authorization()));
        }
    }

    @Test
    void setsItOnlyWhereItIsAtTheExpectedCommit() throws Exception {
        try (Mirrors mirrors = mirrors(false, HostCredentials.none())) {
            RemoteBranches branches = mirrors.branches(server.url());
            ObjectId one = ObjectId.fromString(theirs.head());
            theirs.ref("refs/heads/nearstream/a");

            assertThat(branches.push(git(), "nearstream/a", two(), NONE).status())
                    .isEqualTo(Status.REJECTED_REMOTE_CHANGED);
            assertThat(branches.push(git(), "nearstream/a", two(), two()).status())
                    .isEqualTo(Status.REJECTED_REMOTE_CHANGED);
            assertThat(branches.heads()).containsEntry("nearstream/a", one.name());
            assertThat(branches.push(git(), "nearstream/a", two(), one).status())
                    .isEqualTo(Status.OK);
            assertThat(branches.push(git(), "nearstream/a", two(), one).status())
                    .isEqualTo(Status.UP_TO_DATE);
        }
    }

    @Test
    void anAttemptWhoseAnswerWasLostIsFoundDone() throws Exception {
        server.intercept(exchange -> {
            boolean first = exchange.getRequestMethod().equals("POST")
                    && server.received().isEmpty();
            if (first) {
                server.receiveAndLoseTheAnswer(exchange);
            }
            return first;
        });
        try (Mirrors mirrors = mirrors(false, HostCredentials.none())) {
            assertThat(mirrors.branches(server.url()).push(git(), "nearstream/a", two(), NONE))
                    .isEqualTo(new RemoteBranches.Answer(Status.UP_TO_DATE, ""));
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void whatWasSentTwiceIsDone() throws Exception {
        server.receiveTwice();
        try (Mirrors mirrors = mirrors(false, HostCredentials.none())) {
            assertThat(mirrors.branches(server.url()).push(git(), "nearstream/a", two(), NONE))
                    .isEqualTo(new RemoteBranches.Answer(Status.UP_TO_DATE, ""));
        }
    }

    @Test
    void saysWhyItCannot() throws Exception {
        server.intercept(exchange -> GitServer.answer(exchange, 403));
        try (Mirrors mirrors = mirrors(false, HostCredentials.none())) {
            assertThatThrownBy(() -> mirrors.branches(server.url()).push(git(), "nearstream/a", two(), NONE))
                    .isInstanceOfSatisfying(
                            UpstreamException.class, e -> assertThat(e.kind()).isEqualTo(Kind.DENIED))
                    .hasMessage(server.url() + " refs/heads/nearstream/a: the server refuses (403)");
        }
        try (Mirrors mirrors = mirrors(true, HostCredentials.none())) {
            RemoteBranches branches = mirrors.branches(server.url());
            assertThatThrownBy(() -> branches.push(git(), "nearstream/a", two(), NONE))
                    .hasMessage(server.url() + " nearstream/a: nothing is pushed offline; a run online would");
            assertThatThrownBy(branches::heads).isInstanceOf(UpstreamException.class);
        }
    }
}
