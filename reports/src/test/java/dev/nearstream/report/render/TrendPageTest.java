package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.history.IsoWeek;
import dev.nearstream.history.WeekCommit;
import dev.nearstream.owner.Owners;
import dev.nearstream.report.TrendReport;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.Run;
import dev.nearstream.store.RunSum;
import dev.nearstream.trend.CarriedDelta;
import dev.nearstream.trend.CarriedPast;
import dev.nearstream.trend.JudgedPast;
import dev.nearstream.trend.PackageSpan;
import dev.nearstream.trend.PastStanding;
import dev.nearstream.trend.PastWeek;
import dev.nearstream.trend.Quantiles;
import dev.nearstream.trend.Span;
import dev.nearstream.trend.Taken;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrendPageTest {
    private static final IsoWeek LAST = IsoWeek.parse("2026-W34");

    private static Span span(String name, String id, IsoWeek born, @Nullable IsoWeek gone) {
        return new Span(
                name, new CarriedDelta(DeltaKind.PATCH, "patch:" + id, "patch:" + id, Purpose.SECURITY, 3), born, gone);
    }

    private static PastWeek week(IsoWeek week, int bumped) {
        Instant at = week.monday().plusDays(4).atStartOfDay().toInstant(ZoneOffset.UTC);
        return new PastWeek(new WeekCommit(week, "0".repeat(40), at), 2, 2, 2, bumped);
    }

    private static RunSum sum() {
        Instant at = Instant.parse("2026-08-22T02:00:00Z");
        Run run = new Run("2026-08-22T02-00-00Z-ab12", at, at.plusSeconds(60), "os", null, null, "", 2);
        Map<ScoreClass, Double> points = Map.of(
                ScoreClass.AVOIDABLE, 12.5, ScoreClass.BLOCKED, 0.0, ScoreClass.NECESSARY, 3.0, ScoreClass.LAG, 1.0);
        return new RunSum(run, false, 2, 2, 1, 1, 1, 1, 2, 1, 0, points, new Quantiles(2, 3L, 140L), null);
    }

    /** The week before the run's, in which upstream took the patch that was there for a year. */
    private static JudgedPast judged() {
        Map<ScoreClass, Double> points = Map.of(
                ScoreClass.AVOIDABLE, 20.0, ScoreClass.BLOCKED, 2.0, ScoreClass.NECESSARY, 3.0, ScoreClass.LAG, 0.0);
        IsoWeek before = LAST.plus(-1);
        return new JudgedPast(
                List.of(new PastStanding(before, 2, 1, 1, 1, 2, 1, points, new Quantiles(0, null, null), "basis")),
                List.of(new Taken(
                        "zlib", "patch:old.patch", "patch:old.patch", LocalDate.parse("2026-07-30"), "1.4", before)));
    }

    static TrendReport report() {
        IsoWeek year = LAST.plus(-52);
        CarriedPast past = new CarriedPast(
                List.of(week(year, 0), week(LAST.plus(-1), 2), week(LAST, 1)),
                List.of(
                        span("zlib", "old.patch", year, LAST),
                        span("zlib", "fix|bars`.patch", LAST, null),
                        span("jq", "new.patch", LAST.plus(-1), null)),
                List.of(new PackageSpan("zlib", year, null), new PackageSpan("jq", LAST.plus(-1), null)));
        return TrendReport.of(
                "os",
                past,
                judged(),
                52,
                List.of(sum()),
                (name, recipe) -> name.equals("jq") ? List.of("@org/<b>json</b>") : List.of());
    }

    @Test
    void tellsWhereItGoesAndWhatMovedIt() {
        assertThat(TrendPage.of(report(), "trends/")).isEqualTo("""
                        # Trend

                        At the end of 2026-W34, 2 packages carried 2 local changes, 2 of them distinct. A year before it was 1, 1 of them distinct, in 1 package. In the 2 packages that were there in each week since 2026-W33, distinct ones stayed 2.

                        ![Distinct local changes](trends/contents.svg)

                        ## What is carried

                        | What                          | Now | 4 weeks ago | A year ago |
                        |:------------------------------|----:|------------:|-----------:|
                        | Packages                      |   2 |           – |          1 |
                        | Packages that carry something |   2 |           – |          1 |
                        | Local changes                 |   2 |           – |          1 |
                        | **Distinct ones**             |   2 |           – |          1 |
                        | of kind patch                 |   2 |           – |          1 |
                        | for security                  |   2 |           – |          1 |

                        ## How it stands against upstream

                        ![Alignment and coverage](trends/alignment.svg)

                        ![Points by class](trends/points.svg)

                        ![Days behind](trends/behind.svg)

                        | Week     | Aligned | Assessed | Avoidable | Blocked | Necessary | Lag | Median days behind | 90 % within | Droppable | Breaking |
                        |:---------|--------:|---------:|----------:|--------:|----------:|----:|-------------------:|------------:|----------:|---------:|
                        | 2026-W34 |    50 % |     50 % |      12.5 |       0 |       3.0 | 1.0 |                  3 |         140 |         1 |        0 |
                        | 2026-W33 |   100 % |     50 % |      20.0 |     2.0 |       3.0 |   0 |                  – |           – |         2 |        1 |

                        ## What came and went

                        | Week     | Born | With new packages | Upstream took | Dropped | With packages that went | Bumps |
                        |:---------|-----:|------------------:|--------------:|--------:|------------------------:|------:|
                        | 2026-W34 |    1 |                 0 |             – |       1 |                       0 |     1 |
                        | 2026-W33 |    0 |                 1 |             1 |       0 |                       0 |     2 |

                        ## What moved it

                        **2026-W34**

                        - `zlib`: +1 (patch:fix\\|bars\\`.patch), −1 (`patch:old.patch`)

                        **2026-W33**

                        - `jq`: +1 (`patch:new.patch`)

                        ## How long it is carried

                        | Of                | Dropped | Median weeks | 90 % within | Carried | Median age | 90 % younger than |
                        |:------------------|--------:|-------------:|------------:|--------:|-----------:|------------------:|
                        | Patches           |       1 |           52 |          52 |       2 |          0 |                 1 |
                        | All local changes |       1 |           52 |          52 |       2 |          0 |                 1 |

                        ## What upstream took

                        Of the patches whose upstream is at hand, upstream took 1, 0 of them before we carried them. Still carried: 0.

                        | From                                         | Patches | Median weeks | 90 % within |
                        |:---------------------------------------------|--------:|-------------:|------------:|
                        | birth to upstream's commit                   |       1 |           49 |          49 |
                        | upstream's commit to our dropping it         |       1 |            3 |           3 |
                        | the first release with it to our dropping it |       1 |            1 |           1 |

                        ## Distinct local changes by owner

                        | Owner              | Now | 4 weeks ago | A year ago |
                        |:-------------------|----:|------------:|-----------:|
                        | nobody             |   1 |           – |          1 |
                        | `@org/<b>json</b>` |   1 |           – |          0 |

                        ## How it is counted

                        - A week is one of ISO 8601, in UTC; it is the tree of its last commit by first parents.
                        - Distinct: a patch copied into several packages is one, nearly equal copies too; the commits picked into one repository are one.
                        - Born and dropped are of packages that were there in both weeks; what was altered and goes on is neither.
                        - The fixed cohort is the 2 packages that were there in each week since 2026-W33.
                        - Aligned: at the newest admitted release, with nothing avoidable or blocked, of the packages that were assessed.
                        - A week without a run was held against upstream as it was at the week's end, where its repository is at hand, under today's policy.
                        - Days behind: since the first admitted release that was not taken; 0 at the newest. Pinned, manual and disabled packages are apart.
                        - Upstream took: the first week at whose end a release that could be had contained the patch.
                        """);
    }

    @Test
    void saysHowToBeginWhereNothingIsKnown() {
        CarriedPast none = new CarriedPast(List.of(), List.of(), List.of());
        assertThat(TrendPage.of(TrendReport.of("os", none, JudgedPast.NONE, 52, List.of(), Owners.NONE), "trends/"))
                .isEqualTo("""
                        # Trend

                        Nothing is known of the past of `os`. `nearstream backfill` reads it out of the repository's history.
                        """);
    }

    @Test
    void sameInJson() throws Exception {
        JsonNode document = new ObjectMapper().readTree(TrendJson.of(report()));
        assertThat(document.fieldNames())
                .toIterable()
                .containsExactly("recipes", "weeks", "cohort", "standings", "owners", "moves", "lifetimes", "taken");
        JsonNode last = document.get("weeks").get(2);
        assertThat(last.fieldNames())
                .toIterable()
                .containsExactly(
                        "week",
                        "packages",
                        "carrying",
                        "deltas",
                        "byKind",
                        "distinct",
                        "distinctByKind",
                        "distinctByPurpose",
                        "born",
                        "arrived",
                        "dropped",
                        "retired",
                        "bumped",
                        "cohort");
        assertThat(last.get("week").asText()).isEqualTo("2026-W34");
        assertThat(last.get("byKind").get("patch").asInt()).isEqualTo(2);
        assertThat(document.get("weeks").get(0).get("cohort").isNull()).isTrue();
        assertThat(document.get("standings").get(0).get("run").isNull()).isTrue();
        assertThat(document.get("standings")
                        .get(1)
                        .get("daysBehind")
                        .get("ninetieth")
                        .asInt())
                .isEqualTo(140);
        assertThat(document.get("taken")
                        .get("takenToDropped")
                        .get("medianWeeks")
                        .asInt())
                .isEqualTo(3);
        assertThat(document.get("taken").get("weeks").get("2026-W33").asInt()).isEqualTo(1);
        assertThat(document.get("owners").get(0).get("owner").isNull()).isTrue();
    }

    @Test
    void itsPicturesAreWholeAndNeedNothingBeside() {
        Map<String, String> pictures = TrendPictures.of(report());
        assertThat(pictures).containsOnlyKeys("contents.svg", "alignment.svg", "points.svg", "behind.svg");
        assertThat(pictures.getOrDefault("contents.svg", ""))
                .startsWith(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 280\" role=\"img\" aria-label=\"")
                .contains("<title>Distinct local changes, week by week</title>", ">2026-08</text>")
                .doesNotContain("href", "url(", "NaN")
                .endsWith("</svg>\n");
    }
}
