package dev.nearstream.bump;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangelogTest {
    private static final String OLD = """
            # Changes
            ## Unreleased
            - says a
            ## 1.0
            - the frist
            """;

    private static String added(String before, String after) {
        return Changelog.between(Trees.of("CHANGES.md", before), Trees.of("CHANGES.md", after), "")
                .map(Changelog::text)
                .orElse("none");
    }

    @Test
    void theLinesThatCameIn() {
        assertThat(added(OLD, """
                # Changes
                ## 1.1
                - says a
                - says b
                ## 1.0
                - the first
                """))
                .as("with the new name of a section, without corrections of older ones")
                .isEqualTo("## 1.1\n\n- says b\n");
    }

    @Test
    void atTheEndOrAllOfItWhereTheFileIsOfOneRelease() {
        assertThat(added("1.0\n", "1.0\n1.1\n")).isEqualTo("1.1\n");
        assertThat(added("New in 1.0: a\n", "New in 1.1: b\nand c\n")).isEqualTo("New in 1.1: b\nand c\n");
    }

    @Test
    void nothingNewOrNothingToCompare() {
        assertThat(added(OLD, OLD)).isEqualTo("none");
        assertThat(added(OLD, OLD.replace("frist", "first"))).isEqualTo("none");
        assertThat(added("a\n", "a\n\u0000b\n")).as("binary").isEqualTo("none");
        assertThat(Changelog.between(
                        Trees.of("src/changes.c", ""), Trees.of("src/changes.c", "x", "changes.c", "x"), ""))
                .isEmpty();
    }

    @Test
    void whatIsHugeIsCutAndWhatIsAllNewAndHugeIsNotCompared() {
        String lines = IntStream.range(0, 30_000).mapToObj(i -> i + "\n").collect(Collectors.joining());
        assertThat(added("old\n", lines + "old\n")).hasSizeBetween(100_000, 100_100);
        assertThat(added("first\n" + lines + "last\n", "one\n" + lines.replace("\n", "!\n") + "end\n"))
                .isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "CHANGELOG.md, NEWS, CHANGELOG.md",
        "ChangeLog, NEWS, NEWS",
        "HISTORY.rst, changes.txt, HISTORY.rst",
        "docs/CHANGELOG.md, README, docs/CHANGELOG.md",
        "doc/NEWS, ChangeLog, ChangeLog",
        "RELEASE_NOTES.md, release.sh, RELEASE_NOTES.md"
    })
    void theFileThatPeopleRead(String one, String other, String taken) {
        assertThat(Changelog.between(Trees.of("x", ""), Trees.of(one, "1\n", other, "2\n"), ""))
                .get()
                .extracting(Changelog::path)
                .isEqualTo(taken);
    }

    @Test
    void theNextFileWhereTheFirstSaysNothingNew() {
        assertThat(Changelog.between(
                        Trees.of("p/CHANGES.md", "moved to NEWS\n"),
                        Trees.of("p/CHANGES.md", "moved to NEWS\n", "p/NEWS", "1.1\n", "NEWS", "of another\n"),
                        "p"))
                .contains(new Changelog("p/NEWS", "1.1\n"));
    }
}
