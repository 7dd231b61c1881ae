package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.report.EarlierScores.Then;
import dev.nearstream.report.Families;
import dev.nearstream.report.Nights;
import dev.nearstream.report.PackageReport;
import dev.nearstream.report.ScoreCause;
import dev.nearstream.report.ScoreMove;
import dev.nearstream.score.Points;
import dev.nearstream.score.ScoreClass;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoreMoveSectionTest {
    private static final Then LAST = then(39, 8);

    @Test
    void aStrangerFindsWhyTheScoreRose() {
        ScoreCause taken = new ScoreCause(
                12,
                ScoreClass.AVOIDABLE,
                ScoreCause.Kind.CHANGED,
                "fix|foo.patch: upstream since 1.8.1, avoidable",
                "necessary, 8.0 points");
        ScoreCause gone =
                new ScoreCause(-2.04, ScoreClass.NECESSARY, ScoreCause.Kind.GONE, "old.patch: still needed", null);

        assertThat(section(new ScoreMove(18, LAST, List.of(then(33, 18), then(12, 1234.5)), List.of(taken, gone))))
                .isEqualTo("""
                        ### Why it moved

                        **18.0 points**: 10.0 more than in the last run, 2026-09-29; as many as on 2026-09-23; 1,216.5 fewer than on 2026-09-02.

                        Since the last run:

                        - **+12.0** avoidable: fix\\|foo.patch: upstream since 1.8.1, avoidable (before: necessary, 8.0 points)
                        - **−2.0** necessary: gone: old.patch: still needed
                        """);
    }

    @Test
    void manyReasonsAreSummedUp() {
        List<ScoreCause> causes = IntStream.range(0, 14)
                .mapToObj(i -> new ScoreCause(1, ScoreClass.NECESSARY, ScoreCause.Kind.NEW, "p" + i, null))
                .toList();

        assertThat(section(new ScoreMove(22, LAST, List.of(), causes)))
                .endsWith("- **+1.0** necessary: new: p11\n- **+2.0** by 2 more reasons\n");
    }

    @Test
    void whatDidNotMoveIsNotMentioned() {
        assertThat(section(new ScoreMove(8.01, LAST, List.of(then(33, 8)), List.of())))
                .isEqualTo("\n");
        assertThat(section(null)).isEqualTo("\n");
    }

    private static Then then(int day, double points) {
        return new Then(Nights.run(day), new Points(points, 0, 0, 0));
    }

    private static String section(@Nullable ScoreMove move) {
        Page page = new Page();
        ScoreMoveSection.write(
                page,
                new PackageReport(
                        Nights.run(40), Nights.libpcap(), null, Nights.ZONE, Families.NONE, move, Map.of(), null));
        return page.text();
    }
}
