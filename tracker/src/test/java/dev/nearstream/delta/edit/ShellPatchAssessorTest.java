package dev.nearstream.delta.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.MemoryFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What patches that a script applies come to; the patch turns two into TWO. */
final class ShellPatchAssessorTest {
    private static final MemoryFiles FILES = new MemoryFiles().with("pkg/x.patch", """
            --- a/n.txt
            +++ b/n.txt
            @@ -1,3 +1,3 @@
             one
            -two
            +TWO
             three
            """);

    private static final MemoryWorkspace TREE = new MemoryWorkspace()
            .file("n.txt", "one\ntwo\nthree\n")
            .file("has/n.txt", "one\nTWO\nthree\n")
            .file("near/n.txt", "eins\nTWO\nthree\n")
            .file("odd/n.txt", "eins\nzwei\ndrei\n");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            patch -p1 < x.patch                    | NEEDED the patch applies, exact
            patch -Np1 -i x.patch                  | NEEDED the patch applies, exact
            git apply x.patch                      | NEEDED the patch applies, exact
            git am --keep-cr x.patch               | NEEDED the patch applies, exact
            patch -p1 -d has < x.patch             | DROPPABLE upstream has the patch: its one hunk applies in reverse
            cd has && patch -p1 -i ../x.patch      | DROPPABLE upstream has the patch: its one hunk applies in reverse
            patch -p1 -d near < x.patch            | BROKEN the patch does not apply; it applies in reverse only with fuzz, which may have found another place
            patch -p1 -d odd < x.patch             | BROKEN the patch does not apply: conflicts
            patch -p1 -R -d has < x.patch          | NEEDED upstream still has what the patch reverts
            patch -p1 -R < x.patch                 | DROPPABLE upstream does not have what the patch reverts: it applies forward
            patch -p1 -R -d odd < x.patch          | BROKEN the patch cannot be reverted
            make; patch -p1 -R < x.patch           | UNKNOWN upstream does not have what the patch reverts: it applies forward, but make may have changed its files before
            patch -p1 < "$p"                       | UNKNOWN which patch it applies is only known to the build
            patch < x.patch                        | UNKNOWN without -p, patch chooses the files by their names alone
            patch -p1 -F3 < x.patch                | UNKNOWN its option -F3 is not followed
            patch -p1 < debian/y.patch             | UNKNOWN debian/y.patch is no file of the package's
            git revert --no-edit HEAD              | UNKNOWN git revert is not followed
            git am *.patch                         | UNKNOWN which patch it applies is only known to the build
            """)
    void isHeldAgainstUpstream(String script, String expected) {
        assertThat(Assessed.script(FILES, TREE, script)).isEqualTo(expected);
    }

    @Test
    void whereItsFailureIsAllowedNothingIsBroken() {
        assertThat(Assessed.script(FILES, TREE, "patch -p1 -d odd < x.patch || true"))
                .isEqualTo("UNKNOWN the patch does not apply: conflicts, but its failure may not stop the build");
    }
}
