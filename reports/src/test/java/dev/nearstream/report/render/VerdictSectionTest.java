package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.Verdict;
import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.Nights;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.AtBranch;
import dev.nearstream.store.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictSectionTest {

    @Test
    void threeTreesStandSideBySideAndWhatSpeaksForEachBelow() {
        assertThat(section(Nights.applies(0), Nights.applies(2), at(Nights.upstream(), false)))
                .isEqualTo("""
                | Tree                                                                 | Verdict            | Confidence |
                |:---------------------------------------------------------------------|:-------------------|:-----------|
                | packaged `1.0`                                                       | **applies, exact** | high       |
                | newest `1.1`                                                         | **applies, fuzz**  | medium     |
                | branch `main` at [`0123abc`](https://github.com/u/p/commit/0123abcd) | **upstream**       | high       |

                At the newest release:

                - src/a.c line 40: fuzz 2

                At the default branch:

                - [`52ed0cd`](https://github.com/u/p/commit/52ed0cd) “Fix headers (\\#&#8203;12) by @&#8203;someone” of 2026-01-02, first in [`v1.10.5`](https://github.com/u/p/releases/tag/v1.10.5): the patch names it
                """);
    }

    @Test
    void whatIsTheSameAtSeveralTreesIsSaidOnce() {
        assertThat(section(Nights.applies(0), Nights.conflicts(), at(Nights.conflicts(), false)))
                .endsWith("""

                At the newest release and the default branch:

                - src/b.c line 25: wanted “int a;”, found “long a;”
                """);
    }

    @Test
    void whyAPatchIsNotHeldAgainstTheBranchIsSaid() {
        assertThat(section(Nights.applies(0), Nights.applies(0), AtBranch.missing("updates are off")))
                .contains("| default branch | not held: updates are off | –          |");
        assertThat(section(
                        Nights.applies(0),
                        Nights.applies(0),
                        new AtBranch("ma|in", "0123abcd", null, "tree not at hand", false)))
                .contains("| branch ma\\|in at [`0123abc`](https://github.com/u/p/commit/0123abcd) | not held: tree");
    }

    @Test
    void aBranchOfAnotherStreamIsNoWarning() {
        assertThat(section(Nights.applies(0), Nights.applies(0), at(Nights.conflicts(), true)))
                .contains("| low: another stream |");
    }

    @Test
    void whereThePackagedTreeIsInDoubtSoIsAllThatFailsLater() {
        String section = section(Nights.conflicts(), Nights.conflicts(), at(Nights.applies(0), false));
        assertThat(section)
                .containsPattern("packaged .*\\| low +\\|\\n.*newest .*\\| low +\\|\\n.*main.*\\| high +\\|");
        assertThat(section(null, null, null)).isEqualTo("\n");
    }

    private static AtBranch at(Verdict verdict, boolean apart) {
        return new AtBranch("main", "0123abcd", verdict, null, apart);
    }

    private static String section(@Nullable Verdict now, @Nullable Verdict atLatest, @Nullable AtBranch branch) {
        AssessedDelta delta = Nights.delta("patch:x.patch", 9, now, atLatest).at(branch);
        Outcome.Tracked of = Nights.tracked("p", "1.0", Nights.lag("1.1", 1, null), List.of(delta), List.of());
        Page page = new Page();
        VerdictSection.write(page, new CarriedDelta(of, delta));
        return page.text();
    }
}
