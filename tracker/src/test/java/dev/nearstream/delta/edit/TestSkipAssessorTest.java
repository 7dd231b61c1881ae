package dev.nearstream.delta.edit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TestSkipAssessorTest {
    private static final MemoryWorkspace TREE =
            new MemoryWorkspace().file("tests/test_a.py", "def test_one():\n    pass\n");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pytest --deselect tests/test_a.py::test_one          | NEEDED tests/test_a.py still has test_one
            pytest --deselect=tests/test_a.py::test_one[x-1]     | NEEDED tests/test_a.py still has test_one
            pytest --deselect tests/test_a.py                    | NEEDED tests/test_a.py still has tests
            pytest --deselect tests/test_b.py::test_one          | DROPPABLE upstream has no tests/test_b.py
            pytest --deselect tests/test_a.py::T::test_two       | UNKNOWN tests/test_a.py does not name test_two, which may be inherited or made by the build
            mvn package -DskipTests                              | UNKNOWN it names no test file: whether its tests would pass shows only in a build
            """)
    void isLookedForWhereItNamesAFile(String script, String expected) {
        assertThat(Assessed.script(TREE, script)).isEqualTo(expected);
    }
}
