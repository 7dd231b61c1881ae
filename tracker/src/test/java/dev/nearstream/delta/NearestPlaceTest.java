package dev.nearstream.delta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.patch.Hunk;
import dev.nearstream.patch.PatchParser;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Where a hunk that fails comes closest. */
class NearestPlaceTest {

    private static String place(int line, String oldLines, String file) {
        StringBuilder patch = new StringBuilder("--- a/f\n+++ b/f\n");
        long count = oldLines.lines().count();
        patch.append("@@ -%d,%d +%d,%d @@\n".formatted(line, count, line, count));
        oldLines.lines()
                .limit(count - 1)
                .forEach(text -> patch.append(' ').append(text).append('\n'));
        oldLines.lines()
                .skip(count - 1)
                .forEach(text -> patch.append('-').append(text).append("\n+new\n"));
        Hunk hunk = PatchParser.parse(patch.toString().getBytes(StandardCharsets.UTF_8))
                .files()
                .get(0)
                .hunks()
                .get(0);
        return NearestPlace.of(hunk, file.getBytes(StandardCharsets.UTF_8)).describe();
    }

    @Test
    void isWhereMostOfItsLinesStand() {
        assertThat(place(1, "a\nb\nc\nd", "a\nx\n\na\nb\nc\ne\n"))
                .isEqualTo("looked for 'd' at line 7, where 'e' stands");
    }

    @Test
    void ofTwoPlacesIsTheOneNearerToItsLine() {
        assertThat(place(5, "a\nb", "a\nx\n\n\na\ny\n")).isEqualTo("looked for 'b' at line 6, where 'y' stands");
        assertThat(place(1, "a\nb", "a\nx\n\n\na\ny\n")).isEqualTo("looked for 'b' at line 2, where 'x' stands");
    }

    @Test
    void blankLinesAreNoLikeness() {
        assertThat(place(1, "\n\nb", "\n\n\n")).isEqualTo("looked for 'b', which is nowhere");
    }

    @Test
    void aLongLineIsCut() {
        assertThat(place(1, "a\n" + "b".repeat(500), "a\nc\n"))
                .isEqualTo("looked for '" + "b".repeat(100) + "…' at line 2, where 'c' stands");
    }

    @Test
    void aFileThatIsEmptyHasNoPlace() {
        assertThat(place(1, "a", "")).isEqualTo("looked for 'a', which is nowhere");
    }
}
