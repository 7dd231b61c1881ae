package dev.nearstream.delta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file, a patch, and what holding one against the other shows. */
class VerdictReaderTest {
    private static final String SONG = """
            one
            two
            three
            four
            five
            six
            seven
            eight
            nine
            """;

    private static final String SHOUT = """
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
            """;

    private static Verdict verdict(String file, String patch) {
        return new PatchAssessor(VerdictCache.none())
                .assess(List.of(patch(patch)), new TextTree().file("song", file), "tree")
                .get(0);
    }

    private static SeriesPatch patch(String text) {
        return new SeriesPatch("x.patch", text.getBytes(StandardCharsets.UTF_8), 1, 2);
    }

    private static Verdict.Hunk hunk(Verdict verdict, int index) {
        return verdict.files().get(0).hunks().get(index);
    }

    private static List<String> evidence(Verdict verdict) {
        return verdict.evidence().stream()
                .map(evidence -> evidence.kind().label() + ": " + evidence.detail())
                .toList();
    }

    @Test
    void appliesExactlyAtItsVeryLines() {
        Verdict verdict = verdict(SONG, SHOUT);
        assertThat(verdict.label()).isEqualTo("applies");
        assertThat(verdict.how()).isEqualTo(Verdict.How.EXACT);
        assertThat(hunk(verdict, 0)).isEqualTo(new Verdict.Hunk(2, Verdict.HunkResult.APPLIED, 0, 0, ""));
        assertThat(verdict.files().get(0).path()).isEqualTo("song");
        assertThat(verdict.evidence()).isEmpty();
    }

    @Test
    void appliesAtAnOffsetWhereTheLinesHaveMoved() {
        Verdict below = verdict("zero\n" + SONG, SHOUT);
        assertThat(below.how()).isEqualTo(Verdict.How.OFFSET);
        assertThat(hunk(below, 0).offset()).isEqualTo(1);
        Verdict above = verdict(SONG.substring("one\n".length()), SHOUT);
        assertThat(hunk(above, 0).offset()).isEqualTo(-1);
    }

    @Test
    void appliesWithFuzzWhereTheContextHasChanged() {
        Verdict verdict = verdict(SONG.replace("two", "2").replace("three", "3"), SHOUT);
        assertThat(verdict.how()).isEqualTo(Verdict.How.FUZZ);
        assertThat(hunk(verdict, 0)).isEqualTo(new Verdict.Hunk(2, Verdict.HunkResult.APPLIED, 0, 2, ""));
    }

    @Test
    void isUpstreamWhereAllOfItAppliesInReverse() {
        Verdict verdict = verdict(SONG.replace("five", "FIVE"), SHOUT);
        assertThat(verdict.label()).isEqualTo("upstream");
        assertThat(hunk(verdict, 0)).isEqualTo(new Verdict.Hunk(2, Verdict.HunkResult.UPSTREAM, 0, 0, ""));
        assertThat(evidence(verdict)).containsExactly("reverse-applies: its one hunk applies in reverse");
        assertThat(verdict.failedHunks()).isEqualTo(1);
        assertThat(verdict.upstreamHunks()).isEqualTo(1);
    }

    @Test
    void isPartlyUpstreamWhereOneHunkIs() {
        String patch = """
                --- a/song
                +++ b/song
                @@ -1,3 +1,3 @@
                -one
                +ONE
                 two
                 three
                @@ -7,3 +7,3 @@
                 seven
                 eight
                -nine
                +NINE
                """;
        Verdict verdict = verdict(SONG.replace("one", "ONE").replace("nine", "9"), patch);
        assertThat(verdict.label()).isEqualTo("partly-upstream");
        assertThat(hunk(verdict, 0).result()).isEqualTo(Verdict.HunkResult.UPSTREAM);
        assertThat(hunk(verdict, 1))
                .isEqualTo(new Verdict.Hunk(
                        7, Verdict.HunkResult.FAILED, 0, 0, "looked for 'nine' at line 9, where '9' stands"));
        assertThat(evidence(verdict)).containsExactly("reverse-applies: 1 of 2 hunks applies in reverse");
        assertThat(verdict.hunks()).isEqualTo(2);
    }

    @Test
    void aConflictNamesTheLineLookedForAndWhatStandsThere() {
        Verdict verdict = verdict("zero\n" + SONG.replace("five", "fünf"), SHOUT);
        assertThat(verdict.label()).isEqualTo("conflicts");
        assertThat(hunk(verdict, 0).detail()).isEqualTo("looked for 'five' at line 6, where 'fünf' stands");
        assertThat(verdict.evidence()).isEmpty();
    }

    @Test
    void aConflictWhereTheFileHasEnded() {
        assertThat(hunk(verdict("one\ntwo\nthree\nfour\n", SHOUT), 0).detail())
                .isEqualTo("looked for 'five' at line 5, where the file has ended");
    }

    @Test
    void aConflictWhereNothingIsAlike() {
        assertThat(hunk(verdict("a\nb\n", SHOUT), 0).detail()).isEqualTo("looked for 'two', which is nowhere");
    }

    @Test
    void aConflictWhereTheFileIsGone() {
        Verdict verdict = verdict(SONG, SHOUT.replace("song", "hymn"));
        assertThat(verdict.label()).isEqualTo("conflicts");
        assertThat(hunk(verdict, 0).detail()).isEqualTo("can't find file to patch");
        assertThat(verdict.files().get(0).path()).isEqualTo("a/hymn");
    }

    @Test
    void whatIsNoPatchIsUnreadable() {
        Verdict verdict = verdict(SONG, "just words\n");
        assertThat(verdict.label()).isEqualTo("unreadable");
        assertThat(verdict.problem()).isNotBlank();
        assertThat(verdict.files()).isEmpty();
    }

    @Test
    void anAdditionThatStandsThereAlreadyAppliesOnceMore() {
        String patch = """
                --- a/song
                +++ b/song
                @@ -9 +9,2 @@
                 nine
                +ten
                """;
        Verdict verdict = verdict(SONG + "ten\n", patch);
        assertThat(verdict.label()).isEqualTo("applies");
        assertThat(evidence(verdict))
                .containsExactly(
                        "reverse-applies: its text already stands there, and it applies once more all the same");
        assertThat(verdict(SONG, patch).evidence()).isEmpty();
    }

    @Test
    void aRemovalIsUpstreamOnlyWhereAllOfItsContextStands() {
        String patch = """
                --- a/song
                +++ b/song
                @@ -3,5 +3,4 @@
                 three
                 four
                -five
                 six
                 seven
                """;
        String gone = SONG.replace("five\n", "");
        assertThat(verdict(gone, patch).label()).isEqualTo("upstream");
        assertThat(verdict(gone.replace("three", "3"), patch).label())
                .as("with fuzz it would be found almost anywhere")
                .isEqualTo("conflicts");
    }
}
