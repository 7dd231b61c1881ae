package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.Evidence;
import dev.nearstream.report.GroupReport;
import dev.nearstream.report.GroupReport.Apart;
import dev.nearstream.report.GroupReport.Copy;
import dev.nearstream.report.GroupReport.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a pull request of several packages says. */
class GroupPageTest {
    private static Evidence evidence(String subject) {
        return new Evidence(
                Evidence.Kind.COMMIT_CONTAINED, "a".repeat(40), subject, null, "v1.3.0", "the patch names it");
    }

    private static Part part(String name, String text, Evidence... evidence) {
        return new Part(
                name,
                "1.3.0",
                "1.3.0",
                name + "/1.3.0-r1: drop fix.patch",
                "https://github.com/u/argo.git",
                List.of(new Copy(name + "/fix.patch", List.of(evidence))),
                text);
    }

    private static String family(Part... parts) {
        return GroupPage.of(new GroupReport(
                "nearstream/family/fix",
                "fix.patch",
                null,
                List.of(parts),
                List.of(new Apart("argo-3.8", "3.8.1", "its series is made by @somebody's script"))));
    }

    @Test
    void saysWhatTheyShareOnceAndThenEachOnesOwn() {
        assertThat(family(
                        part("argo-3.6", "Rebuilds `argo-3.6`.\n", evidence("Fix it (#12)")),
                        part("argo-3.7", "Rebuilds `argo-3.7`.\n", evidence("Fix it (#12)"))))
                .isEqualToNormalizingNewlines("""
                        Drops `fix.patch` from 2 packages, a commit each: upstream has it at the version that each of them packages.

                        | Package    | Version | Commit                              |
                        |:-----------|:--------|:------------------------------------|
                        | `argo-3.6` | `1.3.0` | `argo-3.6/1.3.0-r1: drop fix.patch` |
                        | `argo-3.7` | `1.3.0` | `argo-3.7/1.3.0-r1: drop fix.patch` |

                        ### The patch

                        Its copies: `argo-3.6/fix.patch`, `argo-3.7/fix.patch`.

                        What says that upstream has it, in which of the packages:

                        - `argo-3.6`, `argo-3.7`: [`aaaaaaa`](https://github.com/u/argo/commit/%s) “Fix it (\\#&#8203;12)”, first in [`v1.3.0`](https://github.com/u/argo/releases/tag/v1.3.0): the patch names it

                        ### Not in it

                        - `argo-3.8` `3.8.1`: its series is made by @&#8203;somebody's script

                        ### To leave all of it

                        Close this pull request: it stays closed for these versions of these packages, and none of them comes back alone.

                        <!-- nearstream: nearstream/family/fix -->

                        ## `argo-3.6`

                        Rebuilds `argo-3.6`.

                        ## `argo-3.7`

                        Rebuilds `argo-3.7`.
                        """.formatted("a".repeat(40)));
    }

    @Test
    void ofAnOwnersItSaysWhose() {
        String page = GroupPage.of(new GroupReport(
                "key",
                null,
                "@org/team",
                List.of(new Part("a", "1", "2", "a/2 package update", null, List.of(), "Updates `a`.\n")),
                List.of()));

        assertThat(page)
                .startsWith("Changes 1 package of `@org/team`, a commit each.\n")
                .contains("| `1` to `2` |")
                .doesNotContain("### The patch", "### Not in it");
    }

    @Test
    void isNeverLongerThanAForgeTakes() {
        String long1 = "long\n".repeat(8_000);
        String page = family(part("a", long1), part("b", long1), part("c", "short\n"));

        assertThat(page.length()).isLessThan(65_536);
        assertThat(page)
                .contains("## `a`", "## `c`")
                .endsWith(
                        "\nThe page would be too long with the parts of `b`: their commits say what becomes of each patch.\n");
    }
}
