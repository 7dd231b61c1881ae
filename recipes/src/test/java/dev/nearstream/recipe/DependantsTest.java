package dev.nearstream.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DependantsTest {
    private final RecipeFolder folder;

    DependantsTest(@TempDir Path directory) throws IOException {
        folder = new RecipeFolder(directory);
        folder.file("jdk-21.yaml", """
                package:
                  name: jdk-21
                  version: 21.0.1
                  epoch: 0
                data:
                  - name: tools
                    items: {jar: "", jmod: ""}
                subpackages:
                  - name: ${{package.name}}-doc
                  - range: tools
                    name: ${{package.name}}-${{range.key}}
                update:
                  shared: true
                """);
    }

    private void recipe(String name, String rest) throws IOException {
        folder.file(name + ".yaml", "package:\n  name: %s\n  version: 1\n  epoch: 0\n".formatted(name) + rest);
    }

    private List<Dependant> dependants() throws IOException {
        Recipe recipe = folder.read().recipes().stream()
                .filter(one -> one.name().value().equals("jdk-21"))
                .findFirst()
                .orElseThrow();
        return new Dependants(new RecipeDirectory(folder.path(""))).of(recipe);
    }

    @Test
    void whoIsBuiltWithOneOfItsPackages() throws IOException {
        recipe("b", "environment: {contents: {packages: [make, jdk-21>=21.0.0, jdk-21-jmod]}}\n");
        recipe("a", "vars: {jdk: 21}\nenvironment: {contents: {packages: ['jdk-${{vars.jdk}}-doc@local']}}\n");
        assertThat(dependants())
                .containsExactly(
                        new Dependant("a", "a.yaml", true, List.of("jdk-21-doc")),
                        new Dependant("b", "b.yaml", true, List.of("jdk-21", "jdk-21-jmod")));
    }

    @Test
    void whosePackagesNeedOneOfThem() throws IOException {
        recipe("a", "  dependencies: {runtime: [jdk-21~21]}\n");
        recipe("b", "subpackages:\n  - name: b-cli\n    dependencies: {runtime: [jdk-21-jar]}\n");
        assertThat(dependants())
                .containsExactly(
                        new Dependant("a", "a.yaml", false, List.of("jdk-21")),
                        new Dependant("b", "b.yaml", false, List.of("jdk-21-jar")));
    }

    @Test
    void nobodyElse() throws IOException {
        recipe("other", "environment: {contents: {packages: [jdk-21-javadoc, jdk-2, '!jdk-21']}}\n");
        recipe("told", "# jdk-21\nenvironment: {contents: {packages: [make]}}\n");
        recipe("tests", "test: {environment: {contents: {packages: [jdk-21]}}}\n");
        folder.file("broken.yaml", "jdk-21: [");
        assertThat(dependants()).isEmpty();
    }
}
