package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.report.Nights;
import dev.nearstream.report.RecipeLinks;
import dev.nearstream.store.AssessedDelta;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiffSectionTest {
    private static final AssessedDelta ONE = Nights.delta("patch:one.patch", 9, null, null);
    private static final AssessedDelta TWO = Nights.delta("patch:two.patch", 11, null, null);

    @Test
    void aPatchIsFoldedAsADiff() {
        assertThat(section(Map.of("hash of patch:one.patch", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b \n")))
                .isEqualTo("""
                        <details>
                        <summary>Diff, 5 lines</summary>

                        ```diff
                        --- a/x
                        +++ b/x
                        @@ -1 +1 @@
                        -a
                        +b\s
                        ```

                        </details>
                        """);
    }

    @Test
    void hostileTextIsShownAsText() {
        String section = section(Map.of(
                "hash of patch:one.patch",
                "Subject: \u202Eevil\u0007\n```\n</details><script>alert(1)</script>\n````\n+\ta\r\n"));

        assertThat(section).contains("`````diff\nSubject: \uFFFDevil\uFFFD\n```\n</details><script>");
        assertThat(section).contains("\n````\n+\ta\n`````\n");
    }

    @Test
    void aPageHasSoMuchOfThemAndNamesTheRest() {
        String long1 = "+x\n".repeat(15_000);
        String section = section(Map.of("hash of patch:one.patch", long1, "hash of patch:two.patch", long1));

        assertThat(section).containsOnlyOnce("<details>");
        assertThat(section)
                .endsWith("Its diff of 15,000 lines is not shown: this page has 66 kB of diffs. It is the file that"
                        + " the recipe names at"
                        + " [`libpcap.yaml:11:9`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L11).\n");
    }

    @Test
    void nothingStandsWhereNoTextIsKept() {
        assertThat(section(Map.of())).isEqualTo("\n");
    }

    private static String section(Map<String, String> texts) {
        DiffSection diffs = new DiffSection(texts);
        Page page = new Page();
        PageLinks links = new PageLinks(RecipeLinks.of(Nights.run(1)), "", "libpcap");
        List.of(ONE, TWO).forEach(delta -> diffs.write(page, links, delta));
        return page.text();
    }
}
