package dev.nearstream.bump;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RangeDiffTest {
    private static final String OLD = """
            Subject: [PATCH] Say FIVE

            It was too low.
            ---
            diff --git a/song b/song
            index 1111111..2222222 100644
            --- a/song\t2024-01-01 00:00:00
            +++ b/song\t2024-01-02 00:00:00
            @@ -2,5 +2,5 @@ one
             three
             four
            -five
            +FIVE
             six
             seven
            """;

    private static String diff(String before, String after) {
        return String.join("\n", RangeDiff.between(before, after, 10_000).lines());
    }

    @Test
    void whereItStandsMakesNoDifference() {
        String moved = OLD.replace("@@ -2,5 +2,5 @@", "@@ -40,5 +41,5 @@")
                .replace("1111111..2222222", "3333333..4444444")
                .replace("2024", "2026");
        assertThat(RangeDiff.between(OLD, moved, 10_000).isEmpty()).isTrue();
    }

    @Test
    void whatIsDifferentHasAnOuterSign() {
        String refreshed = OLD.replace(" six\n", " sixth\n").replace("+FIVE\n", "+FIVE!\n");
        assertThat(diff(OLD, refreshed)).isEqualTo("""
                @@ song: one
                  three
                  four
                 -five
                -+FIVE
                - six
                ++FIVE!
                + sixth
                  seven""");
    }

    @Test
    void aPartThatUpstreamTookIsGone() {
        String other = """
                --- /dev/null
                +++ b/new
                @@ -0,0 +1 @@
                +--- a
                """;
        assertThat(diff(OLD + other, OLD)).isEqualTo("""
                @@ song: one
                 +FIVE
                  six
                  seven
                -## new ##
                -@@
                -+--- a""");
    }

    @Test
    void farPlacesAreHunksOfTheirOwn() {
        String before = lines("a", 30);
        assertThat(diff(before, before.replace("a3\n", "x\n").replace("a20\n", "y\n")))
                .isEqualTo("""
                @@
                 a0
                 a1
                 a2
                -a3
                +x
                 a4
                 a5
                 a6
                @@
                 a17
                 a18
                 a19
                -a20
                +y
                 a21
                 a22
                 a23""");
    }

    @Test
    void itIsBounded() {
        RangeDiff diff = RangeDiff.between("", lines("a", 1000), 20);
        assertThat(diff.lines()).containsExactly("@@", "+a0", "+a1", "+a2", "+a3");
        assertThat(diff.left()).isEqualTo(996);
        assertThat(RangeDiff.between("", "x".repeat(1000), 5000).lines().get(1)).hasSize(301);
    }

    @Property(tries = 300)
    void theSignsTellBothTexts(
            @ForAll @Size(max = 30) List<@net.jqwik.api.constraints.IntRange(max = 4) Integer> before,
            @ForAll @Size(max = 30) List<@net.jqwik.api.constraints.IntRange(max = 4) Integer> after) {
        RangeDiff diff = RangeDiff.between(text(before), text(after), 100_000);
        assertThat(diff.isEmpty()).isEqualTo(before.equals(after));
        long removed =
                diff.lines().stream().filter(line -> line.startsWith("-")).count();
        long added = diff.lines().stream().filter(line -> line.startsWith("+")).count();
        assertThat(added - removed).isEqualTo(after.size() - before.size());
    }

    private static String text(List<Integer> numbers) {
        return numbers.stream().map(number -> "l" + number + "\n").collect(Collectors.joining());
    }

    private static String lines(String name, int many) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < many; i++) {
            text.append(name).append(i).append('\n');
        }
        return text.toString();
    }
}
