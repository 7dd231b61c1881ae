package dev.nearstream.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of apk-tools' version.c, row by row. */
class VersionOrderTest {

    private static Version version(String text) {
        return Version.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // numbers
        "1, <, 2",
        "2, <, 10",
        "1.2, <, 1.10",
        "1, <, 1.0",
        "1.2, <, 1.2.0",
        "1.2.3, <, 1.3",
        "99999999999999999998.1, <, 99999999999999999999.0",
        // a leading zero behind the first number makes the comparison one of texts
        "1.08, <, 1.1",
        "1.010, <, 1.02",
        "1.1, >, 1.09",
        "1.0, <, 1.00",
        "2.10, >, 2.09",
        "08, =, 8",
        "010, >, 9",
        // one letter
        "1.0, <, 1.0a",
        "1.0a, <, 1.0b",
        "1.0z, <, 1.1",
        "1.0a, <, 1.0.1",
        "3.0.2a, >, 3.0.2",
        // suffixes
        "1.0_alpha, <, 1.0_beta",
        "1.0_beta, <, 1.0_pre",
        "1.0_pre, <, 1.0_rc",
        "1.0_rc, <, 1.0",
        "1.0, <, 1.0_cvs",
        "1.0_cvs, <, 1.0_svn",
        "1.0_svn, <, 1.0_git",
        "1.0_git, <, 1.0_hg",
        "1.0_hg, <, 1.0_p",
        "10.5_p1, >, 10.5",
        "1.0_rc1, <, 1.0_rc2",
        "1.0_rc2, <, 1.0_rc10",
        "1.0_p, <, 1.0_p1",
        "1.0_p9, <, 1.0_p10",
        "1.0_rc, <, 1.0_rc1",
        "1.0_alpha1_p2, >, 1.0_alpha1",
        "1.0_p1_alpha1, <, 1.0_p1",
        "1.0a_rc1, <, 1.0a",
        "1.0_rc1, <, 1.0a",
        "1.0_p1, <, 1.0a",
        "1.0_p1, <, 1.0.1",
        "1.0_rc1, <, 1.0.1",
        // hash and revision
        "1.0, <, 1.0-r0",
        "1.0-r1, <, 1.0-r2",
        "1.0-r9, <, 1.0-r10",
        "1.0-r9, <, 1.0.1-r0",
        "1.0_rc1-r9, <, 1.0-r0",
        "1.0_p1-r0, >, 1.0-r9",
        "1.0a-r0, >, 1.0-r3",
        "1.0, <, 1.0~abc",
        "1.0-r1, =, 1.0-r1",
        "1.2.3_git20240101, >, 1.2.3"
    })
    void standsInOrder(String left, String relation, String right) {
        int expected = relation.equals("<") ? -1 : relation.equals(">") ? 1 : 0;
        assertThat(Integer.signum(version(left).compareTo(version(right)))).isEqualTo(expected);
        assertThat(Integer.signum(version(right).compareTo(version(left)))).isEqualTo(-expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "v1.0",
                "1.",
                ".1",
                "1..2",
                "1.0-",
                "1.0-r",
                "1.0-1",
                "1.0-rx",
                "1.0_",
                "1.0_foo",
                "1.0_none",
                "1.0A",
                "1.0ab",
                "1.0a.1",
                "1.0-rc1",
                "1.0+1",
                "1.0~",
                "1.0~xyz",
                "1.0_rc1x",
                "1.0 ",
                "1,0",
                "١.٢",
                "1.0_rc-1",
                "1.0-r1-r2",
                "1.0_RC1",
                "1.0~١",
                "release",
                "2026-01-02"
            })
    void isNoVersion(String text) {
        assertThat(Version.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1.9.17_p2, 3", "1.2.3.4-r5, 4", "1.0a_rc1~ab, 2", "20260102, 1"})
    void countsItsDottedNumbers(String text, int numbers) {
        assertThat(version(text).numbers()).isEqualTo(numbers);
    }

    @ParameterizedTest
    @CsvSource({"1.0_rc1, true", "1.0_alpha, true", "1.0_p1, false", "1.0, false", "1.0_p1_beta2, true", "1.0a, false"})
    void knowsAPrerelease(String text, boolean prerelease) {
        assertThat(version(text).isPrerelease()).isEqualTo(prerelease);
    }

    @Test
    void equalOrderIsNotEquality() {
        assertThat(version("08")).isEqualByComparingTo(version("8")).isNotEqualTo(version("8"));
        assertThat(version("1.0")).isEqualTo(version("1.0")).hasSameHashCodeAs(version("1.0"));
        assertThat(version("1.0")).hasToString("1.0");
    }
}
