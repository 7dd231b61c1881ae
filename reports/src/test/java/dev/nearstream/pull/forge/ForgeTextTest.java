package dev.nearstream.pull.forge;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ForgeTextTest {
    private static final int MOST = 60 + ForgeText.CUT.length();

    private static String cut(String text) {
        String body = ForgeText.body(text, MOST);
        assertThat(body).hasSizeLessThanOrEqualTo(MOST).endsWith(ForgeText.CUT);
        return body.substring(0, body.length() - ForgeText.CUT.length());
    }

    @Test
    void whatFitsStaysAsItIs() {
        assertThat(ForgeText.body("a\n```\nb\n```\n\tc", MOST)).isEqualTo("a\n```\nb\n```\n\tc");
    }

    @Test
    void isCutBetweenLines() {
        assertThat(cut("one\ntwo\n" + "three".repeat(50) + "\n")).isEqualTo("one\ntwo\n\n");
        assertThat(cut("x".repeat(500))).isEmpty();
    }

    @Test
    void isNeverCutInCodeOrInWhatIsHidden() {
        String much = "code\n".repeat(60);
        assertThat(cut("one\n```diff\n" + much + "```\n")).isEqualTo("one\n\n");
        assertThat(cut("one\n~~~~\n```\n~~~\n" + much + "~~~~\n")).isEqualTo("one\n\n");
        assertThat(cut("one\n```\na\n```\ntwo\n```\n" + much)).isEqualTo("one\n```\na\n```\ntwo\n\n");
        assertThat(cut("one\n<details><summary>x</summary>\n\n" + much + "</details>\n"))
                .isEqualTo("one\n\n");
        assertThat(cut("one\n<!--\n" + much + "-->\n")).isEqualTo("one\n\n");
        assertThat(cut("`` ``` ``\n" + much)).startsWith("`` ``` ``\ncode\n");
    }

    @Test
    void whatNoDatabaseKeepsIsReplaced() {
        assertThat(ForgeText.body("a\u0000b\u001b[1m\uD83D \uD83D\uDE00\r\nc\rd\t", MOST))
                .isEqualTo("a\uFFFDb\uFFFD[1m\uFFFD \uD83D\uDE00\nc\nd\t");
        assertThat(ForgeText.title(" a\n\tb\u0000\u202E ")).isEqualTo("a b\uFFFD");
        assertThat(ForgeText.title("\u200B\n")).isEqualTo("(no title)");
        assertThat(ForgeText.title("\uD83D\uDE00".repeat(300))).hasSizeLessThanOrEqualTo(240);
    }

    @Provide
    Arbitrary<String> markdown() {
        return Arbitraries.of(
                        "a", "\n", "```", "~~~~", " ", "<details>", "</details>", "<!--", "-->", "\uD83D\uDE00", "x\n")
                .list()
                .ofMaxSize(200)
                .map(parts -> String.join("", parts));
    }

    @Property
    void isABeginningThatFits(@ForAll("markdown") String text, @ForAll @IntRange(min = 80, max = 400) int most) {
        String body = ForgeText.body(text, most);
        assertThat(body.length()).isLessThanOrEqualTo(most);
        if (!body.equals(text)) {
            String kept = body.substring(0, body.length() - ForgeText.CUT.length());
            assertThat(body).endsWith(ForgeText.CUT);
            assertThat(text).startsWith(kept.isEmpty() ? "" : kept.substring(0, kept.length() - 1));
        }
    }
}
