package dev.nearstream.delta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTest {
    private static final Verdict APPLIES = new Verdict.Applies(Verdict.How.EXACT, List.of(), List.of());
    private static final Verdict CONFLICTS = new Verdict.Conflicts(List.of(), List.of());

    private static Verdict upstream(@Nullable String since) {
        return new Verdict.Upstream(List.of(), List.of(evidence(null), evidence(since)));
    }

    private static Evidence evidence(@Nullable String since) {
        return new Evidence(Evidence.Kind.REVERSE_APPLIES, null, null, null, since, "it is there");
    }

    private static String against(String declared, @Nullable Verdict now, @Nullable Verdict latest) {
        return Claim.of(declared)
                .flatMap(claim -> claim.against(now, latest, "1.4.1", "2.0"))
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "Backport, TAKEN",
        "'Backport [https://example.org/commit/1]', TAKEN",
        "backport, TAKEN",
        "Accepted, TAKEN",
        "'Origin: upstream, https://example.org', TAKEN",
        "'Origin: backport, abc', TAKEN",
        "'Origin: backported, abc', TAKEN",
        "'Applied-Upstream: 1.4.2', TAKEN",
        "'Applied-Upstream: commit:abc', TAKEN",
        "cherry picked from commit 0123456, TAKEN",
        "'Submitted [https://example.org]', SENT",
        "'Forwarded: https://example.org/1', SENT",
        "'Forwarded: yes', SENT",
        "'Denied [too large]', DENIED",
        "Pending, NOT_SENT",
        "'Inappropriate [ours alone]', NOT_SENT",
        "Inactive-Upstream, NOT_SENT",
        "'Forwarded: no', NOT_SENT",
        "'Forwarded: not-needed', NOT_SENT",
    })
    void whatIsClaimed(String declared, Claim.Kind kind) {
        assertThat(Claim.of(declared)).map(Claim::kind).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "'  '",
        "Forwarded:",
        "whatever",
        "'Origin: vendor, Debian'",
        "'Origin: other, abc'",
        "'Origin: https://example.org/fork/commit/0123456'",
        "'Applied-Upstream: no'",
        "'Applied-Upstream: not yet'",
    })
    void whatNoRuleKnowsIsNoClaim(String declared) {
        assertThat(Claim.of(declared)).isEmpty();
        assertThat(Claim.of(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Submitted", "Pending", "Denied", "Forwarded: no", "Inappropriate"})
    void whatIsSaidToWaitMayBeUpstream(String declared) {
        assertThat(against(declared, APPLIES, upstream("1.4.2")))
                .isEqualTo("says " + declared + ", has been upstream since 1.4.2");
        assertThat(against(declared, APPLIES, upstream(null))).isEqualTo("says " + declared + ", is upstream at 2.0");
        assertThat(against(declared, upstream(null), null))
                .isEqualTo("says " + declared + ", is upstream at the packaged version");
        assertThat(against(declared, APPLIES, APPLIES)).isEmpty();
        assertThat(against(declared, APPLIES, CONFLICTS)).isEmpty();
        assertThat(against(declared, null, null)).isEmpty();
    }

    @Test
    void aBackportMayBeLacking() {
        assertThat(against("Backport", APPLIES, APPLIES)).isEqualTo("says Backport, upstream does not have it at 2.0");
        assertThat(against("Backport", APPLIES, upstream("1.4.2"))).isEmpty();
    }

    @Test
    void aConflictOrAMissingVerdictTellsNothing() {
        assertThat(against("Backport", APPLIES, CONFLICTS)).isEmpty();
        assertThat(against("Backport", APPLIES, null)).isEmpty();
        assertThat(against("Backport", CONFLICTS, APPLIES)).isEmpty();
        assertThat(against("Backport", null, APPLIES)).isEmpty();
        assertThat(against("Backport", APPLIES, new Verdict.Unreadable("an object is missing")))
                .isEmpty();
    }

    /** It goes in, and something shows that it may stand there already. */
    @Test
    void evidenceThatItIsThereIsADoubt() {
        Verdict doubtful = new Verdict.Applies(Verdict.How.EXACT, List.of(), List.of(evidence("1.9")));
        assertThat(against("Backport", APPLIES, doubtful)).isEmpty();
    }

    /** What was backported to the newest release comes from behind it. */
    @Test
    void nothingIsSaidOfABackportToTheNewestRelease() {
        Claim claim = Claim.of("Backport").orElseThrow();
        assertThat(claim.against(APPLIES, APPLIES, "2.0", "2.0")).isEmpty();
        assertThat(claim.against(APPLIES, APPLIES, "2.0", null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.4.2, true", "v1.4.2, true", "2.0, true", "2.0.1, false", "3, false", "commit:abc, true"})
    void aReleaseThatIsClaimedIsComparedWithTheNewest(String applied, boolean said) {
        assertThat(against("Applied-Upstream: " + applied, APPLIES, APPLIES))
                .isEqualTo(said ? "says Applied-Upstream: " + applied + ", upstream does not have it at 2.0" : "");
    }
}
