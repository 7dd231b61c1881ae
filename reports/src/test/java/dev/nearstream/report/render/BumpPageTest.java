package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.bump.RangeDiff;
import dev.nearstream.report.BumpReport;
import dev.nearstream.report.BumpReports;
import dev.nearstream.tracker.UpstreamNotes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole pages, and what a forge makes of them. */
class BumpPageTest {
    private static final Set<String> OURS = Set.of(
            "p", "strong", "em", "code", "pre", "a", "ul", "ol", "li", "h3", "table", "thead", "tbody", "tr", "th",
            "td", "details", "summary");
    private static final Pattern CODE = Pattern.compile("(?s)<pre>.*?</pre>|<code[^>]*>.*?</code>");
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

    /** What a forge looks for in the text that has been rendered. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?i)@[a-z0-9_]|[#!][0-9]|\\bgh-\\d|\\b[0-9a-f]{7,40}\\b|https?://|www\\.");

    /** What a forge, or git's server, would close on reading the text as it is. */
    private static final Pattern CLOSING = Pattern.compile(
            "(?i)\\b(?:clos|fix|resolv)(?:e[sd]?|es|ed)?:?\\s+(?:[\\w./-]*#\\d|gh-\\d|https?://\\S*\\d)");

    @ParameterizedTest
    @ValueSource(strings = {"plain", "full", "hostile"})
    void wholePages(String name) throws IOException {
        assertThat(BumpPage.of(report(name))).isEqualTo(golden(name));
    }

    private static BumpReport report(String name) {
        return switch (name) {
            case "plain" -> BumpReports.plain();
            case "full" -> BumpReports.full();
            default -> BumpReports.hostile();
        };
    }

    private static String golden(String name) throws IOException {
        String file = "bump-" + name + ".md";
        try (InputStream in = Objects.requireNonNull(BumpPageTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "full", "hostile"})
    void nothingOfTheirsDoesAnything(String name) {
        isHarmless(BumpPage.of(report(name)));
    }

    @ParameterizedTest
    @EnumSource
    void norDoNotesWhereverTheyAreFrom(UpstreamNotes.Source source) {
        isHarmless(BumpPage.of(BumpReports.hostile(source, true)));
        isHarmless(BumpPage.of(BumpReports.hostile(source, false)));
    }

    private static void isHarmless(String page) {
        String html = Html.of(page);
        assertThat(Html.tags(html).stream().map(tag -> tag.replace("/", "")))
                .as(html)
                .allMatch(OURS::contains);
        assertThat(HREF.matcher(html).results().map(BumpPageTest::target))
                .as(html)
                .allMatch(link ->
                        link.matches("https://github\\.com/u/(?:x|libpcap)/(?:releases/tag|compare|commit|blob)/\\S*"));
        String prose = CODE.matcher(html).replaceAll(" ").replaceAll("<!--.*?-->", "");
        assertThat(REFERENCE.matcher(Html.searched(prose)).find())
                .as(Html.searched(prose))
                .isFalse();
        assertThat(CLOSING.matcher(page).find()).as(page).isFalse();
        assertThat(page.split("<!-- nearstream:", -1)).hasSize(2);
        assertThat(page).doesNotContain("\u202E", "\u2066", "\u0000");
    }

    private static String target(MatchResult link) {
        return link.group(1);
    }

    @Provide
    Arbitrary<String> notes() {
        return Arbitraries.of(
                        "# ",
                        "- ",
                        "  - ",
                        "1. ",
                        "> ",
                        "\n",
                        "\n\n",
                        "```\n",
                        "~~~\n",
                        "`",
                        "`y`",
                        "`#5`",
                        "|",
                        "@name",
                        "#12",
                        "fixes ",
                        "owner/repo#3",
                        "GH-4",
                        "https://a.example/issues/5",
                        "[a](",
                        ")",
                        "![",
                        "][",
                        "<img src=x>",
                        "<div>",
                        "</details>",
                        "<script>",
                        "<!--",
                        "-->",
                        "&#64;",
                        "&lt;",
                        "\\",
                        "*",
                        "_",
                        "    ",
                        "x",
                        "\u202E",
                        "0123456789abcdef",
                        "<https://b.example>",
                        "[1]: https://c.example\n",
                        "---\n",
                        ":smile:",
                        "[j](javascript:alert(1))",
                        "<javascript:alert(1)>",
                        "fixes #3\n")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 2000)
    void releaseNotesDoNothing(@ForAll("notes") String notes, @ForAll boolean markdown) {
        Page page = new Page().folded("Notes", content -> ReleaseNotes.write(content, notes, markdown));
        isHarmless(page.marker("x").text());
    }

    @Test
    void releaseNotesAreCutAtALine() {
        String notes = "- one more\n".repeat(1000);
        String page = new Page()
                .folded("Notes", content -> ReleaseNotes.write(content, notes, true))
                .text();
        assertThat(page)
                .hasSizeLessThan(5000)
                .contains("- one more\n\n_There is more._")
                .doesNotContain("- one\n");
    }

    @Test
    void codeInNotesStaysCodeUnlessItRefersToAnything() {
        String notes = "* `a_b()` and *`c`*<br>`d` fix `#3` of `x|y`";
        assertThat(new Page()
                        .folded("Notes", content -> ReleaseNotes.write(content, notes, true))
                        .text())
                .contains("- `a_b()` and `c` `d` fix \\#&#8203;3 of x\\|y\n");
    }

    /** The sign is an entity, and what would be its name is code that can be no span. */
    @Test
    void codeThatBecomesTextMakesNoMentionWithWhatStandsBeforeIt() {
        Page page = new Page().folded("Notes", content -> ReleaseNotes.write(content, "&#64;`y``y` and #`5|`", true));
        assertThat(page.marker("x").text()).contains("@&#8203;y\\`\\`y and \\#&#8203;5\\|");
        isHarmless(page.text());
    }

    @Test
    void linesThatAreNoMarkdownStandAsTheyAre() {
        String notes = "\n\n  * one\r\n      two  # @name fixes #3\n";
        assertThat(new Page()
                        .folded("Notes", content -> ReleaseNotes.write(content, notes, false))
                        .text())
                .contains("```\n  * one\n      two  # @name fixes \u200B#3\n```\n");
    }

    @Test
    void aRebuildSaysNothingOfWhatUpstreamChanged() {
        assertThat(BumpPage.of(BumpReports.rebuild()))
                .startsWith("Rebuilds `libpcap` at ")
                .doesNotContain("Upstream\n", "not known");
    }

    @Test
    void aFenceIsLongerThanWhatIsInIt() {
        assertThat(new Page()
                        .fence("diff", List.of("+````", " a\u202Eb", "-fixes #3", "   x "))
                        .text())
                .isEqualTo("`````diff\n+````\n a\uFFFDb\n-fixes \u200B#3\n   x \n`````\n");
    }

    @Test
    void whatIsTooLongForAForgeIsLeftOut() {
        BumpReport full = BumpReports.full();
        List<BumpReport.Refreshed> refreshed = List.of(new BumpReport.Refreshed(
                "a.patch", new RangeDiff(Collections.nCopies(2000, "+" + "x".repeat(50)), 0)));
        BumpReport report = new BumpReport(
                full.key(),
                full.plan(),
                full.upstream(),
                full.changes(),
                refreshed,
                full.advisories(),
                full.score(),
                full.staleEpochComment(),
                full.requests(),
                full.secondProjects(),
                full.shared(),
                full.dependants(),
                full.unresolved(),
                full.verified(),
                full.leaveAlone());
        assertThat(BumpPage.of(report))
                .hasSizeLessThan(60_000)
                .doesNotContain("xxxxx")
                .contains("too long")
                .endsWith("<!-- nearstream: libpcap -->\n");
    }
}
