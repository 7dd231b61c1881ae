package dev.nearstream.delta.pin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DependencyChangesTest {

    static Stream<Arguments> manifests() {
        return Stream.of(
                Arguments.of(
                        "go.mod",
                        """
                        module a.example/b
                        go 1.24
                        require (
                          c.example/changed v1.0.0
                          c.example/gone v1.0.0
                          c.example/indirect v1.0.0 // indirect
                        )
                        """,
                        """
                        module a.example/b
                        go 1.25
                        require (
                          c.example/changed v1.1.0
                          c.example/new v0.1.0
                          c.example/indirect v1.2.0 // indirect
                        )
                        replace c.example/new => d.example/fork v0.2.0
                        """,
                        List.of(
                                "c.example/changed v1.0.0 v1.1.0",
                                "c.example/gone v1.0.0 null",
                                "c.example/new null v0.1.0",
                                "c.example/new (replaced) null d.example/fork v0.2.0",
                                "go 1.24 1.25")),
                Arguments.of(
                        "Cargo.toml",
                        """
                        [package]
                        rust-version = "1.80"
                        [dependencies]
                        same = "1"
                        table = { version = "1.2", features = ["x"] }
                        [dev-dependencies]
                        tests = "1"
                        """,
                        """
                        [package]
                        rust-version = "1.85"
                        [dependencies]
                        same = "1"
                        table = { version = "1.3" }
                        inherited = { workspace = true }
                        [target.'cfg(unix)'.dependencies]
                        unix = { git = "https://x.example", tag = "v3" }
                        [workspace.dependencies]
                        inherited = "4"
                        [dev-dependencies]
                        tests = "2"
                        """,
                        List.of("inherited null 4", "rust-version 1.80 1.85", "table 1.2 1.3", "unix null tag v3")),
                Arguments.of("package.json", """
                        {"dependencies": {"a": "^1.0.0", "b": "2"}, "devDependencies": {"t": "1"}}
                        """, """
                        {"dependencies": {"a": "^1.1.0"}, "devDependencies": {"t": "2"}, "engines": {"node": ">=22"}}
                        """, List.of("a ^1.0.0 ^1.1.0", "b 2 null", "node null >=22")),
                Arguments.of(
                        "pyproject.toml",
                        "[project]\ndependencies = ['requests>=2', 'six']\n",
                        "[project]\ndependencies = ['requests>=2.32']\n",
                        List.of("requests >=2 >=2.32", "six  null")),
                Arguments.of("requirements.txt", "flask==3.0.0\n", "Flask==3.1.0\n", List.of("flask ==3.0.0 ==3.1.0")),
                Arguments.of("a.gemspec", """
                        Gem::Specification.new do |s|
                          s.add_dependency "rack", ">= 2", "< 3"
                          s.add_development_dependency "rspec", "1"
                        end
                        """, """
                        Gem::Specification.new do |s|
                          s.add_runtime_dependency("rack", [">= 3"])
                          s.add_development_dependency "rspec", "2"
                        end
                        """, List.of("rack >= 2, < 3 >= 3")),
                Arguments.of("pom.xml", pom("2.15.0"), pom("2.18.8"), List.of("g:a 2.15.0 2.18.8")));
    }

    private static String pom(String version) {
        return """
                <project><properties><a.version>%s</a.version></properties>
                <dependencies>
                <dependency><groupId>g</groupId><artifactId>a</artifactId><version>${a.version}</version></dependency>
                <dependency><groupId>g</groupId><artifactId>b</artifactId><version>1</version></dependency>
                </dependencies></project>
                """.formatted(version);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manifests")
    void whatItAsksForItself(String file, String before, String after, List<String> changes) {
        assertThat(lines(between(file, before, after))).isEqualTo(changes);
    }

    @Test
    void aManifestThatIsNewAsksForAllOfIt() {
        assertThat(lines(DependencyChanges.between(
                        new TextWorkspace(), new TextWorkspace().file("Gemfile", "gem 'rake'\n"), "")))
                .containsExactly("rake null ");
    }

    @Test
    void onlyTheProjectsDirectory() {
        assertThat(lines(DependencyChanges.between(
                        new TextWorkspace().file("a/Gemfile", "gem 'rake', '1'").file("Gemfile", "gem 'rake', '1'"),
                        new TextWorkspace().file("a/Gemfile", "gem 'rake', '2'").file("Gemfile", "gem 'rake', '3'"),
                        "a")))
                .containsExactly("rake 1 2");
    }

    @Test
    void whatCannotBeReadSaysSo() {
        DependencyChanges changes = between("package.json", "{}", "{\"dependencies\": ");
        assertThat(changes.changes()).isEmpty();
        assertThat(changes.problems()).singleElement().asString().startsWith("package.json:1:");
        assertThat(DependencyChanges.between(
                                new TextWorkspace().file("go.mod", "module a\n"),
                                new TextWorkspace().missing("go.mod"),
                                "")
                        .problems())
                .containsExactly("go.mod: its object is missing");
    }

    private static DependencyChanges between(String file, String before, String after) {
        return DependencyChanges.between(
                new TextWorkspace().file(file, before), new TextWorkspace().file(file, after), "");
    }

    private static List<String> lines(DependencyChanges changes) {
        assertThat(changes.problems()).isEmpty();
        return changes.changes().stream()
                .map(change -> change.name() + " " + change.before() + " " + change.after())
                .toList();
    }
}
