package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.report.Night;
import dev.nearstream.report.Nights;
import dev.nearstream.report.PackageReport;
import dev.nearstream.store.Lag;
import dev.nearstream.store.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackagePageTest {

    @Test
    void saysAllOfAPackage() {
        assertThat(page(Nights.libpcap(), Nights.before())).isEqualTo(PACKAGE);
    }

    @Test
    void whatIsNotKnownIsSaid() {
        Lag unknown = new Lag(null, null, null, null, null, null, null, 0, null, null, "no release: <none>");
        Outcome.Tracked bare = new Outcome.Tracked(
                "x", "x.yaml", "1", "0", null, unknown, List.of(), List.of(), List.of(), "f", null, "no upstream");
        assertThat(page(bare, new Night(Nights.run(0), List.of()))).isEqualTo("""
                # x

                [Latest night](../index.md), [all packages](index.md)

                - Recipe: [x.yaml](https://github.com/d/os/blob/8190a16/x.yaml)
                - Version: `1`, epoch 0
                - Upstream: –
                - Packaged release: not known
                - Newest release: not known: no release: &lt;none&gt;

                ## Score

                None: no upstream

                ## Deltas

                None.
                """);
    }

    private static String page(Outcome outcome, Night before) {
        return PackagePage.of(PackageReport.of(Nights.run(1), outcome, before, Nights.ZONE));
    }

    private static final String PACKAGE = """
                # libpcap

                [Latest night](../index.md), [all packages](index.md)

                - Recipe: [libpcap.yaml](https://github.com/d/os/blob/8190a16/libpcap.yaml)
                - Version: `1.10.4`, epoch 3
                - Upstream: [`https://github.com/u/libpcap.git`](https://github.com/u/libpcap)
                - Packaged release: tag [`v1`](https://github.com/u/libpcap/releases/tag/v1), commit [`8190a16`](https://github.com/u/libpcap/commit/8190a16), 2025-10-01
                - Newest release: `1.10.6`, tag [`v1.10.6`](https://github.com/u/libpcap/releases/tag/v1.10.6), commit [`52ed0cd`](https://github.com/u/libpcap/commit/52ed0cd), 2026-03-30
                - Behind: 2 releases, 232 days

                ## Changed since the last run

                - **Upstream took it** (1): [`patch:fix-headers.patch`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L12) at `1.10.6` (applies → upstream)
                - **No longer applies** (1): [`patch:musl.patch`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L14) at `1.10.6` (applies → conflicts)
                - **Released upstream** (1): this package `1.10.4` → `1.10.6`
                - **Newly carried** (3): [`patch:old.patch`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L16), [`patch:near.patch`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L18), [`patch:tree.patch`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L20)
                - **No longer carried** (1): `patch:gone.patch`

                ## Score

                | Class     |   Points | Delta                        | Reason                       |
                |:----------|---------:|:-----------------------------|:-----------------------------|
                | avoidable |     12.5 | `patch:old.patch`            | upstream has it since 2 days |
                | avoidable |      3.0 | `patch:libpcap/unused.patch` | used by no step              |
                | blocked   |      4.0 | `patch:musl.patch`           | breaks at 1.10.6             |
                | lag       |      1.3 |                              | 2 releases behind            |
                | **total** | **20.8** |                              |                              |

                ### Why it moved

                **20.8 points**: 20.8 more than in the last run, 2026-08-21.

                Since the last run:

                - **+12.5** avoidable: new: upstream has it since 2 days
                - **+4.0** blocked: new: breaks at 1.10.6
                - **+3.0** avoidable: new: used by no step
                - **+1.3** lag: 2 releases behind

                ## Deltas

                ### `patch:fix-headers.patch`

                - Declared at [`libpcap.yaml:12:9`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L12)
                - Size: 1 file, 20 lines added, 3 removed
                - Purpose: security; declares “Backport”
                - Carried since 2026-02-01 (202 days)
                - **Avoidable** since 2026-08-20 (2 days)

                | Tree              | Verdict            | Confidence |
                |:------------------|:-------------------|:-----------|
                | packaged `1.10.4` | **applies, exact** | high       |
                | newest `1.10.6`   | **upstream**       | high       |

                At the newest release:

                - [`52ed0cd`](https://github.com/u/libpcap/commit/52ed0cd) “Fix headers (\\#&#8203;12) by @&#8203;someone” of 2026-01-02, first in [`v1.10.5`](https://github.com/u/libpcap/releases/tag/v1.10.5): the patch names it

                ### `patch:old.patch`

                - Declared at [`libpcap.yaml:16:9`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L16)
                - Size: 1 file, 20 lines added, 3 removed
                - Purpose: security; declares “Backport”
                - Carried since 2026-02-01 (202 days)
                - **Avoidable** since 2026-08-20 (2 days)

                | Tree              | Verdict      | Confidence |
                |:------------------|:-------------|:-----------|
                | packaged `1.10.4` | **upstream** | high       |
                | newest `1.10.6`   | **upstream** | high       |

                At the packaged version and the newest release:

                - [`52ed0cd`](https://github.com/u/libpcap/commit/52ed0cd) “Fix headers (\\#&#8203;12) by @&#8203;someone” of 2026-01-02, first in [`v1.10.5`](https://github.com/u/libpcap/releases/tag/v1.10.5): the patch names it

                ### `patch:musl.patch`

                - Declared at [`libpcap.yaml:14:9`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L14)
                - Size: 1 file, 20 lines added, 3 removed
                - Purpose: security; declares “Backport”
                - Carried since 2026-02-01 (202 days)

                | Tree              | Verdict                           | Confidence |
                |:------------------|:----------------------------------|:-----------|
                | packaged `1.10.4` | **applies, exact**                | high       |
                | newest `1.10.6`   | **conflicts: 1 of 2 hunks fails** | high       |

                At the newest release:

                - src/b.c line 25: wanted “int a;”, found “long a;”

                ### `patch:tree.patch`

                - Declared at [`libpcap.yaml:20:9`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L20)
                - Size: 1 file, 20 lines added, 3 removed
                - Purpose: security; declares “Backport”
                - Carried since 2026-02-01 (202 days)
                - Not assessed: the tree of 1.10.6 is missing

                | Tree              | Verdict                           | Confidence |
                |:------------------|:----------------------------------|:-----------|
                | packaged `1.10.4` | **conflicts: 1 of 2 hunks fails** | low        |
                | newest `1.10.6`   | not assessed                      | –          |

                At the packaged version:

                - src/b.c line 25: wanted “int a;”, found “long a;”

                ### `patch:near.patch`

                - Declared at [`libpcap.yaml:18:9`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L18)
                - Size: 1 file, 20 lines added, 3 removed
                - Purpose: security; declares “Backport”
                - Carried since 2026-02-01 (202 days)

                | Tree              | Verdict            | Confidence |
                |:------------------|:-------------------|:-----------|
                | packaged `1.10.4` | **applies, exact** | high       |
                | newest `1.10.6`   | **applies, fuzz**  | medium     |

                At the newest release:

                - src/a.c line 40: fuzz 2

                ## Findings

                - a newer stream exists

                ## Problems in the recipe

                - [`libpcap/unused.patch:1:1`](https://github.com/d/os/blob/8190a16/libpcap/unused.patch#L1): unused-file: no step uses it
                - [`libpcap.yaml:30:5`](https://github.com/d/os/blob/8190a16/libpcap.yaml#L30): tag-filter matches nothing
                """;
}
