package dev.nearstream.delta.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.MemoryFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files of the package's, put over upstream's, come to. */
final class OverlayAssessorTest {
    private static final MemoryFiles FILES = new MemoryFiles()
            .with("pkg/Makefile", "a\nb\nc\n")
            .with("pkg/other", "a\nX\nc\nd\n")
            .with("pkg/conf/z", "z\n");

    private static final MemoryWorkspace TREE = new MemoryWorkspace()
            .file("src/Makefile", "a\nb\nc\n")
            .file("src/z", "z\n")
            .link("src/link", "Makefile");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cp Makefile src/                      | DROPPABLE upstream's src/Makefile is the same, byte for byte
            cp -f Makefile src                    | DROPPABLE upstream's src/Makefile is the same, byte for byte
            cd src && cp ../Makefile Makefile     | DROPPABLE upstream's src/Makefile is the same, byte for byte
            cat conf/z > src/z                    | DROPPABLE upstream's src/z is the same, byte for byte
            cp other src/Makefile                 | NEEDED differs from upstream's src/Makefile by 2 lines
            cp other src/                         | NEEDED adds src/other, which upstream does not have
            mv Makefile src/                      | UNKNOWN upstream's src/Makefile is the same, byte for byte, but mv may change its mode
            install -Dm755 Makefile src/Makefile  | UNKNOWN upstream's src/Makefile is the same, byte for byte, but install may change its mode
            make; cp Makefile src/                | UNKNOWN upstream's src/Makefile is the same, byte for byte, but make may have changed it before
            sed -i s/b/B/ src/Makefile; cp Makefile src/ | NEEDED differs from upstream's src/Makefile by 1 line
            cp Makefile src/link                  | UNKNOWN upstream's src/link is no plain file
            cp Makefile $x/                       | UNKNOWN where it puts the file is only known to the build
            cat conf/z >> src/z                   | UNKNOWN where it puts the file is only known to the build
            cp -r conf src/                       | UNKNOWN conf is no single file of the package's
            """)
    void isComparedWithUpstreams(String script, String expected) {
        assertThat(Assessed.script(FILES, TREE, script)).isEqualTo(expected);
    }
}
