package dev.nearstream.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.patch.PatchHeader.CommitClaim;
import dev.nearstream.patch.PatchHeader.CommitClaim.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchOriginTest {
    private static final String DIFF = "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1 +1 @@\n-x\n+y\n";
    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER = "89abcdef0123456789abcdef0123456789abcdef";

    private static PatchOrigin origin(String header) {
        return PatchOrigin.of((header + DIFF).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPatchWithoutHeaderClaimsNothing() {
        assertThat(origin("")).isEqualTo(new PatchOrigin(List.of(), null, List.of(), false));
        assertThat(PatchOrigin.of("no patch at all".getBytes(StandardCharsets.UTF_8))
                        .commits())
                .isEmpty();
    }

    @Test
    void aMailIsTheCommitThatItWasMadeFrom() {
        PatchOrigin mail = origin("""
                From %s Mon Sep 17 00:00:00 2001
                From: Ann <ann@example.org>
                Subject: [PATCH v2 1/3] Check the length (CVE-2026-1234)

                Fixes: %s
                ---
                """.formatted(HASH, OTHER));
        assertThat(mail.commits()).containsExactly(new CommitClaim(HASH, Kind.MAIL_FROM));
        assertThat(mail.subject()).isEqualTo("Check the length (CVE-2026-1234)");
        assertThat(mail.advisories()).containsExactly("CVE-2026-1234");
        assertThat(mail.revert()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: upstream, https://example.org/a/b/commit/%s\n",
                "Origin: backport, https://example.org/a/b/-/commit/%s\n",
                "Origin: backported, https://example.org/a/b/commits/%s.patch\n",
                "Origin: upstream, https://git.example.org/b.git/commit/?id=%s\n",
                "Origin: upstream, https://git.example.org/b.git/commit/?h=stable&id=%s\n",
                "Origin: upstream, https://git.example.org/?p=b.git;a=commit;h=%s\n",
                "Origin: upstream, https://git.example.org/b/+/%s\n",
                "Origin: https://example.org/a/b/commit/%s#diff-1\n",
                "Origin: upstream, commit:%s\n",
                "Description: Do it\nOrigin: upstream,\n %s\n",
            })
    void anOriginThatIsACommitCounts(String header) {
        assertThat(origin(header.formatted(HASH)).commits()).containsExactly(new CommitClaim(HASH, Kind.ORIGIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: vendor, https://example.org/a/b/commit/%s\n",
                "Origin: other, https://example.org/a/b/commit/%s\n",
                "Origin: upstream, reverts https://example.org/a/b/commit/%s\n",
                "Origin: upstream, fixes %s\n",
                "Upstream-Status: Pending [https://example.org/a/b/commit/%s]\n",
                "Upstream-Status: Inappropriate [breaks since https://example.org/a/b/commit/%s]\n",
                "Upstream-Status: Backport [introduced by https://example.org/a/b/commit/%s]\n",
                "Forwarded: https://example.org/a/b/commit/%s\n",
                "Bug: https://example.org/a/b/commit/%s\n",
            })
    void anotherFieldsCommitDoesNot(String header) {
        assertThat(origin(header.formatted(HASH)).commits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: upstream, https://example.org/a/b/pull/12345678\n",
                "Origin: upstream, https://example.org/files/0123abc/fix.patch\n",
                "Origin: upstream, 20260102\n",
                "Origin: upstream, 1.2.3-abc1234\n",
                "Origin: upstream, defaced\n",
            })
    void numbersAndWordsAreNoCommits(String header) {
        assertThat(origin(header).commits()).isEmpty();
    }

    @Test
    void aBackportsAddressCounts() {
        assertThat(origin("Do it\n\nUpstream-Status: Backport [https://example.org/a/b/commit/" + HASH + "]\n")
                        .commits())
                .containsExactly(new CommitClaim(HASH, Kind.UPSTREAM_STATUS));
    }

    @Test
    void aCherryPickIsWhereItWasPickedFrom() {
        assertThat(origin("Do it\n\n(cherry picked from commit " + HASH + ")\n").commits())
                .containsExactly(new CommitClaim(HASH, Kind.CHERRY_PICKED_FROM));
        // Mails fold a long subject wherever a blank is.
        assertThat(origin("Subject: [PATCH] Do it (cherry picked from commit\n " + HASH + ")\n")
                        .commits())
                .containsExactly(new CommitClaim(HASH, Kind.CHERRY_PICKED_FROM));
        assertThat(origin("Fix a use after free (cherry picked from commit " + HASH + ")\n")
                        .commits())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> (cherry picked from commit %s)\n",
                "Reverts (cherry picked from commit %s)\n",
                "It came after \"(cherry picked from commit %s)\n",
                "see GH-150780, itself cherry-picked from main commit\n%s\n",
                "Partial cherry-pick of %s\n",
            })
    void notEveryPickIsThePatch(String header) {
        assertThat(origin(header.formatted(HASH)).commits()).isEmpty();
    }

    @Test
    void gitShowsFirstLineCountsAndASentenceDoesNot() {
        assertThat(origin("commit " + HASH + " (HEAD -> main)\nAuthor: A <a@example.org>\n\n    Do it\n")
                        .commits())
                .containsExactly(new CommitClaim(HASH, Kind.LEADING_COMMIT));
        assertThat(origin("commit 3fb6b31 introduced a check for unsafe names\n")
                        .commits())
                .isEmpty();
        assertThat(origin("Do it\n\ncommit " + HASH + "\n").commits()).isEmpty();
    }

    @Test
    void eachCommitIsNamedOnce() {
        assertThat(origin("From " + HASH + " Mon Sep 17 00:00:00 2001\nSubject: Do it\n\n(cherry picked from commit "
                                + OTHER + ")\n(cherry picked from commit " + HASH + ")\n")
                        .commits())
                .containsExactly(
                        new CommitClaim(HASH, Kind.MAIL_FROM), new CommitClaim(OTHER, Kind.CHERRY_PICKED_FROM));
    }

    /** A description may link the commit that made the trouble. */
    @Test
    void aLinkedCulpritIsNoClaim() {
        PatchOrigin origin = origin("""
                Author: Ann <ann@example.org>
                Description: Mend the build with the old interpreter
                 .
                 Upstream mended a deadlock at:
                 .
                 https://example.org/a/b/commit/%s
                 .
                 This introduced names that the old interpreter lacks.
                """.formatted(HASH));
        assertThat(origin.commits()).isEmpty();
        assertThat(origin.subject()).isEqualTo("Mend the build with the old interpreter");
    }

    /** The mail's own hash is the revert's; what it reverts is the culprit, and so is the advisory in its title. */
    @Test
    void aRevertIsNotWhatItReverts() {
        PatchOrigin origin = origin("""
                From %s Mon Sep 17 00:00:00 2001
                From: Ann <ann@example.org>
                Subject: [PATCH] Revert "detect: mend CVE-2025-1111"

                This reverts commit %s.
                ---
                """.formatted(HASH, OTHER));
        assertThat(origin.commits()).containsExactly(new CommitClaim(HASH, Kind.MAIL_FROM));
        assertThat(origin.advisories()).isEmpty();
        assertThat(origin.revert()).isTrue();
    }

    /** An older advisory's faulty fix is mended here: neither its commit nor its number is this patch's. */
    @Test
    void theFixedCommitsAdvisoryIsNotFixedHere() {
        PatchOrigin origin = origin("""
                From: Ann <ann@example.org>
                Subject: [PATCH v3] CVE-2025-2222: mend an inverted result

                The referenced commit inverted the result of the comparison. This
                happened during backporting the patch to 7.7.1 and 7.8.0.

                Fixes: f6edaafcfefd ("Use a constant-time comparison for
                 CVE-2024-3333 (all ciphers)")
                Signed-off-by: Ann <ann@example.org>
                ---
                """);
        assertThat(origin.commits()).isEmpty();
        assertThat(origin.advisories()).containsExactly("CVE-2025-2222");
    }

    /** What the packaged version was patched with once is history. */
    @Test
    void backportingInASentenceIsNoClaim() {
        PatchOrigin origin = origin("""
                parser >= 0.61 fixes GHSA-cfgh-2345-mpqr. The original patch was applied
                to 26.5 and required
                backporting the fix from upstream main commit c037855c4f.

                """);
        assertThat(origin.commits()).isEmpty();
        assertThat(origin.advisories()).containsExactly("GHSA-cfgh-2345-mpqr");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fixes: CVE-2026-1234\n",
                "Subject: fix use after free (CVE-2026-1234)\n",
                "Mend cve-2026-1234, a crash introduced in 1.2\n",
                "Mend the crash after a short read. CVE-2026-1234\n",
            })
    void anAdvisoryThatIsFixed(String header) {
        assertThat(origin(header).advisories()).containsExactly("CVE-2026-1234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mend a leak introduced by the fix for CVE-2026-1234\n",
                "Mend a regression from CVE-2026-1234\n",
                "The fix for CVE-2026-1234 introduced a leak\n",
                "Needed since CVE-2026-1234 was mended\n",
                "Complete the incomplete fix of CVE-2026-1234\n",
                "Reverting \"Mend CVE-2026-1234\"\n",
            })
    void anAdvisoryWhoseFixIsTheCulprit(String header) {
        assertThat(origin(header).advisories()).isEmpty();
    }
}
