package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.report.VisibleText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideTextTest {
    /** What GitHub and GitLab look for in the text that has been rendered. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?i)[@#!%~^][a-z0-9_\"]|[&$]\\w|\\bgh-\\d|\\b[0-9a-f]{7,40}\\b"
                    + "|https?://|ftp://|www\\.|mailto:\\w|:[\\w+-]+:");

    private static final List<String> PARTS = List.of(
            "@name",
            "@",
            "#12",
            "owner/repo#12",
            "owner/repo@0123456789abcdef",
            "!12",
            "GH-12",
            "gh-7",
            "0123456789abcdef0123456789abcdef01234567",
            "https://example.org/a?b=c&d",
            "http:",
            "//",
            "www.example.org",
            "mailto:a@b.org",
            "a@b.org",
            "ftp://x.y",
            "<script>alert(1)</script>",
            "<",
            ">",
            "&lt;",
            "&#64;",
            "&",
            "[x](javascript:alert(1))",
            "![i](x)",
            "[x]",
            "[^1]",
            "[ ] ",
            "<https://a.b>",
            "`",
            "``",
            "```",
            "|",
            "\\",
            "*",
            "**b**",
            "_i_",
            "__b__",
            "~~s~~",
            "~",
            "# h",
            "- ",
            "+ ",
            "1. ",
            "1) ",
            "> ",
            "---",
            "===",
            "|---|",
            ":smile:",
            ":+1:",
            "$x$",
            "{{ x }}",
            "{% x %}",
            " ",
            "  ",
            "\t",
            "\n",
            "\r\n",
            "\n\n",
            "\u2028",
            "\u0085",
            "\u0000",
            "\u001b[31m",
            "\u007f",
            "\u202e",
            "\u2066",
            "\u2069",
            "\u200b",
            "\u200d",
            "\ufeff",
            "\u00ad",
            "\ud800",
            "é",
            "字",
            "😀",
            "a",
            "12",
            ".",
            ":",
            "=",
            "-",
            "patch:a.patch",
            " a.yaml:3:7: ",
            " https://a.org/b ",
            " (0123456789) ");

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> parts =
                Arbitraries.of(PARTS).list().ofMinSize(1).ofMaxSize(8).map(list -> String.join("", list));
        Arbitrary<String> ascii = Arbitraries.strings().ascii().ofMaxLength(40);
        return Arbitraries.oneOf(parts, parts, ascii, Arbitraries.strings().ofMaxLength(30));
    }

    @Property(tries = 3000)
    void isShownAsItIsInAParagraph(@ForAll("hostile") String text) {
        String visible = VisibleText.of(text);
        String html = Html.of(OutsideText.of(text) + "\n");
        assertThat(Html.text(html).strip()).isEqualTo(visible);
        assertThat(Html.tags(html)).isEqualTo(visible.isEmpty() ? List.of() : List.of("p", "/p"));
        assertThat(REFERENCE.matcher(Html.searched(html)).find())
                .as(Html.searched(html))
                .isFalse();
    }

    @Property(tries = 2000)
    void isShownAsItIsInATable(@ForAll("hostile") String text) {
        Page page = new Page().table(Table.of("A", "#B").row(OutsideText.of(text), "1"));
        String html = Html.of(page.text());
        assertThat(Html.text(html).replaceAll("\\s", ""))
                .isEqualTo("AB" + VisibleText.of(text).replace(" ", "") + "1");
        assertThat(Html.tags(html).stream().filter(tag -> !tag.startsWith("/")).collect(Collectors.joining(" ")))
                .isEqualTo("table thead tr th th tbody tr td td");
    }

    @Property(tries = 1000)
    void isShownAsItIsInAListAndAHeading(@ForAll("hostile") String text) {
        String visible = VisibleText.of(text);
        Page page = new Page().heading(1, "T " + OutsideText.of(text)).bullets(List.of("x " + OutsideText.of(text)));
        String html = Html.of(page.text());
        assertThat(Html.text(html).replaceAll("\\s+", " ").strip())
                .isEqualTo((("T " + visible).strip() + (" x " + visible)).strip());
        assertThat(Html.tags(html)).isEqualTo(List.of("h1", "/h1", "ul", "li", "/li", "/ul"));
    }

    @Property(tries = 1000)
    void aLinkHasTheLabelAndNothingElse(@ForAll("hostile") String text) {
        String html = Html.of(Inline.local("x" + OutsideText.of(text), "a/" + text.replaceAll("\\s", "") + ".md"));
        assertThat(Html.tags(html)).isEqualTo(List.of("p", "a", "/a", "/p"));
        assertThat(Html.text(html).strip()).isEqualTo(VisibleText.of("x" + VisibleText.of(text)));
    }

    @Property(tries = 2000)
    void isShownAsItIsAsCode(@ForAll("hostile") String text) {
        String visible = VisibleText.of(text);
        String shown = visible.isEmpty() ? Inline.UNKNOWN : visible;
        String html = Html.of("x " + Code.of(text) + " y\n");
        assertThat(Html.text(html).strip()).isEqualTo("x " + shown + " y");
        assertThat(Html.tags(html)).isIn(List.of("p", "/p"), List.of("p", "code", "/code", "/p"));
        String prose = html.replaceAll("<code>[^<]*</code>", "");
        assertThat(REFERENCE.matcher(Html.searched(prose)).find()).as(prose).isFalse();
    }

    @Property(tries = 3000)
    void aMessageIsShownAsItIs(@ForAll("hostile") String text) {
        String visible = VisibleText.of(text);
        String html = Html.of(Message.of(text) + "\n");
        assertThat(Html.text(html).strip()).isEqualTo(visible);
        assertThat(Html.tags(html).stream().filter(tag -> !tag.endsWith("code")))
                .isEqualTo(visible.isEmpty() ? List.of() : List.of("p", "/p"));
        String prose = html.replaceAll("<code>[^<]*</code>", "");
        assertThat(REFERENCE.matcher(Html.searched(prose)).find()).as(prose).isFalse();
    }

    @Test
    void whatIsCopiedFromAMessageIsCode() {
        assertThat(Message.of("bog.yaml:20:1: while scanning (https://a.org/x.git), 3026de8b24eb; a@b"))
                .isEqualTo("`bog.yaml:20:1`: while scanning (`https://a.org/x.git`), `3026de8b24eb`; a@&#8203;b");
    }

    @Property(tries = 1000)
    void codeStaysInItsCellAndItsLink(@ForAll("hostile") String text) {
        String visible = VisibleText.of(text);
        String shown = visible.isEmpty() ? Inline.UNKNOWN : visible;
        String link = Inline.local(Code.of(text), "a.md");
        String html =
                Html.of(new Page().table(Table.of("A", "#B").row(link, "1")).text());
        assertThat(Html.text(html).replaceAll("\\s", "")).isEqualTo("AB" + shown.replace(" ", "") + "1");
        assertThat(Html.tags(html).stream()
                        .filter(tag -> !tag.startsWith("/") && !tag.equals("code"))
                        .collect(Collectors.joining(" ")))
                .isEqualTo("table thead tr th th tbody tr td a td");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20250127.2", "v1.0#12", "cherry-pick:3026de8b24eb", "x.yaml:20:1", "a@b", "*_<b>&amp;"})
    void whatIsCopiedIsCode(String text) {
        assertThat(Code.of(text)).isEqualTo("`" + text + "`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a`b", "a|b", "a\\", "{{ x }}"})
    void whatWouldLeaveTheSpanIsText(String text) {
        assertThat(Code.of(text)).isEqualTo(OutsideText.of(text));
    }

    @Test
    void aNameIsCodeOnlyWhereItWouldBeBroken() {
        assertThat(Code.ifBroken("abseil-cpp-20250127")).isEqualTo("`abseil-cpp-20250127`");
        assertThat(Code.ifBroken("abseil-cpp")).isEqualTo("abseil-cpp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//x", "ssh://git@x/y", "x"})
    void onlyTheWebIsLinked(String url) {
        assertThat(Inline.web("label", java.util.Optional.of(url))).isEqualTo("label");
    }

    @Test
    void longTextIsCut() {
        assertThat(VisibleText.of("x".repeat(1_000_000)))
                .hasSize(VisibleText.LONGEST)
                .endsWith("x…");
        assertThat(VisibleText.of("😀".repeat(10), 4)).isEqualTo("😀😀😀…");
    }

    @Test
    void ordinaryNamesStayReadable() {
        assertThat(OutsideText.of("CVE-2024-1234.patch: fix a bug (part 2)"))
                .isEqualTo("CVE-2024-1234.patch: fix a bug (part 2)");
    }

    /** A version may look like a hash up to its point. */
    @Test
    void aHashIsCodeAndADateWithMoreBehindItIsNot() {
        assertThat(Message.of("taken by 0123abcdef.")).isEqualTo("taken by `0123abcdef`.");
        assertThat(Message.of("held at 20260817.1: no tag")).doesNotContain("`");
    }
}
