package dev.nearstream.delta.pin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requirements of Python's certainly yield the pinned version or a later one of its line. */
class RequirementPinsTest {
    private static Pins python(String file, String text) {
        return new Pins().file(file, text);
    }

    @Test
    void poetrysOperators() {
        assertThat(poetry("\"2.6.3\"")).startsWith("DROPPABLE");
        assertThat(poetry("\"~2.6.3\"")).startsWith("DROPPABLE");
        assertThat(poetry("{version = \"~2.6.3\", extras = [\"socks\"]}")).startsWith("DROPPABLE");
        assertThat(poetry("\"2.6.2\"")).startsWith("NEEDED");
        for (String asked : List.of(
                "\"^2.6.3\"",
                "\"~2\"",
                "\"~2.6\"",
                "\"2.6.*\"",
                "\"*\"",
                "\"~2.6.3 || ~1.26\"",
                "\"~2.6.3||~1.26\"",
                "\">=2.6.3 <2.7\"",
                "{version = \"2.6.3\", git = \"https://example.org/fork.git\"}",
                "{version = \"2.6.3\", source = \"internal\"}",
                "{version = \"2.6.3\", python = \"<3.9\"}",
                "[{version = \"2.6.3\", python = \"<3.9\"}, {version = \"1.26\", python = \">=3.9\"}]")) {
            assertThat(poetry(asked)).startsWith("UNKNOWN");
        }
        assertThat(python("pyproject.toml", "[tool.poetry.group.ci.dependencies]\nurllib3 = \"2.6.3\"\n")
                        .bump("urllib3==2.6.3"))
                .startsWith("UNKNOWN");
    }

    private static String poetry(String asked) {
        return python("pyproject.toml", "[tool.poetry.dependencies]\nurllib3 = " + asked + "\n")
                .bump("urllib3==2.6.3");
    }

    @Test
    void aLineGoesOnBehindABackslash() {
        String hashed = "urllib3==2.6.3 \\\n  --hash=sha256:ab \\\n  --hash=sha256:cd\nidna==3\n";
        assertThat(python("requirements.txt", hashed).bump("urllib3==2.6.3"))
                .startsWith("DROPPABLE: requirements.txt:1 ");
        assertThat(python("requirements.txt", hashed).bump("idna==3")).startsWith("DROPPABLE: requirements.txt:4 ");
        assertThat(python("requirements.txt", "urllib3~=2.6.3, \\\n  <2.0\n").bump("urllib3==2.6.3"))
                .startsWith("UNKNOWN");
        assertThat(python("requirements.txt", "urllib3==2.6.3 \\\n  ; python_version < '3'\n")
                        .bump("urllib3==2.6.3"))
                .startsWith("UNKNOWN");
        assertThat(python("requirements.txt", "urllib3==2.6.3\t# not 2.5\n").bump("urllib3==2.6.3"))
                .startsWith("DROPPABLE");
    }

    @Test
    void severalRequirementsOfOneDistributionMayExcludeEachOther() {
        assertThat(python("requirements.txt", "urllib3==2.6.3\nUrllib3==2.6.4\n")
                        .bump("urllib3==2.6.3"))
                .startsWith("UNKNOWN")
                .endsWith("which may exclude each other");
        assertThat(python("requirements.txt", "urllib3==2.6.3\nurllib3==2.6.3\n")
                        .bump("urllib3==2.6.3"))
                .startsWith("DROPPABLE");
        assertThat(python("requirements.txt", "urllib3==2.6.3\n-e git+https://example.org/f.git#egg=urllib3\n")
                        .bump("urllib3==2.6.3"))
                .startsWith("UNKNOWN: requirements.txt:2 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "==2.6.3",
                "==2.6.9",
                "===2.6.3",
                "~=2.6.3",
                ">=2.6.3,==2.6.*",
                ">=2.6.3,<2.7",
                ">=2.6.3,<2.7.0,!=2.6.5",
                ">=2.6.3,<=2.6.9",
                ">=2.0,>=2.6.4,~=2.6.1,<3",
                ">2.6.3,<2.7",
                "(>=2.6.3,<2.7)",
                "==2.6.3,>=2,<3,!=2.6.4"
            })
    void whatCertainlyYieldsAVersionOfItsLineReachesThePin(String specifier) {
        assertThat(python("requirements.txt", "urllib3" + specifier + "\n").bump("urllib3==2.6.3"))
                .startsWith("DROPPABLE: requirements.txt:1 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">=2.6.3",
                ">=2.6.3,<3",
                ">=2.6.3,<2.8",
                ">=2.6.3,<2.7rc1",
                "~=2.6",
                ">=2.7,==2.6.*",
                ">=2.6.3,==2.5.*",
                ">=2.6.3,<2.6",
                ">=2.6.3,<2.6.3",
                ">=2.6.3,<2.7,<2.6.1",
                ">=2.6.3,~=2.5.1",
                ">=2.6.5,~=2.6.3.1",
                ">=2.6.3,!=2.6.*,<2.7",
                ">=2.6.3,<=2.6.3,!=2.6.3",
                ">2.6.3,<2.6.4",
                "!=2.6.2",
                "<2.7",
                "==2.*",
                "==2.6.3,!=2.6.3",
                "==2.6.3,<2.6",
                "==2.6.3,==2.6.4",
                "==2.6.3,>=2.7",
                "==2.6.3,what",
                "==2.6.3+local",
                "==2.7.0",
                " @ https://example.org/urllib3-2.6.3.whl",
                ""
            })
    void whatMayYieldAnotherOrNoneDoesNot(String specifier) {
        assertThat(python("requirements.txt", "urllib3" + specifier + "\n").bump("urllib3==2.6.3"))
                .startsWith("UNKNOWN: requirements.txt:1 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"constraints.txt", "requirements-dev.txt", "requirements-gpu.txt", "test-requirements.txt"})
    void anotherListDoesNotTellWhatIsBuilt(String list) {
        assertThat(python("setup.py", "").file(list, "urllib3==2.6.3\n").bump("urllib3==2.6.3"))
                .startsWith("UNKNOWN: " + list + ":1 ");
    }
}
