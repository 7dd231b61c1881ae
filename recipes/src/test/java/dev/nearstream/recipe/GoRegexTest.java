package dev.nearstream.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Go's regexp package: what matches, and what a replacement means. */
class GoRegexTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                // text, expression, replacement, result
                "1.9.17p1, (.+)p(\\d), ${1}_p$2,      1.9.17_p1",
                "1.9.17p1, (.+)p(\\d), $1_p$2,        1",
                "1.9.17p1, (.+)p(\\d), $1.$2,         1.9.17.1",
                "1.9.17p1, (.+)p(\\d), $1p$2,         1",
                "a-b,      (\\w)-(\\w), $2-$1,        b-a",
                "ab,       (?P<x>a)b,  ${x}$x,        aa",
                "ab,       (?P<x>a)b,  $xy,           \"\"",
                "ab,       (?P<x>a)b,  ${x}y,         ay",
                "ab,       (?P<x>a)b,  $x-y,          a-y",
                "cost,     cost,       $$5,           $5",
                "ab,       a,          $,             $b",
                "ab,       a,          x$,            x$b",
                "ab,       a,          ${,            ${b",
                "ab,       a,          ${},           ${}b",
                "ab,       (a),        ${1,           ${1b",
                "ab,       (a),        ${1-},         ${1-}b",
                "ab,       a,          $-,            $-b",
                "ab,       a,          $$$$,          $$b",
                "ab,       a,          $0$0,          aab",
                "ab,       a,          $1,            b",
                "ab,       (a),        $01,           b",
                "ab,       (a),        ${01},         b",
                "ab,       (a),        $10,           b",
                "ab,       (a),        ${1}0,         a0b",
                "ab,       (a)|(x),    <$2>,          <>b",
                "ab,       (a),        $9999999999,   b",
                "ab,       (a),        \\1,           \\1b",
                "1_2_3,    _,          .,             1.2.3",
                "v1.2,     ^v,         \"\",          1.2"
            })
    void replacesAsGoDoes(String text, String expression, String replacement, String result) {
        assertThat(GoRegex.compile(expression).replaceAll(text, replacement)).isEqualTo(result);
    }

    /** The results are those of Go's own test table for ReplaceAllString. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "abc,      \"\",     x,   xaxbxcx",
                "\"\",     \"\",     x,   x",
                "abc,      b*,       x,   xaxcx",
                "abbc,     b*,       x,   xaxcx",
                "b,        b*,       x,   x",
                "bb,       b+,       x,   x",
                "banana,   a,        $$,  b$n$n$",
                "abc,      $,        x,   abcx",
                "abc,      ^,        x,   xabc",
                "äöü,      \"\",     -,   -ä-ö-ü-",
                "aaa,      a|,       x,   xxx"
            })
    void anEmptyMatchBehindAMatchDoesNotCount(String text, String expression, String replacement, String result) {
        assertThat(GoRegex.compile(expression).replaceAll(text, replacement)).isEqualTo(result);
    }

    @Test
    void aMatchIsAnywhere() {
        assertThat(GoRegex.compile("rc*").matches("1.0r")).isTrue();
        assertThat(GoRegex.compile("^\\d+\\.(\\d*[13579])\\.\\d+$").matches("3.31.4"))
                .isTrue();
        assertThat(GoRegex.compile("^\\d+\\.(\\d*[13579])\\.\\d+$").matches("3.32.4"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"(a, missing", "a(?=b), (?=", "(a)\\1, escape", "a**, repetition"})
    void whatGoDoesNotCompileIsRefusedInOneLine(String expression, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoRegex.compile(expression))
                .withMessageContaining("'" + expression + "' is no regular expression of Go's form: ")
                .withMessageContaining(named)
                .withMessageNotContaining("\n");
    }

    @Test
    void namesTheGroupsThatAReplacementMisses() {
        GoRegex regex = GoRegex.compile("(?P<x>a)(b)");
        assertThat(regex.missingGroups("$1_p$2 ${x} $3 $0 $$1")).containsExactly("1_p", "3");
        assertThat(regex.missingGroups("${1}_p$2")).isEmpty();
    }

    @Test
    void timeIsLinear() {
        String text = "a".repeat(20_000) + "!";
        assertThat(GoRegex.compile("(a*)*b").replaceAll(text, "")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{1000}){1000}){1000}",
                "(?:a{1,100}b{100}){2,100}",
                "[]x]{999}{99}",
                "\\(((){999}){9}",
                "\\Q[\\E(a{999}){99}"
            })
    void aProgramThatWouldTakeAllMemoryIsRefused(String expression) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoRegex.compile(expression))
                .withMessageContaining("too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[({]{1000}", "a{1000}", "(\\d{1,4}){3}", "a{,5}", "a{x}{1001", "(", ")", "[", "\\"})
    void othersAreNot(String expression) {
        assertThat(RegexSize.of(expression)).isBetween(0L, 2000L);
    }

    @Test
    void longAndDeepExpressionsAreRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoRegex.compile("(".repeat(400_000) + ")".repeat(400_000)))
                .withMessageContaining("too large");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoRegex.compile("(".repeat(2_000) + ")".repeat(2_000)))
                .withMessageContaining("nests more than 200 groups");
        assertThat(GoRegex.compile("(".repeat(200) + "a" + ")".repeat(200)).matches("a"))
                .isTrue();
    }

    @Test
    void aResultThatGrowsWithoutEndIsRefused() {
        GoRegex regex = GoRegex.compile(".");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> regex.replaceAll("a".repeat(200_000), "$0$0$0$0$0$0$0$0"))
                .withMessageContaining("1 MiB");
    }
}
