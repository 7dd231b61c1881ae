package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Purpose;
import dev.nearstream.delta.Verdict;
import dev.nearstream.history.Touch;
import dev.nearstream.report.Night;
import dev.nearstream.report.NightReport;
import dev.nearstream.report.Nights;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.score.ScoreComponent;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Background;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.PullRequestEvent;
import dev.nearstream.store.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NightPageTest {

    @Test
    void saysWhatTheNightHasToSay() throws IOException {
        assertThat(page(Nights.tonight(), Nights.before())).isEqualTo(golden());
    }

    @Test
    void theOrderOfTheOutcomesDoesNotMatter() throws IOException {
        List<Outcome> reversed = new ArrayList<>(Nights.tonight().outcomes());
        Collections.reverse(reversed);
        assertThat(page(new Night(Nights.run(1), reversed, Nights.tonight().problems()), Nights.before()))
                .isEqualTo(golden());
    }

    @Test
    void theFirstRunSaysSo() {
        assertThat(page(Nights.tonight(), null)).contains("""
                ## What changed

                This is the first run of this selection of recipes: there is nothing to compare it with.
                """);
    }

    @Test
    void aNightInWhichNothingMovedSaysNothing() {
        Night tonight = Nights.tonight();
        assertThat(page(tonight, new Night(Nights.run(0), tonight.outcomes()))).contains("""
                ## What changed

                Nothing, since the run of 2026-08-21T04:00:00+02:00.
                """);
    }

    @Test
    void anEmptyNightIsSaidInWords() {
        assertThat(page(new Night(Nights.run(1), List.of()), null))
                .contains("0 packages: 0 assessed, 0 skipped, 0 failed.")
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
                .contains(
                        "- **2,000 packages** failed (upstream): git.example.org: unknown host ([p0](packages/p0.md), ")
                .contains(" and 1,996 more). Is the address")
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
    void aPatchOfSeveralStreamsIsOneLine() {
        AssessedDelta was = copy(Nights.applies(0), Nights.applies(0));
        AssessedDelta is = copy(Nights.applies(0), Nights.conflicts());
        String page = page(streams(Nights.run(1), is), streams(Nights.run(0), was));
        assertThat(page)
                .contains(": 2 deltas broken.\n")
                .contains("- **No longer applies**: [a](packages/a.md), [b](packages/b.md): [`patch:x.patch`](")
                .contains(" at the newest release (applies → conflicts)\n")
                .contains("1. **Refresh** [`x.patch`](", ") in [a](packages/a.md), [b](packages/b.md): it breaks at ")
                .contains("fails (2 packages) – 8.0 points")
                .contains("- [a](packages/a.md) `1` → [`2`](", ", [b](packages/b.md) `1` → [`2`](");
    }

    @Test
    void saysWhoTouchedWhatBreaksLast() {
        String commit = "0123456789abcdef0123456789abcdef01234567";
        Touch touch = new Touch(commit, "A\u202E @team #12 | *b*\n", LocalDate.of(2026, 5, 6));
        AssessedDelta delta = Nights.said(
                copy(Nights.applies(0), Nights.conflicts()),
                Purpose.BUILD,
                new Background(null, null, null, "family", List.of(), touch));
        assertThat(page(streams(Nights.run(1), delta), null))
                .contains("found “long a;”; last touched by A \\#&#8203;12 \\| \\*b\\* on 2026-05-06,"
                        + " [`0123456`](https://github.com/d/os/commit/" + commit + ")\n");
    }

    @Test
    void aSecurityFixThatGoesNamesItsAdvisoryAndTheRelease() {
        Night known = carrying("patch:CVE-2026-12345.patch", Nights.upstream(), List.of("GHSA-cfgh-2345-mpqr"));
        assertThat(page(known, null))
                .contains("; [`CVE-2026-12345`](https://nvd.nist.gov/vuln/detail/CVE-2026-12345) fixed in"
                        + " [`v1.10.5`](https://github.com/u/p/releases/tag/v1.10.5); [`GHSA-cfgh-2345-mpqr`]"
                        + "(https://github.com/advisories/GHSA-cfgh-2345-mpqr) fixed in");
        Night unknown = carrying(
                "patch:CVE-2026-12345.patch",
                new Verdict.Upstream(
                        List.of(), List.of(new Evidence(Evidence.Kind.REVERSE_APPLIES, null, null, null, null, "so"))),
                List.of());
        assertThat(page(unknown, null))
                .contains(
                        "CVE-2026-12345) fixed in `1` or before: the first release with it is not known – 5.0 points");
    }

    private static Night carrying(String id, Verdict both, List<String> advisories) {
        AssessedDelta delta = Nights.said(
                Nights.delta(id, 9, both, both),
                Purpose.SECURITY,
                new Background(null, null, null, null, advisories, null));
        ScoreComponent points = new ScoreComponent(ScoreClass.AVOIDABLE, id, 5, "upstream has it");
        return new Night(
                Nights.run(1),
                List.of(Nights.tracked("p", "1", Nights.lag("1", 0, null), List.of(delta), List.of(points))));
    }

    private static AssessedDelta copy(Verdict now, Verdict latest) {
        return Nights.said(
                Nights.delta("patch:x.patch", 9, now, latest),
                Purpose.BUILD,
                new Background(null, null, null, "family"));
    }

    private static Night streams(Run run, AssessedDelta delta) {
        ScoreComponent points = new ScoreComponent(ScoreClass.BLOCKED, "patch:x.patch", 4, "breaks");
        return new Night(
                run,
                Stream.of("a", "b")
                        .<Outcome>map(name ->
                                Nights.tracked(name, "1", Nights.lag("2", 1, null), List.of(delta), List.of(points)))
                        .toList());
    }

    @Test
    void pullRequestsAreToldOfOnTheFirstNightToo() {
        Night tonight = Nights.tonight();
        String url = "https://github.com/d/os/pull/";
        List<PullRequestEvent> pulls = List.of(
                pull("libpcap", PullRequestEvent.Kind.OPENED, url + 3),
                pull("curl", PullRequestEvent.Kind.MERGED, url + 1),
                pull("wget", PullRequestEvent.Kind.MERGED, url + 1),
                pull("zlib", PullRequestEvent.Kind.CLOSED, "/srv/out/pulls/zlib.md"),
                pull("held", PullRequestEvent.Kind.SUPERSEDED, url + 2));
        Night first = new Night(tonight.run(), tonight.outcomes(), tonight.problems(), pulls);
        assertThat(page(first, null))
                .contains(" Since it began: 1 pull request merged, 1 pull request closed by people, 1 pull request"
                        + " opened.")
                .contains("- **Merged**: [curl](packages/curl.md) `1` → `2 @a`, [wget](packages/wget.md) `1` → `2 @a`"
                        + " ([pull request](https://github.com/d/os/pull/1))")
                .contains("- **Closed by a person**: [zlib](packages/zlib.md) `1` → `2 @a` ([pull request](pulls.md))")
                .contains("`2 @a` ([pull request](https://github.com/d/os/pull/3))")
                .doesNotContain("pull/2");
        assertThat(NightPage.of(NightReport.of(first, first, Nights.ZONE), "../packages/"))
                .contains("[zlib](../packages/zlib.md) `1` → `2 @a` ([pull request](../pulls.md))");
    }

    private static PullRequestEvent pull(String name, PullRequestEvent.Kind kind, String url) {
        return new PullRequestEvent(name, kind, "1", "2 @a", url, Nights.run(1).started());
    }

    @Test
    void whatIsWorthDoingLaterIsFoldedAndGoesOnCounting() {
        List<Outcome> outcomes = IntStream.range(0, 11)
                .<Outcome>mapToObj(i -> Nights.tracked(
                        "p" + (char) ('a' + i),
                        "1",
                        Nights.lag("2", 1, null),
                        List.of(),
                        List.of(new ScoreComponent(ScoreClass.LAG, null, 20 - i, "1 release behind"))))
                .toList();
        assertThat(page(new Night(Nights.run(1), outcomes), null))
                .contains(
                        "<summary>1 more worth doing after these</summary>\n\n11. **Bump** [pk](packages/pk.md) from `1`");
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

    private static String golden() throws IOException {
        try (InputStream in = Objects.requireNonNull(NightPageTest.class.getResourceAsStream("night.md"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
