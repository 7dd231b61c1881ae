package dev.nearstream.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.upstream.Containment.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private final FixtureRepository upstream;

    private String first;
    private String side;
    private String onMain;
    private String merged;
    private String last;

    HistoryTest(@TempDir Path directory) throws IOException {
        upstream = new FixtureRepository(directory.resolve("x.git"));
    }

    /**
     * <pre>
     * v1 first --- onMain --- merged --- last v2
     *        \--- side ------/
     * </pre>
     */
    @BeforeEach
    void make() throws IOException {
        first = upstream.file("a", "one\n")
                .file("b", "one\n")
                .file("d/c", "one\n")
                .commit("First\n\nWith a body.");
        upstream.tag("v1");
        side = upstream.file("b", "side\n").commit("Change b\non a branch");
        onMain = upstream.checkout(first).file("a", "two\n").commit("Change a");
        merged = upstream.file("b", "side\n").merge("Merge the branch", side);
        last = upstream.file("d/c", "two\n").remove("a").file("e", "two\n").commit("Move a to e, change c");
        upstream.annotate("v2");
    }

    @AfterEach
    void close() {
        upstream.close();
    }

    @Test
    void betweenTellsWhatOneHasAndTheOtherHasNot() throws Exception {
        Changes changes = history().between("v1", "v2", List.of(), 10);
        assertThat(changes.complete()).isTrue();
        // A merge that takes each file from one of its parents is none of its own.
        assertThat(changes.changes()).extracting(Change::commit).containsExactly(last, onMain, side);
        Change change = changes.changes().get(2);
        assertThat(change.subject()).isEqualTo("Change b on a branch");
        assertThat(change.parents()).containsExactly(first);
        assertThat(change.committed()).isEqualTo(FixtureRepository.START.plus(Duration.ofDays(1)));
        assertThat(history().between("v2", "v1", List.of(), 10).changes()).isEmpty();
    }

    @Test
    void betweenLooksAtPathsOnBothSidesOfAMerge() throws Exception {
        assertThat(commits(List.of("b"))).containsExactly(side);
        assertThat(commits(List.of("a"))).containsExactly(last, onMain);
        assertThat(commits(List.of("d"))).containsExactly(last);
        assertThat(commits(List.of("d/c", "b"))).containsExactly(last, side);
        assertThat(commits(List.of("nowhere"))).isEmpty();
    }

    @Test
    void aMergeThatChangesWhatNoParentHasCounts() throws Exception {
        String evil = upstream.checkout(onMain).file("b", "neither\n").merge("Merge in another way", side);
        assertThat(history().between("v1", evil, List.of("b"), 10).changes())
                .extracting(Change::commit)
                .containsExactly(evil, side);
    }

    @Test
    void aBoundIsSaid() throws Exception {
        Changes changes = history().between("v1", "v2", List.of(), 2);
        assertThat(changes.changes()).hasSize(2);
        assertThat(changes.gap()).isEqualTo("there are more than 2 commits");
        History bounded = new CommitHistory(upstream.repository(), "url", revision -> revision, "", 2);
        assertThat(bounded.between(first, last, List.of(), 10).gap())
                .isEqualTo("more than 2 commits would have to be looked at");
        assertThat(bounded.contains(last, first).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(bounded.divergence(first, last).known()).isFalse();
    }

    @Test
    void containsFollowsBothParents() throws Exception {
        assertThat(history().contains("v2", side).yes()).isTrue();
        assertThat(history().contains("v2", onMain).yes()).isTrue();
        assertThat(history().contains("v2", last).yes()).isTrue();
        assertThat(history().contains("v1", side).no()).isTrue();
        assertThat(history().contains(onMain, side).no()).isTrue();
        assertThat(history().contains(side, first).yes()).isTrue();
    }

    @Test
    void whatIsNotThereIsUnknown() throws Exception {
        String absent = "0123456789012345678901234567890123456789";
        assertThat(history().contains("v2", absent).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(history().contains("v2", absent).reason()).isEqualTo("object " + absent + " is not there");
        assertThat(history().contains("v3", first).reason()).contains("there is no such tag or branch");
        assertThat(history().between("v3", "v2", List.of(), 1).gap()).contains("v3");
        assertThat(history().change(absent)).isEmpty();
        assertThat(history().change("nonsense")).isEmpty();
    }

    @Test
    void theFirstReleaseIsTheFirstInTheGivenOrder() throws Exception {
        upstream.checkout(side).file("b", "patched\n").commit("Patch the branch");
        upstream.tag("v1.1");
        List<Tag> releases = tags("v1", "v1.1", "v2");
        assertThat(history().firstRelease(side, releases).tag()).contains(releases.get(1));
        assertThat(history().firstRelease(onMain, releases).tag()).contains(releases.get(2));
        assertThat(history().firstRelease(first, releases).tag()).contains(releases.get(0));
        assertThat(history()
                        .firstRelease(onMain, tags("v1", "v1.1"))
                        .contained()
                        .no())
                .isTrue();
        assertThat(history().firstRelease(onMain, List.of()).contained().no()).isTrue();
        assertThat(history()
                        .firstRelease(side, tags("v2", "v1.1"))
                        .tag()
                        .orElseThrow()
                        .name())
                .isEqualTo("v2");
    }

    @Test
    void aReleaseThatIsNotThereLeavesTheLaterOnesInDoubt() throws Exception {
        Tag absent = new Tag("v0", "0".repeat(39) + "1", "0".repeat(39) + "1");
        Tag v2 = tags("v2").get(0);
        assertThat(history().firstRelease(side, List.of(absent, v2)).contained().answer())
                .isEqualTo(Answer.UNKNOWN);
        assertThat(history().firstRelease(side, List.of(v2, absent)).tag()).contains(v2);
    }

    @Test
    void divergenceCountsBothWays() throws Exception {
        assertThat(history().divergence("v2", "v1")).isEqualTo(new Divergence(4, 0, first, ""));
        assertThat(history().divergence(side, onMain)).isEqualTo(new Divergence(1, 1, first, ""));
        assertThat(history().divergence(side, "v2")).isEqualTo(new Divergence(0, 3, side, ""));
    }

    @Test
    void aCommitArrivesByTheMergeThatBroughtIt() throws Exception {
        assertThat(history().arrival("v2", side)).map(Change::commit).contains(merged);
        assertThat(history().arrival("v2", onMain)).map(Change::commit).contains(onMain);
        assertThat(history().arrival("v2", last)).map(Change::commit).contains(last);
        assertThat(history().arrival("v1", side)).isEmpty();
        assertThat(history().arrival(side, first)).map(Change::commit).contains(first);
    }

    @Test
    void filesBeforeAndAfter() throws Exception {
        History history = history();
        Change change = history.change(onMain).orElseThrow();
        assertThat(history.before(change, "a"))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo("one\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(history.after(change, "a"))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo("two\n".getBytes(StandardCharsets.UTF_8)));
        Change root = history.change(first).orElseThrow();
        assertThat(history.before(root, "a")).isEmpty();
        assertThat(history.after(root, "a")).isPresent();
        Change move = history.change(last).orElseThrow();
        assertThat(history.renamed(move, "a")).contains("e");
        assertThat(history.renamed(move, "d/c")).isEmpty();
        assertThat(history.renamed(move, "nowhere")).isEmpty();
        assertThat(history.renamed(root, "a")).isEmpty();
    }

    @Test
    void whatLiesBeforeACutIsUnknown() throws Exception {
        Files.writeString(upstream.path().resolve("shallow"), onMain + "\n");
        History history = history();
        assertThat(history.contains("v2", side).yes()).isTrue();
        assertThat(history.contains(onMain, side).reason()).isEqualTo("history is cut before commit " + onMain);
        assertThat(history.contains(side, onMain).no()).isTrue();
        assertThat(history.change(onMain).orElseThrow().parents()).containsExactly(first);
        Changes changes = history.between("v1", "v2", List.of("a"), 10);
        assertThat(changes.complete()).isFalse();
        assertThat(changes.changes()).extracting(Change::commit).containsExactly(last);
        assertThat(history.divergence("v2", "v1").known()).isFalse();
    }

    @Test
    void aMissingCommitIsACut() throws Exception {
        delete(first);
        History history = history();
        assertThat(history.contains("v2", side).yes()).isTrue();
        assertThat(history.contains(onMain, side).reason())
                .isEqualTo("commit " + first + " is missing from the repository");
        Change change = history.change(onMain).orElseThrow();
        assertThatThrownBy(() -> history.before(change, "a")).hasMessageContaining("missing");
    }

    @Test
    void aWrongClockDoesNoHarm() throws Exception {
        String skewed = upstream.checkout(first).file("z", "1\n").commitOn("2010-01-01", "From the past");
        String after = upstream.file("z", "2\n").commitOn("2030-01-01", "From the future");
        String fork = upstream.checkout(first).file("y", "1\n").commit("Fork");
        assertThat(history().contains(after, skewed).yes()).isTrue();
        assertThat(history().contains(fork, skewed).no()).isTrue();
        assertThat(history().divergence(after, fork)).isEqualTo(new Divergence(2, 1, first, ""));
        assertThat(history().between(skewed, after, List.of(), 9).changes())
                .extracting(Change::commit)
                .containsExactly(after);
    }

    private void delete(String object) throws IOException {
        Files.delete(upstream.path()
                .resolve("objects")
                .resolve(object.substring(0, 2))
                .resolve(object.substring(2)));
    }

    private List<String> commits(List<String> paths) throws Exception {
        return history().between("v1", "v2", paths, 10).changes().stream()
                .map(Change::commit)
                .toList();
    }

    private List<Tag> tags(String... names) throws UpstreamException {
        Refs refs = mirror().refs();
        return List.of(names).stream().map(name -> refs.tag(name).orElseThrow()).toList();
    }

    private History history() throws UpstreamException {
        return mirror().history("v1", "v2");
    }

    private Mirror mirror() {
        return new LocalMirror("https://git.example.org/x", upstream.path(), DateCache.none());
    }
}
