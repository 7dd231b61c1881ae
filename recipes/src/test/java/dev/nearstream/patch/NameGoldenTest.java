package dev.nearstream.patch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which file a part is about, by example. */
class NameGoldenTest {
    private static final String HUNK = "@@ -1 +1 @@\n-x\n+y\n";
    private static final String CREATE = "@@ -0,0 +1 @@\n+y\n";

    private static Golden named(String path, String oldName, String newName) {
        return Golden.of(MemoryTree.of(path, "x\n"), "--- " + oldName + "\n+++ " + newName + "\n" + HUNK);
    }

    @Test
    void stripsFromNoneToThree() {
        for (int strip = 0; strip <= 3; strip++) {
            String path = new String[] {"a/b/c/f", "b/c/f", "c/f", "f"}[strip];
            assertThat(named(path, "a/b/c/f", "a/b/c/f").strip(strip).after(path))
                    .isEqualTo("y\n");
        }
        assertThat(named("f", "a/b/c/f", "a/b/c/f").strip(4).after()).isEqualTo("CONFLICTS");
    }

    @Test
    void slashesInARowCountAsOne() {
        assertThat(named("c/f", "a//b///c/f", "a//b///c/f").strip(2).after("c/f"))
                .isEqualTo("y\n");
    }

    @Test
    void aNameThatIsTooShortLeavesTheOther() {
        assertThat(named("f", "f.orig", "b/f").after()).isEqualTo("y\n");
        assertThat(named("f", "a/f", "f").after()).isEqualTo("y\n");
    }

    @Test
    void quotedNamesAreUnescaped() {
        assertThat(named("o\"o", "\"a/o\\\"o\"", "\"b/o\\\"o\"").after("o\"o")).isEqualTo("y\n");
        assertThat(named("t\tb", "\"a/t\\tb\"", "\"b/t\\011b\"").after("t\tb")).isEqualTo("y\n");
        assertThat(named("f", "\"a/f", "b/f").after()).isEqualTo("y\n");
        assertThat(named("f", "\"a/f", "\"b/f").after()).isEqualTo("CONFLICTS");
    }

    @Test
    void aQuoteThatIsNeverClosedInGitsLineIsNoName() {
        String patch = "diff --git \"a/f b/f\nold mode 100644\nnew mode 100755\n";
        assertThat(Golden.of(MemoryTree.of("f", "x\n"), patch).after()).isEqualTo("CONFLICTS");
    }

    @Test
    void aNameWithBlanksNeedsATabBehindIt() {
        assertThat(named("two words", "a/two words\t", "b/two words\t").after("two words"))
                .isEqualTo("y\n");
        assertThat(named("two words", "a/two words", "b/two words").after("two words"))
                .isEqualTo("CONFLICTS");
        assertThat(named("two", "a/two words", "b/two words").after("two")).isEqualTo("y\n");
    }

    @Test
    void aTimeOfTheEpochSaysThatThereIsNoFile() {
        for (String stamp : new String[] {
            "1970-01-01 00:00:00.000000000 +0000",
            "1970-01-01 01:00:00 +0100",
            "Thu Jan  1 00:00:00 1970",
            "Wed Dec 31 16:00:00 PST 1969",
            "Thu, 01 Jan 1970 00:00:00 GMT",
            "1970/01/01 00:00:00",
            "01/01/70 00:00",
            "1 January 1970",
            "1-Jan-1970 12:00 am CET",
            "19700101",
            "1970-01-01T00:00:00",
            "1 Jan 1970 T",
            "@0"
        }) {
            assertThat(created(stamp).after()).as(stamp).isEqualTo("CONFLICTS");
        }
    }

    @Test
    void anyOtherTimeSaysThatTheFileIsEmptyOrAbsent() {
        for (String stamp : new String[] {
            "2026-01-02 03:04:05.000000000 +0100",
            "1970-01-03",
            "Jan 1",
            "00:00",
            "(revision 0)",
            "(working copy)",
            "1970-01-01 00:00:00 XYZ",
            "Thu Jan 01 00:00:00 1970 +0000", // the year and the zone are taken for a second time of day
            "1970-01-01 T",
            "1970-01-01T12:00 am",
            "Dec 31, 1969 T", // seven hours to the east
            "1970-02-30",
            "1970-01-01 24:00:00",
            "1970-01-01 1970-01-01",
            "Thu Thu 1970-01-01"
        }) {
            assertThat(created(stamp).after()).as(stamp).isEqualTo("y\nx\n");
        }
    }

    private static Golden created(String stamp) {
        return Golden.of(
                MemoryTree.of("f", "x\n"), "--- a/f\t" + stamp + "\n+++ b/f\t2026-01-01 00:00:00 +0000\n" + CREATE);
    }

    @Test
    void onlyALoneZeroSaysThatThereIsNoFile() {
        String header = "--- /dev/null\n+++ b/f\n";
        assertThat(Golden.of(MemoryTree.of("f", "x\n"), header + CREATE).after())
                .isEqualTo("CONFLICTS");
        assertThat(Golden.of(MemoryTree.of("f", "x\n"), header + "@@ -00,0 +1 @@\n+y\n")
                        .after())
                .isEqualTo("y\nx\n");
    }

    @Test
    void aNameThatEndsWithASlashIsNoFile() {
        String patch = "diff --git a/d/ b/d/\nnew file mode 100644\n";
        assertThat(Golden.of(new MemoryTree(), patch).after("d")).isEqualTo("CONFLICTS");
        assertThat(named("d", "a/d/", "b/d/").after("d")).isEqualTo("CONFLICTS");
    }
}
