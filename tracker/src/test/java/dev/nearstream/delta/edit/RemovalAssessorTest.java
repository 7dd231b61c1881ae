package dev.nearstream.delta.edit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether what is removed is still there. */
final class RemovalAssessorTest {
    private static final MemoryWorkspace TREE = new MemoryWorkspace()
            .file("vendor/a.c", "")
            .file("lib/x.jar", "")
            .file("lib/y.jar", "")
            .file("configure", "");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rm -rf vendor                     | NEEDED removes vendor
            rm configure                      | NEEDED removes configure
            rm -f lib/*.jar                   | NEEDED removes lib/x.jar and lib/y.jar
            rm -rf vendor gone                | NEEDED removes vendor; upstream has no gone
            find lib -name '*.jar' -delete    | NEEDED removes lib/x.jar and lib/y.jar
            find . -name '*.c' -exec rm -f {} + | NEEDED removes vendor/a.c
            rm -rf gone lost                  | DROPPABLE upstream has no gone and lost
            rm -f lib/*.dll                   | DROPPABLE upstream has no lib/*.dll
            find lib -name '*.dll' -delete    | DROPPABLE upstream has no file named *.dll
            rm gone                           | BROKEN rm stops the build: upstream has no gone
            rm vendor/a.c gone                | BROKEN rm stops the build: upstream has no gone
            rm -r lib/*.dll                   | BROKEN rm stops the build: upstream has no lib/*.dll
            make; rm -rf gone                 | UNKNOWN upstream has no gone, which may come from make
            make; find lib -name '*.dll' -delete | UNKNOWN upstream has no file named *.dll, which may come from make
            rm -rf gone-1.2.3                 | UNKNOWN upstream has no gone-1.2.3, but the name has the packaged version in it
            rm -rf gone "$x"                  | UNKNOWN a file's name depends on $x, which only the build knows
            cd v*; rm -rf gone                | UNKNOWN the directory that it runs in is only known to the build
            find . -perm 777 -delete          | UNKNOWN its find has -perm
            git rm gone                       | UNKNOWN it runs behind git, which is not followed
            """)
    void isLookedFor(String script, String expected) {
        assertThat(Assessed.script(TREE, script)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            rm gone || true
            if x; then rm gone; fi
            """)
    void afterAFailureTheBuildMayGoOn(String script) {
        assertThat(Assessed.script(TREE, script)).doesNotStartWith("BROKEN");
    }
}
