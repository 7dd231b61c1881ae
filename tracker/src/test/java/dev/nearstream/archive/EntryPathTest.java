package dev.nearstream.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryPathTest {

    @ParameterizedTest
    @CsvSource({
        "p-1/src/a.c, 1, src/a.c",
        "p-1/src/a.c, 0, p-1/src/a.c",
        "p-1/src/a.c, 2, a.c",
        "p-1/src/a.c, 3,",
        "p-1/, 1,",
        "./p-1/a, 1, p-1/a",
        "./a, 0, a",
        "p-1//a/./b, 1, a/b",
        "a..b/..c, 0, a..b/..c"
    })
    void losesItsLeadingComponentsAsTarCountsThem(String name, int strip, String path) throws Exception {
        assertThat(EntryPath.of(name, strip).orElse(null)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../x", "p/../../x", "p/..", ".."})
    void neverLeadsOut(String name) {
        assertThatThrownBy(() -> EntryPath.of(name, 1))
                .isInstanceOf(ArchiveRefusedException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({"a/b/l, ../../c", "l, a/../b", "a/l, ..", "l, ."})
    void aLinkMayLeadAnywhereInTheTree(String path, String target) throws Exception {
        EntryPath.checkLink(path, target);
    }

    @ParameterizedTest
    @CsvSource({"l, /etc/passwd", "l, ..", "a/l, ../../b", "a/l, b/../../../a", "a/l, ../../a/b"})
    void aLinkThatLeadsOutIsRefused(String path, String target) {
        assertThatThrownBy(() -> EntryPath.checkLink(path, target))
                .isInstanceOf(ArchiveRefusedException.class)
                .hasMessage("the link %s leads out of the tree, to %s", path, target);
    }
}
