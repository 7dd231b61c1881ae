package dev.nearstream.delta.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.MemoryFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code uses: sed} comes to. */
final class SedStepAssessorTest {
    private static final MemoryWorkspace TREE =
            new MemoryWorkspace().file("a.mk", "PREFIX = /usr/local\nX = 1\n").file("b.mk", "Y = 2\n");

    private static MemoryFiles guarded() {
        return new MemoryFiles().with("pipelines/sed.yaml", """
                pipeline:
                  - runs: |
                      if ! grep -Eq -- "${{inputs.pattern}}" ${{inputs.path}}; then
                        exit 1
                      fi
                      sed -E -i "s/${{inputs.pattern}}/x/g" ${{inputs.path}}
                """);
    }

    private static String assess(MemoryFiles files, String path, String pattern, String replacement) {
        return Assessed.pipeline(files, TREE, """
                  - uses: sed
                    with:
                      path: "%s"
                      pattern: '%s'
                      replacement: '%s'
                """.formatted(path, pattern, replacement));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            a.mk      # ^PREFIX = .*   # PREFIX = /usr        # NEEDED changes 1 line of a.mk
            *.mk      # [0-9]          # 3                    # NEEDED changes 1 line of a.mk and 1 line of b.mk
            a.mk      # ^GONE          # x                    # BROKEN the step stops the build, since it replaces nothing in a.mk
            a.mk      # ^X = .         # X = 1                # DROPPABLE replaces nothing in a.mk any more
            c.mk      # X              # Y                    # BROKEN the step stops the build: upstream has no c.mk
            a.mk      # v1.2.3         # Y                    # UNKNOWN replaces nothing in a.mk, but its pattern has the packaged version in it
            $x/a.mk   # X              # Y                    # UNKNOWN $x/a.mk is not in upstream's tree
            a.mk      # ${{inputs.z}}  # Y                    # UNKNOWN what it replaces is only known to the build
            """)
    void itStopsWhereItWouldReplaceNothing(String path, String pattern, String replacement, String expected) {
        assertThat(assess(guarded(), path, pattern, replacement)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            a.mk      # ^PREFIX = .*   # PREFIX = /usr        # NEEDED changes 1 line of a.mk
            a.mk      # ^GONE          # x                    # UNKNOWN replaces nothing in a.mk; whether the step stops the build is not known
            """)
    void ofAPipelineThatIsNotThereLessIsKnown(String path, String pattern, String replacement, String expected) {
        assertThat(assess(new MemoryFiles(), path, pattern, replacement)).isEqualTo(expected);
    }
}
