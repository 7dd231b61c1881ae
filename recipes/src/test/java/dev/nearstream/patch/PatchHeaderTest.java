package dev.nearstream.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.patch.PatchHeader.CommitClaim;
import dev.nearstream.patch.PatchHeader.HeaderField;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PatchHeaderTest {
    private static final String DIFF = "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1 +1 @@\n-x\n+y\n";
    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

    private static PatchHeader header(String text) {
        return PatchParser.parse((text + DIFF).getBytes(StandardCharsets.UTF_8)).header();
    }

    @Test
    void readsAFormatPatchMail() {
        PatchHeader header = header("""
                From %s Mon Sep 17 00:00:00 2001
                From: =?UTF-8?q?J=C3=B6rg=20M=C3=BCller?= <joerg@example.org>
                Date: Tue, 1 Sep 2026 10:00:00 +0200
                Subject: [PATCH 2/3] Check the length before
                 copying (CVE-2026-12345)

                Also known as GHSA-abcd-2345-wxyz, no: GHSA-cfgh-2345-mpqr.

                Fixes: 89abcdef89ab ("Copy faster")
                Signed-off-by: Jo <jo@example.org>
                ---
                 f | 2 +-
                 1 file changed
                """.formatted(HASH));
        assertThat(header.subject()).isEqualTo("Check the length before copying (CVE-2026-12345)");
        assertThat(header.author()).isEqualTo("Jörg Müller <joerg@example.org>");
        assertThat(header.date()).isEqualTo("Tue, 1 Sep 2026 10:00:00 +0200");
        assertThat(header.mailCommit()).isEqualTo(HASH);
        assertThat(header.advisories()).containsExactly("CVE-2026-12345", "GHSA-cfgh-2345-mpqr");
        assertThat(header.trailers()).contains(new HeaderField("Signed-off-by", "Jo <jo@example.org>"));
        assertThat(header.commitClaims()).containsExactly(new CommitClaim(HASH, CommitClaim.Kind.MAIL_FROM));
    }

    @Test
    void readsDep3() {
        PatchHeader header = header("""
                Description: Do not ask the network
                 The build has none.
                Origin: backport, https://example.org/repo/commit/%s
                Forwarded: not-needed
                Applied-Upstream: 1.4.2
                Last-Update: 2026-01-02
                """.formatted(HASH));
        assertThat(header.subject()).isEqualTo("Do not ask the network");
        assertThat(header.origin())
                .hasValueSatisfying(origin -> assertThat(origin).startsWith("backport"));
        assertThat(header.forwarded()).hasValue("not-needed");
        assertThat(header.appliedUpstream()).hasValue("1.4.2");
        assertThat(header.commitClaims()).containsExactly(new CommitClaim(HASH, CommitClaim.Kind.ORIGIN));
    }

    @Test
    void culpritsAreNoClaims() {
        assertThat(header("This reverts commit " + HASH + ".\nFixes: " + HASH + "\nintroduced in " + HASH + "\n")
                        .commitClaims())
                .isEmpty();
        assertThat(header("Origin: vendor, " + HASH + "\n").commitClaims()).isEmpty();
        assertThat(header("From " + "0".repeat(40) + " Mon Sep 17 00:00:00 2001\n")
                        .commitClaims())
                .isEmpty();
    }

    @Test
    void cherryPickedAndLeadingCommits() {
        assertThat(header("Some text\n\n(cherry picked from commit " + HASH + ")\n")
                        .commitClaims())
                .containsExactly(new CommitClaim(HASH, CommitClaim.Kind.CHERRY_PICKED_FROM));
        PatchHeader shown = header("commit " + HASH + "\nAuthor: A <a@example.org>\n\n    The subject\n\n    Text\n");
        assertThat(shown.commitClaims()).containsExactly(new CommitClaim(HASH, CommitClaim.Kind.LEADING_COMMIT));
        assertThat(shown.subject()).isEqualTo("The subject");
    }

    @Test
    void upstreamStatusAnywhere() {
        assertThat(header("Fix it\n\nUpstream-Status: Submitted [https://example.org/1]\n")
                        .upstreamStatus())
                .hasValue("Submitted [https://example.org/1]");
    }

    @Test
    void noHeaderIsEmpty() {
        assertThat(header("")).isEqualTo(PatchHeader.EMPTY);
    }
}
