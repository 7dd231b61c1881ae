package dev.nearstream.delta.pick;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Assessment.State;
import dev.nearstream.upstream.DateCache;
import dev.nearstream.upstream.FixtureRepository;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.MirrorSettings;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.upstream.Refs;
import dev.nearstream.upstream.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotAssessorTest {
    private final Path state;
    private final FixtureRepository upstream;
    private String pinned;

    SnapshotAssessorTest(@TempDir Path directory) throws IOException {
        state = directory.resolve("state");
        upstream = new FixtureRepository(directory.resolve("x.git"));
    }

    @BeforeEach
    void make() throws IOException {
        upstream.file("a", "1\n").commit("One");
        upstream.tag("v1");
        upstream.file("a", "2\n").commit("Two");
        pinned = upstream.file("a", "3\n").commit("Three");
        upstream.file("a", "4\n").commit("Four");
        upstream.tag("v2");
    }

    @AfterEach
    void close() {
        upstream.close();
    }

    @Test
    void aCommitBetweenTwoReleases() throws Exception {
        assertThat(assess(pinned, "v1", "v2"))
                .isEqualTo(Assessment.needed("2 commits after v1; 1 behind v2; released since: v2 contains it"));
    }

    @Test
    void aCommitAfterTheNewestRelease() throws Exception {
        assertThat(assess(pinned, "v1").reason())
                .isEqualTo("2 commits after v1, the newest release; no release contains it");
    }

    @Test
    void aCommitOnABranchOfItsOwn() throws Exception {
        String branch = upstream.checkout(pinned).file("b", "1\n").commit("Branch");
        assertThat(assess(branch, "v1", "v2").reason())
                .isEqualTo("3 commits after v1; 1 ahead of and 1 behind v2; no release contains it");
    }

    @Test
    void aCommitThatIsARelease() throws Exception {
        String head = upstream.head();
        assertThat(assess(head, "v1", "v2").reason())
                .isEqualTo("the very commit of v2; released since: v2 contains it");
    }

    @Test
    void whatIsNotThereIsUnknown() throws Exception {
        assertThat(assess("0".repeat(39) + "1", "v1", "v2").state()).isEqualTo(State.UNKNOWN);
        assertThat(assess(pinned).reason()).isEqualTo("upstream has no release that is admitted");
    }

    private Assessment assess(String commit, String... releases) throws Exception {
        try (Mirrors mirrors = new Mirrors(MirrorSettings.defaults(state), DateCache.none(), Clock.systemUTC())) {
            Mirror mirror = mirrors.openTrusted(upstream.path().toString());
            Refs refs = mirror.refs();
            List<Tag> tags = Stream.of(releases)
                    .map(name -> refs.tag(name).orElseThrow())
                    .toList();
            return new SnapshotAssessor(mirror, tags).assess(commit);
        }
    }
}
