package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.report.Night;
import dev.nearstream.report.NightReport;
import dev.nearstream.report.Nights;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.score.ScoreComponent;
import dev.nearstream.store.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NightPageTest {

    @Test
    void saysWhatTheNightHasToSay() {
        assertThat(page(Nights.tonight(), Nights.before())).isEqualTo(NIGHT);
    }

    @Test
    void theOrderOfTheOutcomesDoesNotMatter() {
        List<Outcome> reversed = new ArrayList<>(Nights.tonight().outcomes());
        Collections.reverse(reversed);
        assertThat(page(new Night(Nights.run(1), reversed, Nights.tonight().problems()), Nights.before()))
                .isEqualTo(NIGHT);
    }

    @Test
    void theFirstRunSaysSo() {
        assertThat(page(Nights.tonight(), null)).contains("""
                ## What changed since the last run

                This is the first run of this selection of recipes: there is nothing to compare it with.
                """);
    }

    @Test
    void aNightInWhichNothingMovedSaysNothing() {
        Night tonight = Nights.tonight();
        assertThat(page(tonight, new Night(Nights.run(0), tonight.outcomes()))).contains("""
                ## What changed since the last run

                Nothing, since the run of 2026-08-21T04:00:00+02:00.
                """);
    }

    @Test
    void anEmptyNightIsSaidInWords() {
        assertThat(page(new Night(Nights.run(1), List.of()), null))
                .contains("0 packages: 0 assessed, 0 skipped, 0 failed; 12 min.")
                .contains("Every package was assessed.")
                .contains("0 of 0 packages (–)");
    }

    @Test
    void oneHostThatIsDownIsOneLine() {
        List<Outcome> outcomes = IntStream.range(0, 2000)
                .mapToObj(i -> "p" + i)
                .<Outcome>map(name -> new Outcome.Failed(
                        name, name + ".yaml", "upstream", "https://git.example.org/" + name + ".git: unknown host"))
                .toList();
        assertThat(page(new Night(Nights.run(1), outcomes), null))
                .contains("2,000 | failed: upstream | git.example.org: unknown host | [p0](packages/p0.md), ")
                .contains(" and 1,992 more |")
                .hasSizeLessThan(3_000);
    }

    @Test
    void whatHasNothingToGainIsNotInThatTable() {
        Outcome lags = Nights.tracked(
                "lags",
                "1",
                Nights.lag("2", 1, null),
                List.of(),
                List.of(new ScoreComponent(ScoreClass.LAG, null, 9, "1 release behind")));
        assertThat(page(new Night(Nights.run(1), List.of(lags)), null)).doesNotContain("most to gain");
    }

    @Test
    void aLargeNightStaysReadable() {
        String page = page(Nights.large(3400), Nights.large(3300));
        assertThat(page).contains("and 2,216 more, see [all packages](packages/index.md).");
        assertThat(page).hasSizeLessThan(200_000);
        assertThat(page.lines().filter(line -> line.startsWith("|")).count()).isLessThan(500);
    }

    private static String page(Night night, @Nullable Night before) {
        return NightPage.of(NightReport.of(night, before, Nights.ZONE), "packages/");
    }

    private static final String NIGHT = """
            # Night of 2026-08-22

            6 packages: 3 assessed, 1 skipped, 2 failed; 12 min. Recipes at [`8190a16`](https://github.com/d/os/commit/8190a16). Run `2026-08-22T02-00-00Z-ab12`, started 2026-08-22T04:00:00+02:00.

            **1 delta** can be dropped today, **1** more at the next bump; **3 patch files** are used by no step; **1 delta** will break at the next bump; **2 packages** are behind their newest release, 1 of them on purpose.

            ## What changed since the last run

            Since the run of 2026-08-21T04:00:00+02:00:

            - **Upstream took it** (1): [libpcap](packages/libpcap.md) [`patch:fix-headers.patch`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L12) at `1.10.6` (applies → upstream)
            - **No longer applies** (1): [libpcap](packages/libpcap.md) [`patch:musl.patch`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L14) at `1.10.6` (applies → conflicts)
            - **Failed newly** (2): [curl](packages/curl.md) (upstream); [wget](packages/wget.md) (upstream)
            - **Recovered** (1): [zlib](packages/zlib.md)
            - **New deltas** (3): [libpcap](packages/libpcap.md) [`patch:old.patch`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L16); [libpcap](packages/libpcap.md) [`patch:near.patch`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L18); [libpcap](packages/libpcap.md) [`patch:tree.patch`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L20)
            - **Deltas gone** (1): [libpcap](packages/libpcap.md) `patch:gone.patch`
            - **New upstream releases** (1): [libpcap](packages/libpcap.md) `1.10.4` → `1.10.6`
            - **New packages** (3): [curl](packages/curl.md); [held](packages/held.md); [wget](packages/wget.md)

            ## Worth doing first

            | No | Do                                                                                                                               | Why                                                                                                                                                                                                                                                                      | Points |
            |---:|:---------------------------------------------------------------------------------------------------------------------------------|:-------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------|-------:|
            |  1 | Drop [`patch:old.patch`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L16) in [libpcap](packages/libpcap.md)                | upstream has it since [`v1.10.5`](https://github.com/u/libpcap/releases/tag/v1.10.5), commit [`52ed0cd`](https://github.com/u/libpcap/commit/52ed0cd)                                                                                                                    |   12.5 |
            |  2 | Refresh [`patch:musl.patch`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L14) in [libpcap](packages/libpcap.md)            | it breaks at [`1.10.6`](https://github.com/u/libpcap/releases/tag/v1.10.6): conflicts: 1 of 2 hunks fails                                                                                                                                                                |    4.0 |
            |  3 | Bump [libpcap](packages/libpcap.md), and drop [`patch:fix-headers.patch`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L12) | `1.10.4` → [`1.10.6`](https://github.com/u/libpcap/releases/tag/v1.10.6), 2 releases behind; 1 delta breaks there; upstream has it since [`v1.10.5`](https://github.com/u/libpcap/releases/tag/v1.10.5), commit [`52ed0cd`](https://github.com/u/libpcap/commit/52ed0cd) |    1.3 |

            ## Will break at the next bump

            | Package                        | Bump                                                                     | Delta                                                                       | Verdict                       | Where it fails                                    |
            |:-------------------------------|:-------------------------------------------------------------------------|:----------------------------------------------------------------------------|:------------------------------|:--------------------------------------------------|
            | [libpcap](packages/libpcap.md) | `1.10.4` → [`1.10.6`](https://github.com/u/libpcap/releases/tag/v1.10.6) | [`patch:musl.patch`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L14) | conflicts: 1 of 2 hunks fails | src/b.c line 25: wanted “int a;”, found “long a;” |

            ### Applies only with fuzz

            Refresh it before the next release breaks it.

            | Package                        | Bump                                                                     | Delta                                                                       | Hunks | With fuzz |
            |:-------------------------------|:-------------------------------------------------------------------------|:----------------------------------------------------------------------------|------:|----------:|
            | [libpcap](packages/libpcap.md) | `1.10.4` → [`1.10.6`](https://github.com/u/libpcap/releases/tag/v1.10.6) | [`patch:near.patch`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L18) |     2 |         1 |

            ## Does not apply at its own version

            The package builds, so the tree that this delta met there was not the one that was read here: cannot reproduce the build's tree. A submodule, an earlier step or generated files may be the reason.

            | Package                        | Version  | Delta                                                                       | Verdict                       | Where it fails                                    |
            |:-------------------------------|:---------|:----------------------------------------------------------------------------|:------------------------------|:--------------------------------------------------|
            | [libpcap](packages/libpcap.md) | `1.10.4` | [`patch:tree.patch`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L20) | conflicts: 1 of 2 hunks fails | src/b.c line 25: wanted “int a;”, found “long a;” |

            ## Can be dropped today

            Upstream has this delta at the packaged version, or nothing is left to do there.

            <details>
            <summary>1 delta, with the evidence</summary>

            | Package                        | Version  | Delta                                                                      | Points | First found | Evidence                                                                                                                                                                                                           |
            |:-------------------------------|:---------|:---------------------------------------------------------------------------|-------:|:------------|:-------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------|
            | [libpcap](packages/libpcap.md) | `1.10.4` | [`patch:old.patch`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L16) |   12.5 | 2026-08-20  | [`52ed0cd`](https://github.com/u/libpcap/commit/52ed0cd) “Fix headers (\\#&#8203;12) by @&#8203;someone” of 2026-01-02, first in [`v1.10.5`](https://github.com/u/libpcap/releases/tag/v1.10.5): the patch names it |

            </details>

            ### Droppable at the next bump

            Upstream has this delta at its newest release, or nothing is left to do there.

            <details>
            <summary>1 delta, with the evidence</summary>

            | Package                        | Bump                                                                     | Delta                                                                              | Points | First found | Evidence                                                                                                                                                                                                           |
            |:-------------------------------|:-------------------------------------------------------------------------|:-----------------------------------------------------------------------------------|-------:|:------------|:-------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------|
            | [libpcap](packages/libpcap.md) | `1.10.4` → [`1.10.6`](https://github.com/u/libpcap/releases/tag/v1.10.6) | [`patch:fix-headers.patch`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L12) |      0 | 2026-08-20  | [`52ed0cd`](https://github.com/u/libpcap/commit/52ed0cd) “Fix headers (\\#&#8203;12) by @&#8203;someone” of 2026-01-02, first in [`v1.10.5`](https://github.com/u/libpcap/releases/tag/v1.10.5): the patch names it |

            </details>

            ### Patch files that no step uses

            | Package                        | Points | Files | Which                                                                             |
            |:-------------------------------|-------:|------:|:----------------------------------------------------------------------------------|
            | [libpcap](packages/libpcap.md) |    3.0 |     1 | [libpcap/unused.patch](https://github.com/d/os/blob/8190a16/libpcap/unused.patch) |
            | [curl](packages/curl.md)       |      – |     1 | [curl/late.patch](https://github.com/d/os/blob/8190a16/curl/late.patch)           |
            | no recipe                      |      – |     1 | [retired/old.patch](https://github.com/d/os/blob/8190a16/retired/old.patch)       |

            ## Never sent upstream

            Nothing.

            ## Far behind

            1 package stands behind its newest release; days count from the first release that was not taken.

            <details>
            <summary>Which, the longest first</summary>

            | Package                        | Packaged | Newest                                                        | Releases | Days | Newest of  |
            |:-------------------------------|:---------|:--------------------------------------------------------------|---------:|-----:|:-----------|
            | [libpcap](packages/libpcap.md) | `1.10.4` | [`1.10.6`](https://github.com/u/libpcap/releases/tag/v1.10.6) |        2 |  232 | 2026-03-30 |

            </details>

            ### On purpose

            1 package stands behind because the recipe says so.

            <details>
            <summary>Which, and why</summary>

            | Package                  | Why    | Packaged | Newest                                               | Releases | Days |
            |:-------------------------|:-------|:---------|:-----------------------------------------------------|---------:|-----:|
            | [held](packages/held.md) | pinned | `2.0`    | [`3.0`](https://github.com/u/held/releases/tag/v3.0) |        1 |  232 |

            </details>

            ## Findings

            <details>
            <summary>1 finding</summary>

            | Packages | Finding               | Which                          |
            |---------:|:----------------------|:-------------------------------|
            |        1 | a newer stream exists | [libpcap](packages/libpcap.md) |

            </details>

            ## Not assessed, and why

            <details>
            <summary>2 reasons</summary>

            | Packages | State            | Reason                | Which                                              |
            |---------:|:-----------------|:----------------------|:---------------------------------------------------|
            |        2 | failed: upstream | curl.se: unknown host | [curl](packages/curl.md), [wget](packages/wget.md) |
            |        1 | skipped          | has no upstream       | [base](packages/base.md)                           |

            </details>

            ### Deltas without a verdict

            <details>
            <summary>1 reason</summary>

            | Deltas | Kind  | Reason                        | Which                      |
            |-------:|:------|:------------------------------|:---------------------------|
            |      1 | patch | the tree of 1.10.6 is missing | libpcap `patch:tree.patch` |

            </details>

            ### Problems in recipes

            <details>
            <summary>2 problems</summary>

            | Where                                                                        | What                                     |
            |:-----------------------------------------------------------------------------|:-----------------------------------------|
            | [`broken.yaml:3:7`](https://github.com/d/os/blob/8190a16/broken.yaml#L3)     | expected a mapping, found &lt;a list&gt; |
            | [`libpcap.yaml:30:5`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L30) | tag-filter matches nothing               |

            </details>

            ## Score

            Assessed: 3 of 6 packages (50 %), with 5 deltas. Aligned, at the newest release with nothing avoidable or blocked: 1 of the assessed (33 %).

            Points are the upkeep of what is carried, by size, purpose and age, and of releases that were not taken. A package is best held against itself on another day.

            | Class     | Points | Packages | What it asks for                                                 |
            |:----------|-------:|---------:|:-----------------------------------------------------------------|
            | avoidable |   15.5 |        1 | drop it: upstream has it, or it does nothing                     |
            | blocked   |    4.0 |        1 | refresh it: it breaks at the newest release, or needs fuzz there |
            | necessary |      0 |        0 | send it upstream, or keep it                                     |
            | lag       |    1.3 |        1 | take the release                                                 |

            ### Packages with the most to gain

            Ordered by the points of what is avoidable, then of what is blocked.

            <details>
            <summary>Which, and their points by class</summary>

            | Package                        | Version  | Avoidable | Blocked | Necessary | Lag | Total |
            |:-------------------------------|:---------|----------:|--------:|----------:|----:|------:|
            | [libpcap](packages/libpcap.md) | `1.10.4` |      15.5 |     4.0 |         0 | 1.3 |  20.8 |

            </details>
            """;
}
