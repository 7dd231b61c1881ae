package dev.nearstream.delta.pin.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/** What must hold of any order: of every scheme, over versions as they are written, odd ones included. */
class VersionPropertiesTest {

    @Property
    void anOrderIsTotal(@ForAll VersionScheme scheme, @ForAll @Size(3) List<@From("versions") String> versions) {
        Assume.that(versions.stream().allMatch(version -> scheme.isVersion(prefixed(scheme, version))));
        for (String left : versions) {
            for (String right : versions) {
                assertThat(Integer.signum(compare(scheme, left, right)))
                        .isEqualTo(-Integer.signum(compare(scheme, right, left)));
                for (String third : versions) {
                    if (compare(scheme, left, right) <= 0 && compare(scheme, right, third) <= 0) {
                        assertThat(compare(scheme, left, third)).isLessThanOrEqualTo(0);
                    }
                }
            }
        }
    }

    @Property
    void aVersionEqualsItself(@ForAll VersionScheme scheme, @ForAll("versions") String version) {
        Relation relation = scheme.relate(prefixed(scheme, version), prefixed(scheme, version));
        assertThat(relation).isIn(Relation.EQUAL, Relation.UNTOLD);
    }

    @Property
    void aLaterPatchReachesAnEarlierOne(
            @ForAll VersionScheme scheme,
            @ForAll("numbers") int major,
            @ForAll("numbers") int minor,
            @ForAll("numbers") int patch,
            @ForAll("numbers") int more) {
        String earlier = prefixed(scheme, (major + 1) + "." + minor + "." + patch);
        String later = prefixed(scheme, (major + 1) + "." + minor + "." + (patch + more));
        assertThat(scheme.relate(later, earlier).reaches()).isTrue();
        assertThat(scheme.relate(earlier, later).isBelow()).isEqualTo(more > 0);
        String next = prefixed(scheme, (major + 2) + "." + minor + "." + patch);
        assertThat(scheme.relate(next, earlier)).isEqualTo(Relation.ABOVE_ON_ANOTHER_LINE);
        assertThat(scheme.relate(earlier, next)).isEqualTo(Relation.BELOW_ON_ANOTHER_LINE);
    }

    @Property
    void numbersOfAnyLengthCompareAsNumbers(@ForAll("digits") String one, @ForAll("digits") String other) {
        assertThat(Digits.compare(one, other))
                .matches(order -> Integer.signum(order)
                        == new java.math.BigInteger(one).compareTo(new java.math.BigInteger(other)));
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll VersionScheme scheme, @ForAll String text) {
        assertThat(scheme.relate(text, "1.0.0")).isNotNull();
        assertThat(scheme.line(text)).isNotNull();
    }

    private static int compare(VersionScheme scheme, String left, String right) {
        LinedVersion one = scheme.parse(prefixed(scheme, left)).orElseThrow();
        return Integer.signum(one.compare(scheme.parse(prefixed(scheme, right)).orElseThrow()));
    }

    private static String prefixed(VersionScheme scheme, String version) {
        return scheme == VersionScheme.GO ? "v" + version : version;
    }

    @Provide
    Arbitrary<Integer> numbers() {
        return Arbitraries.integers().between(0, 30);
    }

    @Provide
    Arbitrary<String> digits() {
        return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(30);
    }

    @Provide
    Arbitrary<String> versions() {
        Arbitrary<String> number = Arbitraries.of("0", "1", "2", "10");
        Arbitrary<String> tail = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of("", "-alpha", "-alpha.1", "-1", "-rc.2", "-rc.10", "+5")),
                Tuple.of(1, Arbitraries.of(".dev1", "a1", "rc2", ".post1", ".pre", "-SNAPSHOT", ".Final", "-sp")));
        return Combinators.combine(number, number, number, tail)
                .as((major, minor, patch, rest) -> major + "." + minor + "." + patch + rest);
    }
}
