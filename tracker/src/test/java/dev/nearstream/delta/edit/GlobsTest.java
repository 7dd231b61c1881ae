package dev.nearstream.delta.edit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobsTest {

    @ParameterizedTest
    @CsvSource({
        "*.c, a.c, true",
        "*.c, a.h, false",
        "a*b*c, aXbYbc, true",
        "a*b*c, aXbYbd, false",
        "?.c, ab.c, false",
        "[a-c]x, bx, true",
        "[!a-c]x, bx, false",
        "a\\*, a*, true",
        "a\\*, ab, false",
        "'', '', true",
        "**, x, true",
    })
    void matchesAsTheShellDoes(String pattern, String name, boolean matches) {
        assertThat(Globs.matches(pattern, name)).isEqualTo(matches);
    }

    @Test
    void manyStarsTakeNoLonger() {
        assertThat(Globs.matches("*a".repeat(2000) + "b", "a".repeat(20_000))).isFalse();
    }

    @Test
    void pathsAreExpandedNameByName() {
        MemoryWorkspace tree = new MemoryWorkspace()
                .file("a/x.c", "")
                .file("a/.hidden.c", "")
                .file("b/y.c", "")
                .file("b*/z.c", "")
                .file("c", "");
        assertThat(Globs.expand(tree, "*/*.c")).containsExactly("a/x.c", "b*/z.c", "b/y.c");
        assertThat(Globs.expand(tree, "b\\*/*")).containsExactly("b*/z.c");
        assertThat(Globs.expand(tree, "*.h")).isEmpty();
    }
}
