package dev.nearstream.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Purpose;
import dev.nearstream.delta.Verdict;
import dev.nearstream.store.Background;
import dev.nearstream.store.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FixedAdvisoriesTest {

    private static Verdict upstream(String subject, @Nullable String release) {
        return new Verdict.Upstream(
                List.of(),
                List.of(new Evidence(Evidence.Kind.SAME_CHANGE, "0123abc", subject, null, release, "the same")));
    }

    private static CarriedDelta carried(String id, Verdict both, Background background) {
        var delta = Nights.said(Nights.delta(id, 9, both, both), Purpose.SECURITY, background);
        Outcome.Tracked of = Nights.tracked("p", "1", Nights.lag("2", 1, null), List.of(delta), List.of());
        return new CarriedDelta(of, delta);
    }

    private static Background reason(String reason, String... advisories) {
        return new Background(reason, "patch", null, null, List.of(advisories), null);
    }

    @Test
    void idsAreReadWhereverTheyStand() {
        assertThat(FixedAdvisories.of(
                                List.of(
                                        carried(
                                                "patch:cve-2026-1111.patch",
                                                upstream("mend GO-2026-1234", "v2"),
                                                Background.NONE),
                                        carried("patch:a.patch", upstream("x", null), reason("for CVE-2026-2222")),
                                        carried(
                                                "patch:b.patch",
                                                upstream("x", "v3"),
                                                reason("CVE-2026-3333 made it", "CVE-2026-4444"))),
                                true)
                        .fixed())
                .containsOnly(
                        Map.entry("CVE-2026-1111", Optional.of("v2")),
                        Map.entry("GO-2026-1234", Optional.of("v2")),
                        Map.entry("CVE-2026-2222", Optional.empty()),
                        Map.entry("CVE-2026-4444", Optional.of("v3")));
    }

    @Test
    void oneThatSeveralFixesOfDifferentReleasesMendHasNoKnownRelease() {
        FixedAdvisories advisories = FixedAdvisories.of(
                List.of(
                        carried("patch:CVE-2026-1111-1.patch", upstream("x", "v2"), Background.NONE),
                        carried("patch:CVE-2026-1111-2.patch", upstream("x", "v3"), Background.NONE),
                        carried("patch:harden.patch", upstream("x", "v3"), Background.NONE)),
                false);
        assertThat(advisories.fixed()).containsOnly(Map.entry("CVE-2026-1111", Optional.empty()));
        assertThat(advisories.unnamed()).isEqualTo(1);
    }

    @Test
    void eachRegisterHasItsPages() {
        assertThat(FixedAdvisories.page("CVE-2026-1")).contains("https://nvd.nist.gov/vuln/detail/CVE-2026-1");
        assertThat(FixedAdvisories.page("GHSA-x")).contains("https://github.com/advisories/GHSA-x");
        assertThat(FixedAdvisories.page("GO-2026-1")).contains("https://pkg.go.dev/vuln/GO-2026-1");
        assertThat(FixedAdvisories.page("other")).isEmpty();
    }
}
