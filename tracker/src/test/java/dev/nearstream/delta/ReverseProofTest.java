package dev.nearstream.delta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.patch.Patch;
import dev.nearstream.patch.PatchEngine;
import dev.nearstream.patch.PatchOptions;
import dev.nearstream.patch.PatchParser;
import dev.nearstream.patch.PatchResult;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Patches that GNU patch takes for applied already, and whether that is proved. */
class ReverseProofTest {
    private static final String GUARD = """
            --- a/song
            +++ b/song
            @@ -1,6 +1,7 @@
             one
             two
             three
            +guard();
             four
             five
             six
            """;
    private static final String REMOVAL = """
            --- a/song
            +++ b/song
            @@ -1,7 +1,6 @@
             one
             two
             three
            -unguarded();
             four
             five
             six
            """;
    private static final String THERE = "one\ntwo\nthree\nguard();\nfour\nfive\nsix\n";

    private static String doubt(String patch, String content) {
        Patch parsed = PatchParser.parse(patch.getBytes(StandardCharsets.UTF_8));
        TextTree tree = new TextTree().file("song", content);
        assertThat(new PatchEngine(new PatchOptions(1, 2))
                        .applyReversed(parsed, tree)
                        .outcome())
                .as("GNU patch believes it")
                .isEqualTo(PatchResult.Outcome.APPLIES);
        return ReverseProof.doubt(parsed, 1, tree).map(Evidence::detail).orElse("");
    }

    @Test
    void whatStandsThereWithAllItsContextIsProved() {
        assertThat(doubt(GUARD, THERE)).isEmpty();
        assertThat(doubt(GUARD, "zero\n" + THERE)).as("only further down").isEmpty();
        assertThat(doubt(REMOVAL, THERE.replace("guard();\n", ""))).isEmpty();
        assertThat(doubt(REMOVAL, "}\n" + THERE.replace("guard();\n", ""))).isEmpty();
    }

    @Test
    void contextThatIsIgnoredProvesNothing() {
        assertThat(doubt(GUARD, THERE.replace("one\ntwo", "1\n2").replace("five\nsix", "5\n6")))
                .isEqualTo("it applies in reverse only with fuzz, which may have found another place");
    }

    @Test
    void oneOfSeveralPlacesThatLookAlikeProvesNothing() {
        assertThat(doubt(GUARD, "zero\n" + THERE + THERE))
                .isEqualTo("it applies in reverse with an offset, and song has its lines more than once");
        assertThat(doubt(GUARD, THERE + THERE))
                .as("at the very line that it says")
                .isEmpty();
    }

    @Test
    void aLineThatWasMovedIsNotRemoved() {
        assertThat(doubt(REMOVAL, THERE.replace("guard();\n", "") + "  unguarded();\n"))
                .isEqualTo("it applies in reverse, but song has a line that it removes");
    }

    @Test
    void aHunkWithoutContextLooksAtNothing() {
        String bare = "--- a/song\n+++ b/song\n@@ -4 +3,0 @@\n-unguarded();\n";
        assertThat(doubt(bare, THERE.replace("guard();\n", "")))
                .isEqualTo("it applies in reverse, but a hunk in song looks at no line there");
    }

    @Test
    void aFileThatIsGoneNeedsNoContext() {
        String deletion = "--- a/gone\n+++ /dev/null\n@@ -1 +0,0 @@\n-unguarded();\n";
        assertThat(doubt(deletion, THERE)).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNotProved() {
        Patch parsed = PatchParser.parse(GUARD.getBytes(StandardCharsets.UTF_8));
        assertThat(ReverseProof.doubt(parsed, 1, new TextTree().missing("song")))
                .isPresent();
    }
}
