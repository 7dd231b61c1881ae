package dev.nearstream.bump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.bump.PatchPlan.Action;
import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.patch.PatchTree;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a patch between two trees; before, after and patch stand in each test. */
class SeriesPlannerTest {
    private static final String SONG = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n";

    private static final String FIVE = """
            Subject: [PATCH] Say FIVE

            It was too low.
            ---
             song | 2 +-
             1 file changed, 1 insertion(+), 1 deletion(-)

            diff --git a/song b/song
            index 1111111..2222222 100644
            --- a/song
            +++ b/song
            @@ -2,7 +2,7 @@ one
             two
             three
             four
            -five
            +FIVE
             six
             seven
             eight
            --\s
            2.43.0
            """;

    private static PatchPlan plan(PatchTree from, WorkspaceFiles to, String patch) {
        return new SeriesPlanner(from, to, UpstreamHistory.none())
                .plan(List.of(Trees.patch("pkg/x.patch", patch)))
                .get(0);
    }

    private static PatchPlan plan(String from, String to) {
        return plan(Trees.of("song", from), Trees.of("song", to), FIVE);
    }

    @Test
    void whatAppliesIsKeptAsItIs() {
        PatchPlan exact = plan(SONG, SONG);
        assertThat(exact.action()).isEqualTo(Action.KEEP);
        assertThat(exact.reason()).isEqualTo("applies exactly");
        assertThat(exact.refreshedText()).isNull();
        PatchPlan offset = plan(SONG, "zero\n" + SONG);
        assertThat(offset.reason()).isEqualTo("applies with an offset");
        assertThat(offset.refreshedText()).isNull();
    }

    @Test
    void whatNeedsFuzzIsKeptAndGetsATextThatDoesNot() {
        PatchPlan plan = plan(SONG, SONG.replace("two", "2").replace("eight", "8"));
        assertThat(plan.action()).isEqualTo(Action.KEEP);
        assertThat(plan.reason()).isEqualTo("applies only with fuzz; the refreshed text applies exactly");
        assertThat(plan.refreshedText()).isEqualTo("""
                Subject: [PATCH] Say FIVE

                It was too low.
                ---
                 song | 2 +-
                 1 file changed, 1 insertion(+), 1 deletion(-)

                diff --git a/song b/song
                index 1111111..2222222 100644
                --- a/song
                +++ b/song
                @@ -2,7 +2,7 @@
                 2
                 three
                 four
                -five
                +FIVE
                 six
                 seven
                 8
                --\s
                2.43.0
                """);
    }

    @Test
    void whatUpstreamHasIsDropped() {
        PatchPlan plan = plan(SONG, SONG.replace("five", "FIVE"));
        assertThat(plan.action()).isEqualTo(Action.DROP);
        assertThat(plan.evidence()).extracting(one -> one.kind().label()).containsExactly("reverse-applies");
    }

    @Test
    void theSameChangeInOtherSurroundingsIsDroppedByTheMerge() {
        PatchPlan plan = plan(
                SONG,
                SONG.replace("five", "FIVE")
                        .replace("three\n", "3\n3b\n")
                        .replace("four\n", "four\n")
                        .replace("seven\n", "7\n7b\n"));
        assertThat(plan.action()).isEqualTo(Action.DROP);
    }

    @Test
    void whereTheContextWasRewrittenTheMergeCarriesItOver() {
        String rewritten = SONG.replace("two\nthree\n", "2\n3\n").replace("seven\neight\n", "7\n8\n");
        PatchPlan plan = plan(SONG, rewritten.replace("2\n3\n", "2\nand\n3\n"));
        assertThat(plan.action()).isIn(Action.KEEP, Action.REFRESH);
        assertThat(plan.refreshedText()).contains("-five\n+FIVE\n", " 3\n").startsWith("Subject: [PATCH] Say FIVE\n");
    }

    @Test
    void aLineThatBothChangedIsAConflictWithBothSides() {
        PatchPlan plan = plan(SONG, SONG.replace("five", "5"));
        assertThat(plan.action()).isEqualTo(Action.CONFLICT);
        assertThat(plan.reason()).isEqualTo("song:5: the patch has 'FIVE', upstream has '5'");
        assertThat(plan.refreshedText()).isNull();
    }

    @Test
    void aLineThatUpstreamRewroteIsNoReasonToDropItsRemoval() {
        String removal = """
                --- a/song
                +++ b/song
                @@ -3,5 +3,4 @@
                 three
                 four
                -five
                 six
                 seven
                """;
        PatchPlan plan = plan(
                Trees.of("song", SONG),
                Trees.of("song", SONG.replace("four\nfive\nsix", "four\nfive and a half\nsix")),
                removal);
        assertThat(plan.action()).isEqualTo(Action.CONFLICT);
        assertThat(plan.reason()).isEqualTo("song:5: the patch has nothing, upstream has 'five and a half'");
    }

    @Test
    void aPatchThatChangesNothingSaysNothingOfUpstream() {
        String idle = """
                --- a/song
                +++ b/song
                @@ -4,3 +4,3 @@
                 four
                -five
                +five
                 six
                """;
        PatchPlan plan = plan(Trees.of("song", SONG), Trees.of("song", SONG.replace("five", "5")), idle);
        assertThat(plan.action()).isEqualTo(Action.CONFLICT);
        assertThat(plan.reason()).isEqualTo("song: the patch changes nothing there at the packaged version");
    }

    @Test
    void anAddedLineThatStandsElsewhereProvesNothing() {
        PatchPlan plan = plan(SONG, SONG.replace("five", "5") + "FIVE\n");
        assertThat(plan.action()).isEqualTo(Action.CONFLICT);
    }

    @Test
    void aChangeThatStandsInMoreThanUpstreamWroteThereIsUpstream() {
        String guard = """
                --- a/song
                +++ b/song
                @@ -2,6 +2,7 @@
                 two
                 three
                 four
                +check(five_is_there);
                 five
                 six
                 seven
                """;
        PatchPlan plan = plan(
                Trees.of("song", SONG),
                Trees.of(
                        "song",
                        SONG.replace("three\nfour\nfive\nsix\n", "3\nint rc;\ncheck(five_is_there);\nfive\n6\n")),
                guard);
        assertThat(plan.action()).isEqualTo(Action.DROP);
        assertThat(plan.confidence()).isEqualTo(PatchPlan.Confidence.MEDIUM);
        assertThat(plan.evidence()).extracting(one -> one.kind().label()).containsExactly("same-change");
    }

    @Test
    void aBraceThatStandsThereIsNoChangeOfOurs() {
        String brace = """
                --- a/song
                +++ b/song
                @@ -2,6 +2,7 @@
                 two
                 three
                 four
                +}
                 five
                 six
                 seven
                """;
        PatchPlan plan = plan(
                Trees.of("song", SONG),
                Trees.of("song", SONG.replace("three\nfour\nfive\nsix\n", "3\nif (x) {\n}\n5\n6\n")),
                brace);
        assertThat(plan.action()).isEqualTo(Action.CONFLICT);
    }

    @Test
    void aRemovedLineThatUpstreamMovedIsNotGone() {
        String removal = """
                --- a/song
                +++ b/song
                @@ -2,7 +2,6 @@
                 two
                 three
                 four
                -five
                 six
                 seven
                 eight
                """;
        String cut = SONG.replace("three\nfour\nfive\nsix\nseven\n", "");
        PatchPlan moved = plan(Trees.of("song", SONG), Trees.of("song", cut + "five\n"), removal);
        assertThat(moved.action()).isEqualTo(Action.CONFLICT);
        PatchPlan gone = plan(Trees.of("song", SONG), Trees.of("song", cut), removal);
        assertThat(gone.action()).as("with all that stood around it").isEqualTo(Action.CONFLICT);
    }

    @Test
    void aRemovedLineThatUpstreamPutElsewhereIsNotGoneThoughTheMergeLeavesNothing() {
        String config =
                "id = 1\nname = x\nuser = nobody\nallow_root = yes\nlog = all\nport = 22\nhost = any\nkeys = file\n";
        String removal = """
                --- a/config
                +++ b/config
                @@ -1,7 +1,6 @@
                 id = 1
                 name = x
                 user = nobody
                -allow_root = yes
                 log = all
                 port = 22
                 host = any
                """;
        String gone = config.replace("allow_root = yes\n", "");
        assertThat(plan(Trees.of("config", config), Trees.of("config", gone), removal)
                        .action())
                .isEqualTo(Action.DROP);
        String moved = gone.replace("keys = file\n", "keys = file\nallow_root = yes\n");
        assertThat(plan(Trees.of("config", config), Trees.of("config", moved), removal)
                        .action())
                .isEqualTo(Action.CONFLICT);
        String movedBesideOther = moved.replace("port = 22", "port = 2222");
        assertThat(plan(Trees.of("config", config), Trees.of("config", movedBesideOther), removal)
                        .action())
                .isEqualTo(Action.CONFLICT);
    }

    @Test
    void theChangesThatStandLeaveThePatchAndTheOthersStay() {
        String two = """
                --- a/song
                +++ b/song
                @@ -1,3 +1,3 @@
                -one
                +number_one
                 two
                 three
                @@ -8,3 +8,3 @@
                 eight
                -nine
                +number_nine
                 ten
                """;
        PatchPlan plan = plan(
                Trees.of("song", SONG),
                Trees.of("song", SONG.replace("one\ntwo\n", "number_one\n2\n").replace("ten\n", "ten\neleven\n")),
                two);
        assertThat(plan.action()).isEqualTo(Action.REFRESH);
        assertThat(plan.refreshedText()).isEqualTo("""
                --- a/song
                +++ b/song
                @@ -6,6 +6,6 @@
                 six
                 seven
                 eight
                -nine
                +number_nine
                 ten
                 eleven
                """);
    }

    @Test
    void aFileThatIsGoneIsForAPerson() {
        PatchPlan plan = plan(Trees.of("song", SONG), Trees.of("verses/song", SONG), FIVE);
        assertThat(plan.action()).isEqualTo(Action.CONFLICT);
        assertThat(plan.reason()).isEqualTo("song: upstream has no such file any more");
    }

    @Test
    void aPatchThatTheBuildsTreeDoesNotTakeIsNotJudged() {
        PatchPlan plan = plan("something else\n", "something else again\n");
        assertThat(plan.action()).isEqualTo(Action.CONFLICT);
        assertThat(plan.reason()).startsWith("it does not apply at the packaged version either");
    }

    private static final String BOTH = """
            diff --git a/song b/song
            --- a/song
            +++ b/song
            @@ -4,3 +4,3 @@
             four
            -five
            +FIVE
             six
            diff --git a/tune b/tune
            --- a/tune
            +++ b/tune
            @@ -1,3 +1,3 @@
             do
            -re
            +RE
             mi
            """;

    @Test
    void thePartThatUpstreamTookLeavesThePatch() {
        PatchPlan plan = plan(
                Trees.of("song", SONG, "tune", "do\nre\nmi\n"), Trees.of("song", SONG, "tune", "do\nRE\nmi\n"), BOTH);
        assertThat(plan.action()).isEqualTo(Action.REFRESH);
        assertThat(plan.reason())
                .isEqualTo(
                        "a three-way merge by lines carries it over; upstream has its change to 1 of its 2 files, and"
                                + " that part is gone");
        assertThat(plan.refreshedText()).isEqualTo("""
                diff --git a/song b/song
                --- a/song
                +++ b/song
                @@ -2,7 +2,7 @@
                 two
                 three
                 four
                -five
                +FIVE
                 six
                 seven
                 eight
                """);
    }

    @Test
    void eachPatchStandsOnThoseBeforeIt() {
        String second = """
                --- a/song
                +++ b/song
                @@ -4,3 +4,3 @@
                 four
                -FIVE
                +V
                 six
                """;
        List<PatchPlan> plans = new SeriesPlanner(
                        Trees.of("song", SONG), Trees.of("song", SONG.replace("five", "FIVE")), UpstreamHistory.none())
                .plan(List.of(Trees.patch("a.patch", FIVE), Trees.patch("b.patch", second)));
        assertThat(plans).extracting(PatchPlan::action).containsExactly(Action.DROP, Action.KEEP);
    }

    @Test
    void upstreamsOwnFileInTheWayOfANewOneIsAConflict() {
        String created = """
                --- /dev/null
                +++ b/new
                @@ -0,0 +1 @@
                +ours
                """;
        PatchPlan plan = plan(Trees.of("song", SONG), Trees.of("song", SONG, "new", "theirs\n"), created);
        assertThat(plan.action()).isEqualTo(Action.CONFLICT);
        PatchPlan same = plan(Trees.of("song", SONG), Trees.of("song", SONG, "new", "ours\n"), created);
        assertThat(same.action()).isEqualTo(Action.DROP);
    }
}
