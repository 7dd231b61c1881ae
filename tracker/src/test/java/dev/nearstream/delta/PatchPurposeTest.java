package dev.nearstream.delta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchPurposeTest {

    private static PatchPurpose of(String header, String name, String beside, String around, String... files) {
        String patch = header
                + Arrays.stream(files)
                        .map("--- a/%1$s\n+++ b/%1$s\n@@ -1 +1 @@\n-a\n+b\n"::formatted)
                        .collect(Collectors.joining());
        return PatchPurpose.of(PatchFacts.read(patch.getBytes(StandardCharsets.UTF_8), "hash"), name, beside, around);
    }

    private static Purpose named(String name) {
        return of("", name, "", "", "src/a.c").purpose();
    }

    @ParameterizedTest
    @CsvSource({
        "CVE-2026-1234.patch, SECURITY",
        "cve-2026-1234-1.patch, SECURITY",
        "GHSA-cfgh-2345-mpqr.patch, SECURITY",
        "fix-ftbfs-gcc-15.patch, BUILD",
        "openssf-hardening.patch, HARDENING",
        "skip-flaky-tests.patch, TEST",
        "change-default-path.patch, CONFIGURATION",
        "bump-deps.patch, DEPENDENCY",
        "fix-as-needed-linking.patch, BUILD",
        "fix-crash.patch, UNKNOWN",
        "00001.patch, UNKNOWN",
    })
    void aNameTells(String name, Purpose purpose) {
        assertThat(named(name)).isEqualTo(purpose);
    }

    @Test
    void aHeadersAdvisoryTellsThatItIsSecurity() {
        PatchPurpose told = of("Subject: [PATCH] Check the length\n\nFixes: CVE-2026-1234\n", "x.patch", "", "", "a.c");
        assertThat(told.purpose()).isEqualTo(Purpose.SECURITY);
        assertThat(told.reason()).isEqualTo(new Reason("Check the length", Reason.Source.PATCH));
    }

    /** A hash or an advisory in a header may be the culprit. */
    @Test
    void aRevertedFixIsNoFix() {
        String header = """
                From: Ann <ann@example.org>
                Subject: [PATCH] Revert "Mend CVE-2026-1234, support bare metal"

                This reverts commit 89abcdef0123456789abcdef0123456789abcdef.
                ---
                """;
        assertThat(of(header, "x.patch", "", "", "a.c").purpose()).isEqualTo(Purpose.UNKNOWN);
    }

    @Test
    void aFaultyFixsAdvisoryIsNotFixed() {
        String header = "Subject: Mend a leak\n\nFixes: 0123456789ab (\"Mend CVE-2026-1234\")\n";
        assertThat(of(header, "x.patch", "", "", "a.c").purpose()).isEqualTo(Purpose.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "CMakeLists.txt, BUILD",
        "lib/Makefile.in, BUILD",
        "console.gemspec, BUILD",
        "configure.ac, BUILD",
        "pom.xml, BUILD",
        "go.mod, DEPENDENCY",
        "ui/package-lock.json, DEPENDENCY",
        ".gitmodules, DEPENDENCY",
        "tests/one.c, TEST",
        "pkg/x_test.go, TEST",
        "src/main.c, UNKNOWN",
        "src/makefile_reader.c, UNKNOWN",
        "contest/a.c, UNKNOWN",
    })
    void theFilesThatItChangesTell(String file, Purpose purpose) {
        assertThat(of("", "x.patch", "", "", file).purpose()).isEqualTo(purpose);
    }

    @Test
    void oneOtherFileIsEnoughNotToTell() {
        assertThat(of("", "x.patch", "", "", "CMakeLists.txt", "src/a.c").purpose())
                .isEqualTo(Purpose.UNKNOWN);
    }

    @Test
    void theCommentBesideItTells() {
        PatchPurpose told = of("", "x.patch", "Needed to compile with gcc 16", "", "a.c");
        assertThat(told.purpose()).isEqualTo(Purpose.BUILD);
        assertThat(told.reason()).isEqualTo(new Reason("Needed to compile with gcc 16", Reason.Source.RECIPE));
    }

    @Test
    void aCommentOnSeveralPurposesTellsNone() {
        String comment = "Patches that improve hardening and fix the build";
        assertThat(of("", "x.patch", comment, "", "a.c").purpose()).isEqualTo(Purpose.UNKNOWN);
    }

    /** It may be about the other patches of the step: shown, and not believed. */
    @Test
    void aCommentOnSeveralPatchesIsAReasonAndNoPurpose() {
        PatchPurpose told = of("", "x.patch", "", "Mends CVE-2026-1234", "a.c");
        assertThat(told.purpose()).isEqualTo(Purpose.UNKNOWN);
        assertThat(told.reason()).isEqualTo(new Reason("Mends CVE-2026-1234", Reason.Source.RECIPE));
    }

    @Test
    void noReasonIsNone() {
        assertThat(of("", "x.patch", "", "", "a.c").reason()).isNull();
    }
}
