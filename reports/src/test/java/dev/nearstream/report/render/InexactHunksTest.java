package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.Verdict;
import dev.nearstream.delta.Verdict.FileResult;
import dev.nearstream.delta.Verdict.Hunk;
import dev.nearstream.delta.Verdict.HunkResult;
import dev.nearstream.report.Nights;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InexactHunksTest {

    @Test
    void namesFileLineOffsetAndFuzz() {
        Verdict verdict = applies(List.of(
                new Hunk(10, HunkResult.APPLIED, 0, 0, ""),
                new Hunk(40, HunkResult.APPLIED, -3, 2, ""),
                new Hunk(60, HunkResult.APPLIED, 1, 0, "")));
        assertThat(VerdictText.inexact(verdict))
                .containsExactly("src/a.c line 40: offset -3 lines, fuzz 2", "src/a.c line 60: offset 1 line");
        assertThat(VerdictLines.of(verdict))
                .containsExactly("src/a.c:40: offset -3 lines, fuzz 2", "src/a.c:60: offset 1 line");
    }

    @Test
    void theFirstFiveAreShown() {
        Verdict verdict = applies(IntStream.range(0, 1007)
                .mapToObj(i -> new Hunk(i, HunkResult.APPLIED, 0, 1, ""))
                .toList());
        assertThat(VerdictText.inexact(verdict)).hasSize(6).endsWith("src/a.c line 4: fuzz 1", "and 1,002 more");
    }

    @Test
    void whatAppliesExactlyOrNotAtAllHasNone() {
        assertThat(VerdictText.inexact(Nights.applies(0))).isEmpty();
        assertThat(VerdictText.inexact(Nights.conflicts())).isEmpty();
    }

    private static Verdict applies(List<Hunk> hunks) {
        return new Verdict.Applies(Verdict.How.FUZZ, List.of(new FileResult("src/a.c", hunks)), List.of());
    }
}
