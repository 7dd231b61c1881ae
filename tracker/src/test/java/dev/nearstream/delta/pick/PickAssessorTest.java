package dev.nearstream.delta.pick;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Assessment.State;
import dev.nearstream.delta.Evidence;
import dev.nearstream.patch.TreeEntry;
import dev.nearstream.recipe.Checkout;
import dev.nearstream.recipe.Position;
import dev.nearstream.upstream.DateCache;
import dev.nearstream.upstream.FixtureRepository;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.MirrorSettings;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.upstream.Refs;
import dev.nearstream.upstream.Tag;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PickAssessorTest {
    private static final String LINES = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";

    private final FixtureRepository upstream;
    private final MirrorSettings settings;
    private String v1;

    PickAssessorTest(@TempDir Path directory) throws IOException {
        upstream = new FixtureRepository(directory.resolve("x.git"));
        settings = MirrorSettings.defaults(directory.resolve("state"));
    }

    @BeforeEach
    void make() throws IOException {
        v1 = upstream.file("a", LINES).file("b", LINES).commit("Start");
        upstream.tag("v1");
    }

    @AfterEach
    void close() {
        upstream.close();
    }

    @Test
    void aPickThatGoesInIsNeeded() throws Exception {
        String fix = upstream.file("a", LINES.replace("5", "five")).commit("Fix");
        upstream.checkout(v1).file("a", LINES.replace("9", "nine")).commit("Go another way");
        upstream.tag("v2");
        PickReport report = assess("v2", fix);
        assertThat(only(report).state()).isEqualTo(State.NEEDED);
        assertThat(only(report).reason()).isEqualTo("picks cleanly on v2, and changes 1 file");
        assertThat(text(report, "a")).isEqualTo(LINES.replace("5", "five").replace("9", "nine"));
        assertThat(report.doubt()).isEmpty();
        assertThat(report.summary()).isEqualTo("1 pick: 1 needed");
    }

    @Test
    void aContainedPickIsDroppableAndEndsTheBuild() throws Exception {
        String fix = upstream.file("a", LINES.replace("5", "five")).commit("Fix overflow");
        upstream.file("b", "other\n").commit("Other");
        upstream.tag("v1.1");
        upstream.file("b", "more\n").commit("More");
        upstream.tag("v2");
        Assessment at = only(assess("v2", fix));
        assertThat(at.state()).isEqualTo(State.DROPPABLE);
        assertThat(at.reason()).isEqualTo("v2 contains the commit; the pick would be empty, which ends the build");
        Evidence evidence = at.evidence().get(0);
        assertThat(evidence.kind()).isEqualTo(Evidence.Kind.COMMIT_CONTAINED);
        assertThat(evidence.commit()).isEqualTo(fix);
        assertThat(evidence.subject()).isEqualTo("Fix overflow");
        assertThat(evidence.date()).hasToString("2024-01-02");
        assertThat(evidence.firstRelease()).isEqualTo("v1.1");
        assertThat(only(assess("v1", fix)).state()).isEqualTo(State.NEEDED);
    }

    @Test
    void aPickThatWasRevertedSinceGoesInAgain() throws Exception {
        String fix = upstream.file("a", LINES.replace("5", "five")).commit("Fix");
        upstream.file("a", LINES).commit("Revert \"Fix\"\n\nThis reverts commit " + fix + ".");
        upstream.tag("v2");
        assertThat(only(assess("v2", fix)).state()).isEqualTo(State.NEEDED);
    }

    @Test
    void aContainedPickWhoseLinesWereChangedFurtherIsDroppable() throws Exception {
        String fix = upstream.file("a", LINES.replace("5", "five")).commit("Fix");
        upstream.file("a", LINES.replace("5", "5.0")).commit("Fix it better");
        upstream.tag("v2");
        Assessment at = only(assess("v2", fix));
        assertThat(at.state()).isEqualTo(State.DROPPABLE);
        assertThat(at.reason()).contains("changed the same lines further since").contains("a line 5");
        assertThat(at.evidence().get(0).kind()).isEqualTo(Evidence.Kind.COMMIT_CONTAINED);
    }

    @Test
    void aContainedPickThatWasTakenBackAndConflictsIsBroken() throws Exception {
        String fix = upstream.file("a", LINES.replace("5", "five")).commit("Fix");
        upstream.file("a", LINES).commit("Revert \"Fix\"\n\nThis reverts commit " + fix + ".");
        upstream.file("a", LINES.replace("5", "5.0")).commit("Another way");
        upstream.tag("v2");
        Assessment at = only(assess("v2", fix));
        assertThat(at.state()).isEqualTo(State.BROKEN);
        assertThat(at.reason()).contains("v2 contains the commit, but commit").contains("took it back");
    }

    @Test
    void aContainedPickThatIsTherePartlyIsNotDroppable() throws Exception {
        String fix = upstream.file("a", LINES.replace("5", "five"))
                .file("b", LINES.replace("5", "five"))
                .commit("Fix both");
        upstream.file("a", LINES.replace("5", "5.0")).file("b", LINES).commit("Change a, and lose the half of it");
        upstream.tag("v2");
        assertThat(only(assess("v2", fix)).state()).isEqualTo(State.BROKEN);
    }

    @Test
    void aMergeThatThrewTheCommitAwayDoesNotMakeItDroppable() throws Exception {
        String fix = upstream.file("a", LINES.replace("5", "five")).commit("Fix on a branch");
        upstream.checkout(v1).file("a", LINES.replace("5", "5.0")).commit("Main");
        upstream.merge("Merge branch with -s ours", fix);
        upstream.tag("v2");
        Assessment at = only(assess("v2", fix));
        assertThat(at.state()).isEqualTo(State.BROKEN);
        assertThat(at.reason()).contains("v2 contains the commit, but not all of its change is there any more");
    }

    @Test
    void aPickThatUpstreamPickedItselfIsTheSameChange() throws Exception {
        String fix = upstream.file("a", LINES.replace("5", "five")).commit("Fix");
        String backport = upstream.checkout(v1)
                .file("a", LINES.replace("5", "five"))
                .commit("Fix for 1.x\n\n(cherry picked from commit " + fix + ")");
        upstream.tag("v1.1");
        Assessment at = only(assess("v1.1", fix));
        assertThat(at.state()).isEqualTo(State.DROPPABLE);
        assertThat(at.evidence().get(0).kind()).isEqualTo(Evidence.Kind.SAME_CHANGE);
        assertThat(at.evidence().get(0).commit()).isEqualTo(backport);
        assertThat(at.evidence().get(0).firstRelease()).isEqualTo("v1.1");
    }

    @Test
    void aTrailerAloneDropsNothing() throws Exception {
        String fix = upstream.file("a", LINES.replace("5", "five")).commit("Fix");
        String backport = upstream.checkout(v1)
                .file("a", LINES.replace("5", "something else"))
                .commit("Fix for 1.x\n\n(cherry picked from commit " + fix + ")");
        upstream.tag("v1.1");
        Assessment at = only(assess("v1.1", fix));
        assertThat(at.state()).isEqualTo(State.BROKEN);
        assertThat(at.reason()).contains(backport.substring(0, 12) + " may be the same change in another form");
    }

    @Test
    void aPickThatMergesToNothingIsDroppable() throws Exception {
        String fix = upstream.file("a", LINES.replace("5", "five")).commit("Fix");
        upstream.checkout(v1)
                .file("a", LINES.replace("5", "five").replace("1", "one"))
                .commit("Rewrite");
        upstream.tag("v2");
        Assessment at = only(assess("v2", fix));
        assertThat(at.state()).isEqualTo(State.DROPPABLE);
        assertThat(at.evidence().get(0).kind()).isEqualTo(Evidence.Kind.MERGES_TO_NOTHING);
        assertThat(at.evidence().get(0).firstRelease()).isNull();
    }

    @Test
    void aConflictNamesThePlaceAndBothSides() throws Exception {
        String fix = upstream.file("a", LINES.replace("5", "five")).commit("Fix");
        upstream.checkout(v1).file("a", "0\n" + LINES.replace("5", "5.0")).commit("Go another way");
        upstream.tag("v2");
        PickReport report = assess("v2", fix);
        assertThat(only(report).state()).isEqualTo(State.BROKEN);
        assertThat(only(report).reason())
                .isEqualTo("the pick conflicts: a line 6: the pick has 'five', where '5.0' stands");
        assertThat(report.changes().entries()).isEmpty();
        assertThat(report.doubt()).startsWith("the pick of " + fix.substring(0, 12) + " is broken: ");
    }

    @Test
    void picksAreMadeInOrder() throws Exception {
        String one = upstream.file("a", LINES.replace("5", "five")).commit("One");
        String two = upstream.file("a", LINES.replace("5", "cinq")).commit("Two");
        upstream.checkout(v1).file("b", "other\n").commit("Other");
        upstream.tag("v2");
        PickReport report = assess("v2", one, two);
        assertThat(states(report)).containsExactly(State.NEEDED, State.NEEDED);
        assertThat(text(report, "a")).isEqualTo(LINES.replace("5", "cinq"));
        assertThat(states(assess("v2", two, one))).containsExactly(State.BROKEN, State.NEEDED);
        assertThat(states(assess("v2", one, one))).containsExactly(State.NEEDED, State.DROPPABLE);
        assertThat(assess("v2", one, one).assessments().get(1).reason())
                .startsWith("the picks before it have made the same change");
    }

    @Test
    void whatFollowsAPickThatIsNotToBeHadIsNotCalledBroken() throws Exception {
        String one = upstream.file("a", LINES.replace("5", "five")).commit("One");
        String two = upstream.file("a", LINES.replace("5", "cinq")).commit("Two");
        String other = upstream.file("b", LINES.replace("5", "five")).commit("Other");
        upstream.checkout(v1);
        delete(one);
        PickReport report = assess("v1", one, two, other);
        assertThat(states(report)).containsExactly(State.UNKNOWN, State.UNKNOWN, State.NEEDED);
        assertThat(report.assessments().get(0).reason()).contains(one).contains("is missing from the repository");
        assertThat(report.doubt()).isNotEmpty();
        assertThat(report.summary()).isEqualTo("3 picks: 1 needed, 2 unknown");
    }

    @Test
    void aMergeCannotBePicked() throws Exception {
        String side = upstream.file("b", "side\n").commit("Side");
        upstream.checkout(v1).file("a", "main\n").commit("Main");
        String merge = upstream.file("b", "side\n").merge("Merge", side);
        Assessment at = only(assess("v1", merge));
        assertThat(at.state()).isEqualTo(State.BROKEN);
        assertThat(at.reason()).contains("is a merge of 2 parents");
    }

    @Test
    void aFileThatUpstreamMovedIsFollowed() throws Exception {
        String fix = upstream.file("a", LINES.replace("5", "five")).commit("Fix");
        upstream.checkout(v1)
                .remove("a")
                .file("src/a", LINES.replace("9", "nine"))
                .commit("Move");
        upstream.tag("v2");
        PickReport report = assess("v2", fix);
        assertThat(only(report).state()).isEqualTo(State.NEEDED);
        assertThat(text(report, "src/a")).isEqualTo(LINES.replace("5", "five").replace("9", "nine"));
        upstream.checkout(v1).remove("a").commit("Delete");
        upstream.tag("v3");
        assertThat(only(assess("v3", fix)).reason())
                .isEqualTo("the pick conflicts: a: the pick changes it, and it has been deleted or moved");
    }

    @Test
    void anotherFilesNewPlaceIsNotThisOnes() throws Exception {
        String more = "0\n" + LINES;
        String start =
                upstream.file("one/a", LINES + "10\n").file("two/a", more).commit("Start again");
        String fix = upstream.file("one/a", LINES.replace("5", "five") + "10\n").commit("Fix");
        upstream.checkout(start)
                .remove("one/a")
                .remove("two/a")
                .file("src/a", more)
                .commit("Move two, delete one");
        upstream.tag("v2");
        assertThat(only(assess("v2", fix)).reason()).contains("one/a: the pick changes it, and it has been deleted");
    }

    @Test
    void aLinkThatHasBecomeAFileIsNoNewPlace() throws Exception {
        String start = upstream.file("dev/a", LINES).link("link", "dev/a").commit("Link");
        String fix = upstream.file("dev/a", LINES.replace("5", "five")).commit("Fix");
        upstream.checkout(start).remove("dev/a").file("link", LINES).commit("Put the file where the link was");
        upstream.tag("v2");
        assertThat(only(assess("v2", fix)).reason()).contains("dev/a: the pick changes it, and it has been deleted");
    }

    @Test
    void aFileThatThePickMovesKeepsWhatWasChanged() throws Exception {
        String move = upstream.remove("a")
                .file("src/a", LINES.replace("5", "five"))
                .file("c", "new\n")
                .commit("Move and fix");
        upstream.checkout(v1).file("a", LINES.replace("9", "nine")).commit("Change");
        upstream.tag("v2");
        PickReport report = assess("v2", move);
        assertThat(only(report).state()).isEqualTo(State.NEEDED);
        assertThat(report.changes().entries().get("a")).isEmpty();
        assertThat(text(report, "src/a")).isEqualTo(LINES.replace("5", "five").replace("9", "nine"));
        assertThat(text(report, "c")).isEqualTo("new\n");
        upstream.file("c", "another\n").commit("Add c");
        upstream.tag("v3");
        assertThat(only(assess("v3", move)).reason()).contains("c: the pick adds it, and another stands there");
    }

    @Test
    void deletionsAndLinks() throws Exception {
        String delete = upstream.remove("b").link("l", "a").commit("Delete b, link l");
        upstream.checkout(v1).file("a", "other\n").commit("Other");
        upstream.tag("v2");
        PickReport report = assess("v2", delete);
        assertThat(report.changes().entries().get("b")).isEmpty();
        assertThat(entry(report, "l").kind()).isEqualTo(TreeEntry.Kind.SYMLINK);
        upstream.file("b", "changed\n").commit("Change b");
        upstream.tag("v3");
        assertThat(only(assess("v3", delete)).reason()).contains("b: the pick deletes what has been changed");
    }

    @Test
    void manyPicksInARowAreOneSnapshot() throws Exception {
        List<String> picks = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            picks.add(upstream.file("n", i + "\n").commit("Number " + i));
        }
        String last = picks.get(24);
        upstream.tag("v2");
        PickReport now = assess("v1", picks.toArray(new String[0]));
        assertThat(now.summary())
                .isEqualTo("25 picks: 25 needed; they are one snapshot, 25 of the 25 commits from v1 to "
                        + last.substring(0, 12));
        assertThat(text(now, "n")).isEqualTo("24\n");
        PickReport later = assess("v2", picks.toArray(new String[0]));
        assertThat(states(later)).containsOnly(State.DROPPABLE);
    }

    @Test
    void whatHistoryDoesNotTellContentDoes() throws Exception {
        String fix = upstream.file("a", LINES.replace("5", "five")).commit("Fix");
        upstream.file("b", "other\n").commit("Other");
        String head = upstream.head();
        upstream.tag("v2");
        Files.writeString(upstream.path().resolve("shallow"), head + "\n");
        Assessment at = only(assess("v2", fix));
        assertThat(at.state()).isEqualTo(State.DROPPABLE);
        assertThat(at.evidence().get(0).kind()).isEqualTo(Evidence.Kind.MERGES_TO_NOTHING);
    }

    private void delete(String object) throws IOException {
        Files.delete(upstream.path()
                .resolve("objects")
                .resolve(object.substring(0, 2))
                .resolve(object.substring(2)));
    }

    private PickReport assess(String revision, String... commits) throws UpstreamException {
        try (Mirrors mirrors = new Mirrors(settings, DateCache.none(), Clock.systemUTC())) {
            Mirror mirror = mirrors.openTrusted(upstream.path().toString());
            Refs refs = mirror.refs();
            List<Tag> releases = Stream.of("v1", "v1.1", "v2", "v3")
                    .map(refs::tag)
                    .flatMap(Optional::stream)
                    .toList();
            return new PickAssessor(mirror, "v1", releases).assess(picks(commits), revision);
        }
    }

    private static List<Checkout.CherryPick> picks(String... commits) {
        return Stream.of(commits)
                .map(commit -> new Checkout.CherryPick(new Position("pkg.yaml", 9, 1), null, commit, "a comment"))
                .toList();
    }

    private static Assessment only(PickReport report) {
        assertThat(report.assessments()).hasSize(1);
        return report.assessments().get(0);
    }

    private static List<State> states(PickReport report) {
        return report.assessments().stream().map(Assessment::state).toList();
    }

    private static String text(PickReport report, String path) {
        return new String(entry(report, path).content(), StandardCharsets.UTF_8);
    }

    private static TreeEntry entry(PickReport report, String path) {
        return report.changes().entries().getOrDefault(path, Optional.empty()).orElseThrow();
    }
}
