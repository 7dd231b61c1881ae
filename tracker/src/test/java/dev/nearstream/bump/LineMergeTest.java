package dev.nearstream.bump;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LineMergeTest {
    private static LineMerge merge(String base, String ours, String theirs) {
        return LineMerge.of(base.getBytes(UTF_8), ours.getBytes(UTF_8), theirs.getBytes(UTF_8));
    }

    private static String text(LineMerge merge) {
        return new String(merge.text(), UTF_8);
    }

    @Test
    void changesAtDifferentPlacesAreBothMade() {
        LineMerge merge = merge("a\nb\nc\nd\ne\n", "A\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\n");
        assertThat(text(merge)).isEqualTo("A\nb\nc\nd\nE\n");
        assertThat(merge.conflicts()).isEmpty();
    }

    @Test
    void theSameChangeIsMadeOnce() {
        LineMerge merge = merge("a\nb\nc\n", "a\nB\nc\n", "a\nB\nc\nd\n");
        assertThat(text(merge)).isEqualTo("a\nB\nc\nd\n");
        assertThat(merge.conflicts()).isEmpty();
    }

    @Test
    void whatBothChangedInOtherWaysIsShownFromBothSides() {
        LineMerge merge = merge("a\nb\nc\n", "a\nours\nc\n", "x\na\ntheirs\nc\n");
        assertThat(merge.conflicts()).containsExactly(new LineMerge.Conflict(3, "ours\n", "theirs\n"));
    }

    @Test
    void whereTheLastLineHasNoEndItStaysWithout() {
        assertThat(text(merge("a\nb\nc", "A\nb\nc", "a\nb\nc"))).isEqualTo("A\nb\nc");
        assertThat(text(merge("a\nb\nc\n", "A\nb\nc\n", "a\nb\nc"))).isEqualTo("A\nb\nc");
        assertThat(text(merge("", "", "x\r\ny"))).isEqualTo("x\r\ny");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars('a', 'b', 'c', '\n').ofMaxLength(24);
    }

    @Property
    void whatUpstreamDidNotTouchIsOurs(@ForAll("texts") String base, @ForAll("texts") String ours) {
        assertThat(text(merge(base, ours, base))).isEqualTo(ours);
        assertThat(text(merge(base, base, ours))).isEqualTo(ours);
        assertThat(text(merge(base, ours, ours))).isEqualTo(ours);
    }
}
