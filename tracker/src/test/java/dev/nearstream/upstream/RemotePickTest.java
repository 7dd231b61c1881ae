package dev.nearstream.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Assessment.State;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.pick.PickAssessor;
import dev.nearstream.recipe.Checkout;
import dev.nearstream.recipe.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Picks against a server: single commits, trees and history lie in two repositories there. */
class RemotePickTest {
    private final Path directory;

    private FixtureRepository upstream;
    private GitServer server;
    private String taken;
    private String changedFurther;
    private String pulled;

    RemotePickTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void serve() throws IOException {
        upstream = new FixtureRepository(directory.resolve("upstream.git"));
        upstream.repository().getConfig().setBoolean("uploadpack", null, "allowAnySHA1InWant", true);
        String start = upstream.file("a", "one\n").file("b", "one\n").commit("One");
        upstream.tag("v1");
        taken = upstream.file("a", "two\n").commit("Two");
        changedFurther = upstream.file("b", "two\n").commit("Two in b");
        upstream.file("b", "three\n").commit("Three in b");
        upstream.tag("v2");
        String head = upstream.head();
        pulled = upstream.checkout(start).file("c", "pulled\n").commit("Pulled");
        upstream.ref("refs/pull/7/head").checkout(head);
        server = new GitServer(upstream.repository());
    }

    @AfterEach
    void stop() {
        server.close();
        upstream.close();
    }

    @Test
    void historyAndContentAreBothAsked() throws Exception {
        try (Mirrors mirrors =
                new Mirrors(MirrorSettings.defaults(directory.resolve("state")), DateCache.none(), Clock.systemUTC())) {
            Mirror mirror = mirrors.open(server.url());
            List<Tag> releases = List.of(
                    mirror.refs().tag("v1").orElseThrow(),
                    mirror.refs().tag("v2").orElseThrow());
            List<Assessment> found = new PickAssessor(mirror, "v1", releases)
                    .assess(List.of(pick(null, taken), pick(null, changedFurther), pick("pull/7/head", pulled)), "v2")
                    .assessments();
            assertThat(found)
                    .extracting(Assessment::state)
                    .containsExactly(State.DROPPABLE, State.DROPPABLE, State.NEEDED);
            assertThat(found.subList(0, 2))
                    .extracting(assessment -> assessment.evidence().get(0).kind())
                    .containsOnly(Evidence.Kind.COMMIT_CONTAINED);
            assertThat(found.get(0).evidence().get(0).firstRelease()).isEqualTo("v2");
        }
    }

    @Test
    void aPickThatIsNotToBeHadIsUnknown() throws Exception {
        try (Mirrors mirrors =
                new Mirrors(MirrorSettings.defaults(directory.resolve("state")), DateCache.none(), Clock.systemUTC())) {
            Mirror mirror = mirrors.open(server.url());
            Assessment found = new PickAssessor(mirror, "v1", List.of())
                    .assess(List.of(pick("gone", "0123456789012345678901234567890123456789")), "v1")
                    .assessments()
                    .get(0);
            assertThat(found.state()).isEqualTo(State.UNKNOWN);
            assertThat(found.reason()).contains(server.url());
        }
    }

    private static Checkout.CherryPick pick(@Nullable String branch, String commit) {
        return new Checkout.CherryPick(new Position("pkg.yaml", 9, 1), branch, commit, "a comment");
    }
}
