package dev.nearstream.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever versions there are, they stand in one order. */
class VersionPropertiesTest {

    @Provide
    Arbitrary<String> versions() {
        // Few values, so that equal beginnings are frequent.
        Arbitrary<String> number = Arbitraries.of("0", "00", "01", "1", "2", "08", "9", "10", "100", "20260102");
        Arbitrary<String> numbers = number.list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join(".", parts));
        Arbitrary<String> letter = Arbitraries.of("", "", "a", "b");
        Arbitrary<String> suffix = Combinators.combine(
                        Arbitraries.of("_alpha", "_beta", "_pre", "_rc", "_cvs", "_svn", "_git", "_hg", "_p"),
                        Arbitraries.of("", "0", "1", "01", "10"))
                .as(String::concat);
        Arbitrary<String> suffixes = suffix.list().ofMaxSize(2).map(parts -> String.join("", parts));
        Arbitrary<String> end = Arbitraries.of("", "", "~a1", "-r0", "-r1", "-r10", "~b-r1");
        return Combinators.combine(numbers, letter, suffixes, end).as((a, b, c, d) -> a + b + c + d);
    }

    private static Version version(String text) {
        return Version.parse(text).orElseThrow();
    }

    private static int order(String left, String right) {
        return Integer.signum(version(left).compareTo(version(right)));
    }

    @Property
    void whatIsParsedIsItself(@ForAll("versions") String text) {
        assertThat(version(text).text()).isEqualTo(text);
        assertThat(version(text)).isEqualByComparingTo(version(text)).isEqualTo(version(text));
    }

    @Property
    void theOrderIsTheSameFromBothSides(@ForAll("versions") String left, @ForAll("versions") String right) {
        assertThat(order(left, right)).isEqualTo(-order(right, left));
    }

    @Property(tries = 5000)
    void theOrderIsTransitive(
            @ForAll("versions") String first, @ForAll("versions") String second, @ForAll("versions") String third) {
        if (order(first, second) <= 0 && order(second, third) <= 0) {
            assertThat(order(first, third)).isLessThanOrEqualTo(0);
        }
        if (order(first, second) == 0) {
            assertThat(order(first, third)).isEqualTo(order(second, third));
        }
    }

    @Property
    void aPrereleaseComesBeforeItsRelease(@ForAll("versions") String text) {
        if (!text.contains("-r") && !text.contains("~")) {
            assertThat(order(text + "_rc1", text)).isNegative();
            assertThat(order(text + "_p1", text)).isPositive();
        }
    }

    @Property
    void anyTextIsAVersionOrIsNot(@ForAll String text) {
        Version.parse(text).ifPresent(version -> assertThat(version.text()).isEqualTo(text));
    }
}
