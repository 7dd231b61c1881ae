package dev.nearstream.delta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.patch.PatchParser;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What states a reason, and what only says that something was done. */
class ReasonsTest {
    private static final String DIFF = "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n+b\n";

    private static String ofHeader(String header, String name) {
        byte[] bytes = (header + DIFF).getBytes(StandardCharsets.UTF_8);
        return HeaderReason.of(PatchParser.parse(bytes).header(), name).orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "'Subject: [PATCH 1/2] Close the file\n', Close the file",
        "'Description: Close the file\n Twice.\n', Close the file",
        "'Author: Ann <a@example.org>\n\nClose the file\nafter reading.\n\nMore.\n', Close the file after reading.",
        "'# Close the file\n', Close the file",
        "'diff -r f f\nindex 0123456..89abcde\nClose the file\n', Close the file",
        "'2010-06-10  Ann  <ann@example.org>\n\n Close the file\n', Close the file",
    })
    void aHeaderStatesAReason(String header, String reason) {
        assertThat(ofHeader(header, "x.patch")).isEqualTo(reason);
    }

    @Test
    void aSentenceThatTheFileIsNamedAfterIsAReason() {
        assertThat(ofHeader("Subject: Close the file after reading\n", "0001-Close-the-file-after-reading.patch"))
                .isEqualTo("Close the file after reading");
    }

    @ParameterizedTest
    @CsvSource({
        "'', x.patch",
        "'Subject: [PATCH] fix jitter\n', fix-jitter.patch",
        "'Subject: Fix_Jitter.patch\n', 0001-fix-jitter.patch",
        "'Origin: vendor, Debian\n', x.patch",
        "'https://example.org/a/b.patch\n', x.patch",
        "'Originated from https://example.org/a/b.patch\n', x.patch",
        "'Index: f\n==========\n', x.patch",
        "'From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001\n', x.patch",
    })
    void aHeaderWithoutOne(String header, String name) {
        assertThat(ofHeader(header, name)).isEmpty();
    }

    @Test
    void aReasonIsOneLineOfABearableLength() {
        assertThat(ofHeader("Subject: " + "word ".repeat(100_000) + "\n", "x.patch"))
                .hasSizeLessThan(310);
    }

    @ParameterizedTest
    @CsvSource({
        "apk-tools, 'apk-tools: cherry-pick MR 292 to fix the cache on Rosetta 2 (#47361)', "
                + "apk-tools: cherry-pick MR 292 to fix the cache on Rosetta 2",
        "xmlsec, Fix a FTBFS with xmlsec (#66539), Fix a FTBFS with xmlsec",
        "openldap-2.7, openldap: make the modules load, openldap: make the modules load",
        "zip, FTBFS zip (#26523), FTBFS zip",
    })
    void aCommitsSubjectStatesAReason(String name, String subject, String reason) {
        assertThat(CommitReason.of(name, subject)).contains(reason);
        // What is kept of it is read again the next night.
        assertThat(CommitReason.of(name, reason)).contains(reason);
    }

    /** Squashed branches put the files of many packages under one package's subject. */
    @ParameterizedTest
    @CsvSource({
        "ldb, wildfly: remediate GHSA-72hv-8253-57qq (#35396)",
        "apk-tools, fix(pulumi-language-java): CVE-2026-39827 (#100628)",
        "zip, unzip: fix the build",
        "gcc, gcc-11: fix the build",
        "x, Merge pull request #21 from somebody/patch",
    })
    void anotherPackagesSubjectDoesNot(String name, String subject) {
        assertThat(CommitReason.of(name, subject)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lame/4.0 package update (#160359)",
                "lame/4.0 package update",
                "lame: new package",
                "bzip2 lame: add package",
                "Add lame 4.0 version stream (#102989)",
                "new: lame (#49913)",
                "lame (#26664)",
                "feat(lame): add lame",
                "Merge branch 'lame'",
                "copy lame packages to another stream",
            })
    void aSubjectThatSaysWhatWasDoneDoesNot(String subject) {
        assertThat(CommitReason.of("lame", subject.replace("bzip2 ", ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tinyxml: fix CVE-2021-42260, SECURITY",
        "xmlsec: fix the build with gcc, BUILD",
        "lame: mend the crash, UNKNOWN",
        "zip: hardening and fixes of the build, UNKNOWN",
    })
    void aSubjectMayTellThePurpose(String reason, Purpose purpose) {
        assertThat(CommitReason.purpose(reason)).isEqualTo(purpose);
    }
}
