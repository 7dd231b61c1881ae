package dev.nearstream.report.site;

import static dev.nearstream.report.site.SiteFixture.files;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.report.Night;
import dev.nearstream.report.Nights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    private final Path out;
    private final Path site;

    SiteTest(@TempDir Path directory) {
        this.out = directory.resolve("out");
        this.site = out.resolve("site");
    }

    @Test
    void hasEveryPageOfTheNight() throws IOException {
        SiteFixture.full(out);
        assertThat(files(site))
                .containsExactly(
                        "digests/index.html",
                        "icon.svg",
                        "index.html",
                        "packages/base.html",
                        "packages/curl.html",
                        "packages/held.html",
                        "packages/hostile.html",
                        "packages/index.html",
                        "packages/libpcap.html",
                        "packages/libpcap.svg",
                        "packages/wget.html",
                        "packages/zlib.html",
                        "pulls.html",
                        "runs/2026-08-22T02-00-00Z-ab12.html",
                        "runs/index.html",
                        "site.css",
                        "site.js",
                        "trends.html",
                        "trends/alignment.svg",
                        "trends/behind.svg",
                        "trends/contents.svg",
                        "trends/points.svg");
    }

    @Test
    void aDiffIsFoldedAndNothingInItIsMarkup() throws IOException {
        SiteFixture.full(out);
        String page = Files.readString(site.resolve("packages/libpcap.html"));
        int from = page.indexOf("<details>\n<summary>Diff, 5 lines</summary>");
        assertThat(page.substring(from, page.indexOf("</details>", from)))
                .contains("<pre><code class=\"language-diff\">--- a/x\n", "\n```\n&lt;/details&gt;&lt;script&gt;")
                .endsWith("+x\n</code></pre>\n");
        assertThat(page)
                .contains(
                        "<img src=\"libpcap.svg\" alt=\"Curve over 2 runs from 2026-08-21 to 2026-08-22: points from 9"
                                + " to 20.8; points without lag from 8 to 19.5\" width=\"480\" height=\"160\"");
    }

    @Test
    void takesAwayTheCurvesOfPackagesThatAreGone() throws IOException {
        SiteFixture.full(out);
        SiteFixture.plain(out, Nights.tonight());
        assertThat(files(out)).doesNotContain("packages/libpcap.svg", "site/packages/libpcap.svg");
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        SiteFixture.full(out);
        for (String page : files(site)) {
            if (!page.endsWith(".html")) {
                continue;
            }
            String html = Files.readString(site.resolve(page));
            Matcher link = LINK.matcher(html);
            while (link.find()) {
                String to = link.group(1);
                if (to.startsWith("#")) {
                    assertThat(html).as(page).contains(" id=\"" + to.substring(1) + "\"");
                } else if (!to.startsWith("https://github.com/")) {
                    assertThat(site.resolve(page).resolveSibling(to).normalize())
                            .as("%s in %s", to, page)
                            .startsWith(site)
                            .isRegularFile();
                }
            }
        }
    }

    @Test
    void asksNothingOfOthersAndHasNothingInline() throws IOException {
        SiteFixture.full(out);
        for (String page : files(site)) {
            if (page.endsWith(".html")) {
                assertThat(site.resolve(page))
                        .as(page)
                        .content()
                        .contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                                + " 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'\">")
                        .doesNotContain("<style", " style=", "<base", "<iframe", "<form")
                        .doesNotContainPattern("<script(?! src=\"(?:\\.\\./)?site\\.js\" defer></script>)")
                        .doesNotContainPattern("src=\"[^\"]*:")
                        .doesNotContainPattern("<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*\\son[a-z]+=");
            }
        }
    }

    @Test
    void sameNightSameBytesAndNothingWrittenTwice() throws IOException {
        SiteFixture.full(out);
        FileTime longAgo = FileTime.from(Instant.parse("2000-01-01T00:00:00Z"));
        for (String file : files(site)) {
            Files.setLastModifiedTime(site.resolve(file), longAgo);
        }
        Files.writeString(site.resolve("packages/wget.html"), "stale");
        SiteFixture.full(out);
        for (String file : files(site)) {
            if (!file.equals("packages/wget.html")) {
                assertThat(Files.getLastModifiedTime(site.resolve(file)))
                        .as(file)
                        .isEqualTo(longAgo);
            }
        }
        assertThat(site.resolve("packages/wget.html")).content().contains("<h1 id=\"s-wget\">wget</h1>");
    }

    @Test
    void pagesOfPackagesThatAreGoneGo() throws IOException {
        SiteFixture.full(out);
        SiteFixture.plain(
                out, new Night(Nights.run(2), Nights.tonight().outcomes().subList(0, 1)));
        assertThat(files(site.resolve("packages"))).containsExactly("base.html", "index.html");
        assertThat(files(site.resolve("runs"))).hasSize(3);
    }

    @Test
    void pagesFromBeforeTheSiteAreCaughtUpWith() throws IOException {
        Files.createDirectories(out.resolve("runs"));
        Files.writeString(out.resolve("runs/old.md"), "# Night of old\n");
        Files.writeString(out.resolve("pulls.md"), "# Pull requests\n\nOne.\n");
        SiteFixture.plain(out, Nights.tonight());
        assertThat(site.resolve("runs/old.html")).content().contains("<title>Night of old – Nearstream</title>");
        assertThat(site.resolve("pulls.html")).content().contains("<p>One.</p>");
        assertThat(site.resolve("trends.html")).content().contains("Nothing is known of the past");
    }

    @Test
    void noLinkLeadsToOthersFiles() throws IOException {
        Path elsewhere = Files.createDirectories(out.resolve("../elsewhere").normalize());
        Files.createDirectories(out);
        Files.createSymbolicLink(site, elsewhere);
        assertThatThrownBy(() -> SiteFixture.full(out))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is a symbolic link");
        assertThat(files(elsewhere)).isEmpty();
    }

    @Test
    void hostileTextIsText() throws IOException {
        SiteFixture.full(out);
        assertThat(site.resolve("packages/index.html"))
                .content()
                .contains("<tr><th scope=row>&lt;script&gt;alert(1)&lt;/script&gt; | שלום &quot;x&quot; ")
                .contains("<tr><th scope=row><a href=\"hostile.html\">hostile</a><td>failed");
        for (String page : List.of("index.html", "packages/hostile.html", "pulls.html", "trends.html")) {
            assertThat(site.resolve(page))
                    .as(page)
                    .content()
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "שלום")
                    .doesNotContain("<script>", "<img src=\"x", "<img src=x", "href=\"javascript", "href=\"\"");
        }
    }

    @Test
    void aRealDistributionLoadsFast() throws IOException {
        SiteFixture.plain(out, Nights.large(3401));
        long around = size("site.css") + size("site.js") + size("icon.svg");
        assertThat(files(site.resolve("packages"))).hasSize(3402);
        assertThat(size("index.html") + around).isLessThan(200_000);
        assertThat(size("packages/index.html") + around).isLessThan(1_000_000);
        assertThat(size("packages/package-1.html")).isLessThan(12_000);
    }

    private long size(String file) throws IOException {
        return Files.size(site.resolve(file));
    }
}
