package dev.nearstream.delta.pin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PythonPinsTest {
    private static final String UV = """
            version = 1

            [[package]]
            name = "app"
            source = { editable = "." }
            dependencies = [
                { name = "urllib3" },
            ]

            [[package]]
            name = "jaraco-context"
            version = "6.1.0"
            source = { registry = "https://pypi.org/simple" }
            sdist = { url = "https://example.org/[x].tar.gz", size = 1 }

            [package.metadata]
            version = "9"

            [[package]]
            name = "urllib3"
            version = "2.6.3"
            source = { registry = "https://pypi.org/simple" }
            """;

    private static Pins python(String file, String text) {
        return new Pins().file(file, text);
    }

    @Test
    void aLockTellsWhatIsBuilt() {
        Pins pins = python("pyproject.toml", "[project]\ndependencies = [\"urllib3>=1\"]\n")
                .file("uv.lock", UV);
        assertThat(pins.bump("urllib3==2.6.2")).startsWith("DROPPABLE: uv.lock:21 asks for urllib3 2.6.3");
        assertThat(pins.bump("urllib3==2.7.0")).startsWith("NEEDED: uv.lock:21 ");
        assertThat(pins.bump("urllib3==1.26.20")).startsWith("UNKNOWN").contains("(2.6, not 1.26)");
        assertThat(pins.bump("Jaraco.Context==6.1.0")).startsWith("DROPPABLE: uv.lock:12 ");
        assertThat(pins.bump("app==1.0")).startsWith("UNKNOWN: uv.lock:3 takes app from editable");
        assertThat(pins.bump("absent==1.0")).isEqualTo("DROPPABLE: uv.lock has no absent");
        assertThat(pins.script("uv add urllib3==2.6.3")).startsWith("DROPPABLE");
        assertThat(pins.script("uv pip install urllib3==2.6.3")).startsWith("UNKNOWN: it is set");
    }

    @Test
    void poetrysLockSaysASourceBelow() {
        Pins pins = python("pyproject.toml", "").file("poetry.lock", """
                [[package]]
                name = "requests"
                version = "2.33.0"
                description = "a [b"
                files = [
                    {file = "x", hash = "y"},
                ]

                [package.dependencies]
                urllib3 = ">=1"

                [package.source]
                type = "git"
                url = "https://example.org/requests.git"

                [[package]]
                name = "idna"
                version = "3.10"

                [package.source]
                type = "legacy"

                [metadata]
                lock-version = "2.1"
                """);
        assertThat(pins.bump("requests==2.33.0")).startsWith("UNKNOWN: poetry.lock:3 takes requests from git");
        assertThat(pins.bump("idna==3.10")).startsWith("DROPPABLE: poetry.lock:18 ");
    }

    @Test
    void exactRequirementsTell() {
        Pins pins = python("requirements.txt", """
                # pinned
                -r other.txt
                urllib3[socks]==2.6.3 ; python_version >= "3.9" \\
                    --hash=sha256:abc
                requests == 2.33.0  # why
                any
                """);
        assertThat(pins.bump("urllib3==2.6.3"))
                .isEqualTo("UNKNOWN: requirements.txt:3 asks for urllib3 ==2.6.3 under a condition");
        assertThat(pins.bump("requests==2.33.0")).startsWith("DROPPABLE: requirements.txt:5 ");
        assertThat(pins.bump("requests==2.33.1")).startsWith("NEEDED: requirements.txt:5 ");
        assertThat(pins.bump("any==1.0")).startsWith("UNKNOWN: requirements.txt:6 asks for any any");
        assertThat(pins.bump("absent==1.0")).startsWith("UNKNOWN: no manifest in . asks for absent");
    }

    @Test
    void aRangeTellsOnlyWhereItsLowerBoundHasReachedThePin() {
        Pins pins = python("pyproject.toml", """
                [project]
                dependencies = [
                  "urllib3>=2.6.3,<2.7",
                  "idna >= 3",
                ]
                [project.optional-dependencies]
                extra = ["certifi~=2026.1.4"]
                [dependency-groups]
                dev = ["pytest==9.0.1", {include-group = "x"}]
                """);
        assertThat(pins.bump("urllib3==2.6.3")).startsWith("DROPPABLE: pyproject.toml:3 ");
        assertThat(pins.bump("idna==3.10"))
                .isEqualTo(
                        "UNKNOWN: pyproject.toml:4 asks for idna >= 3: which version is built, a range does not tell");
        assertThat(pins.bump("certifi==2026.1.4"))
                .isEqualTo("UNKNOWN: pyproject.toml:7 asks for certifi ~=2026.1.4 under a condition");
        assertThat(pins.bump("pytest==9.0.2")).startsWith("NEEDED: pyproject.toml:9 ");
    }

    @Test
    void poetrysAndSetuptoolsRequirements() {
        Pins poetry = python("pyproject.toml", """
                [tool.poetry.dependencies]
                urllib3 = "2.6.3"
                idna = {version = "==3.10", optional = true}
                local = {path = "x"}
                [tool.poetry.group.dev.dependencies]
                pytest = "==9.0.1"
                """);
        assertThat(poetry.bump("urllib3==2.6.3")).startsWith("DROPPABLE: pyproject.toml:2 ");
        assertThat(poetry.bump("idna==3.10"))
                .startsWith("UNKNOWN: pyproject.toml:3 asks for idna ==3.10 under a condition");
        assertThat(poetry.bump("local==3.10")).startsWith("UNKNOWN: pyproject.toml:4 ");
        assertThat(poetry.bump("pytest==9.0.2")).startsWith("NEEDED: pyproject.toml:6 ");
        Pins setup = python("setup.cfg", """
                [metadata]
                name = app
                [options]
                install_requires =
                    urllib3==2.6.3
                    idna
                python_requires = >=3.9
                """);
        assertThat(setup.bump("urllib3==2.6.3")).startsWith("DROPPABLE: setup.cfg:5 ");
        assertThat(setup.bump("idna==3.10")).startsWith("UNKNOWN: setup.cfg:6 ");
    }

    @Test
    void everyManifestMustHaveReachedIt() {
        Pins pins = python("requirements.txt", "urllib3==2.6.3\n").file("requirements-dev.txt", "urllib3==2.6.1\n");
        assertThat(pins.bump("urllib3==2.6.3")).startsWith("NEEDED: requirements-dev.txt:1 ");
    }

    @Test
    void aVendoredListNamesWhatIsThere() {
        String step = """
                  - uses: py/pip-vendor-bump
                    with:
                      vendor-path: %s
                      package: %s
                      version: "==%s"
                """;
        Pins pins = python("src/pip/_vendor/vendor.txt", "urllib3==2.6.3\n    # nested\nmsgpack==1.2.1\n");
        assertThat(pins.one(step.formatted("src/pip/_vendor", "urllib3", "2.6.3")))
                .startsWith("DROPPABLE: src/pip/_vendor/vendor.txt:1 ");
        assertThat(pins.one(step.formatted("src/pip/_vendor", "msgpack", "1.2.2")))
                .startsWith("NEEDED");
        assertThat(pins.one(step.formatted("src/pip/_vendor", "absent", "1.2.2")))
                .startsWith("UNKNOWN");
        assertThat(pins.one(step.formatted("${{targets.contextdir}}/pip/_vendor", "urllib3", "2.6.3")))
                .startsWith("UNKNOWN: it is set outside of the source");
    }

    @Test
    void aManifestThatIsNoneIsSaidWithItsPlace() {
        assertThat(python("pyproject.toml", "[project]\ndependencies = [\n").bump("a==1.0"))
                .startsWith("UNKNOWN: pyproject.toml:3:1: ");
    }

    @Test
    void aManifestThatDoesNotAskForItMayGetAnother() {
        String deps = "[project]\ndependencies = [\"requests\"]\n";
        assertThat(python("requirements.txt", "urllib3==2.6.3\n")
                        .file("pyproject.toml", deps)
                        .bump("urllib3==2.6.3"))
                .startsWith("UNKNOWN")
                .contains("pyproject.toml does not ask for it");
        Pins pins = python("requirements.txt", "urllib3==2.6.3\n");
        assertThat(pins.file("pyproject.toml", "[project]\ndynamic = [\"dependencies\"]\n")
                        .bump("urllib3==2.6.3"))
                .startsWith("DROPPABLE");
        assertThat(pins.file("setup.py", "from setuptools import setup\nsetup()\n")
                        .bump("urllib3==2.6.3"))
                .startsWith("DROPPABLE");
        assertThat(python("requirements.txt", "urllib3==2.6.3\n")
                        .file("setup.py", "setup(install_requires=['urllib3==2.5'])\n")
                        .bump("urllib3==2.6.3"))
                .startsWith("UNKNOWN")
                .contains("setup.py is a program");
        assertThat(pins.file("Pipfile.lock", "{}").bump("urllib3==2.6.3"))
                .startsWith("UNKNOWN")
                .contains("Pipfile.lock lies there too");
    }

    @Test
    void extrasAndSourcesOfTheirOwnTellNothing() {
        assertThat(python("setup.cfg", "[options.extras_require]\nsocks =\n  urllib3==2.6.3\n")
                        .bump("urllib3==2.6.3"))
                .startsWith("UNKNOWN: setup.cfg:3 ");
        assertThat(python("setup.cfg", "[options.extras_require]\nsocks = urllib3==2.6.3\n")
                        .bump("urllib3==2.6.3"))
                .startsWith("UNKNOWN: setup.cfg:2 ");
        String project = "[project]\ndependencies = [\"urllib3==2.6.3\"]\n";
        assertThat(python("pyproject.toml", project).bump("urllib3==2.6.3")).startsWith("DROPPABLE");
        assertThat(python("pyproject.toml", project + "[tool.uv.sources]\nurllib3 = {path = \"x\"}\n")
                        .bump("urllib3==2.6.3"))
                .startsWith("UNKNOWN: pyproject.toml:4 ");
        assertThat(python("pyproject.toml", project + "[tool.uv]\noverride-dependencies = [\"urllib3==2.5\"]\n")
                        .bump("urllib3==2.6.3"))
                .startsWith("NEEDED: pyproject.toml:4 ");
    }

    @Test
    void aListBesideALockMayBeWhatIsInstalled() {
        Pins pins = python("uv.lock", UV).file("pyproject.toml", "").file("requirements.txt", "urllib3==2.5.0\n");
        assertThat(pins.bump("urllib3==2.6.3"))
                .startsWith("UNKNOWN: uv.lock:21 ")
                .contains("but requirements.txt:1 asks for urllib3 2.5.0");
        assertThat(pins.bump("jaraco.context==6.1.0")).startsWith("DROPPABLE");
    }

    @Test
    void pdmsLockSaysASourceInTheEntry() {
        Pins pins = python("pyproject.toml", "")
                .file(
                        "pdm.lock",
                        "[[package]]\nname = \"a\"\nversion = \"1.0\"\ngit = \"https://example.org/a.git\"\n");
        assertThat(pins.bump("a==1.0")).startsWith("UNKNOWN: pdm.lock:3 takes a from git");
    }
}
