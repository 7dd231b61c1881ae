package dev.nearstream.delta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.Delta.Size;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.recipe.RecipeReader;
import dev.nearstream.recipe.RecipeTree;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DeltaFinderTest {
    private static final String PATCH = """
            From: Ann <ann@example.org>
            Subject: [PATCH] Fix the build with gcc 15
            Upstream-Status: Backport [https://example.org/1]

            --- a/x.c
            +++ b/x.c
            @@ -1,2 +1,3 @@
             one
            -two
            +2
            +3
            """;

    @Test
    void patchesOfThePackageAreDeltas() {
        MemoryFiles files = new MemoryFiles()
                .with("pkg/fix.patch", PATCH)
                .with("pkg/CVE-2026-1.patch", PATCH)
                .with("pkg/series", "# why\nfix.patch\n");
        List<Delta> deltas = Recipes.deltas(files, """
                  - uses: patch
                    with:
                      patches: |
                        fix.patch
                        CVE-2026-1.patch
                  - working-directory: sub
                    pipeline:
                      - uses: patch
                        with:
                          patches: ../fix.patch upstream/own.patch
                  - uses: patch
                    with:
                      series: series
                      strip-components: 0
                """);

        assertThat(Recipes.ids(deltas))
                .containsExactly(
                        "patch:fix.patch", "patch:CVE-2026-1.patch", "patch:fix.patch@sub", "patch:fix.patch#2");
        Delta.PatchFile first = (Delta.PatchFile) deltas.get(0);
        assertThat(first.facts().size()).isEqualTo(new Size(1, 2, 1));
        assertThat(first.facts().declaredStatus()).isEqualTo("Backport [https://example.org/1]");
        assertThat(first.facts().purpose()).isEqualTo(Purpose.BUILD);
        assertThat(first.facts().where().line()).isEqualTo(Recipes.HEAD_LINES + 4);
        assertThat(first.path()).isEqualTo("pkg/fix.patch");
        assertThat(first.contentHash()).hasSize(64).isEqualTo(((Delta.PatchFile) deltas.get(1)).contentHash());
        assertThat(deltas.get(1).facts().purpose()).isEqualTo(Purpose.SECURITY);
        assertThat(deltas.get(3).facts().where()).hasToString("pkg/series:2:1");
        assertThat(((Delta.PatchFile) deltas.get(3)).strip()).isZero();
    }

    @Test
    void aPatchThatIsNotThereIsAProblem() {
        MemoryFiles files = new MemoryFiles()
                .with("pkg.yaml", Recipes.HEAD + "  - uses: patch\n    with:\n      patches: gone.patch\n");
        DeltaReport report = Recipes.report(files);
        assertThat(report.packages()).isEmpty();
        assertThat(report.problems().stream().map(RecipeProblem::toString))
                .containsExactly("pkg.yaml:8:16: the patch file pkg/gone.patch is not there; add it, or take it out of"
                        + " the step");
    }

    @Test
    void checkoutsGivePicksAndSnapshots() {
        List<Delta> deltas = Recipes.deltas(new MemoryFiles(), """
                  - uses: git-checkout
                    with:
                      repository: https://example.org/lib.git
                      branch: release/2.0
                      expected-commit: 0123456789abcdef0123456789abcdef01234567
                      cherry-picks: |
                        main/fedcba9876543210fedcba9876543210fedcba98: CVE-2026-2: overflow
                  - uses: git-checkout
                    with:
                      repository: https://example.org/data
                      destination: data
                """);
        assertThat(Recipes.ids(deltas)).containsExactly("snapshot:lib", "cherry-pick:fedcba987654");
        assertThat(deltas.get(1).facts().purpose()).isEqualTo(Purpose.SECURITY);
        assertThat(deltas.get(1).facts().where().line()).isEqualTo(Recipes.HEAD_LINES + 7);
    }

    @Test
    void everyPinOfABumpIsOne() {
        List<Delta> deltas = Recipes.deltas(
                new MemoryFiles()
                        .with(
                                "pkg/properties.yaml",
                                "properties:\n  - property: netty.version\n    value: \"4.1.94\"\n"),
                """
                  - uses: bump
                    with:
                      deps: |-
                        # GHSA-aaaa-bbbb-cccc
                        golang.org/x/net@v0.55.0
                        io.netty@netty-handler@4.2.15.Final@test # why
                        urllib3==2.7.0, tokio@1.50.0=1.52.3
                      replaces: k8s.io/a=k8s.io/a@v0.32.10
                      properties: properties.yaml
                      modroot: cmd
                """);
        assertThat(Recipes.ids(deltas))
                .containsExactly(
                        "dependency-bump:golang.org/x/net",
                        "dependency-bump:io.netty@netty-handler",
                        "dependency-bump:urllib3",
                        "dependency-bump:tokio@1.50.0",
                        "dependency-bump:k8s.io/a",
                        "dependency-bump:netty.version");
        assertThat(deltas.stream().map(delta -> ((Delta.DependencyBump) delta).text()))
                .contains("io.netty@netty-handler@4.2.15.Final@test", "netty.version=4.1.94");
        assertThat(deltas.get(0).facts().purpose()).isEqualTo(Purpose.SECURITY);
        assertThat(deltas.get(0).facts().where().line()).isEqualTo(Recipes.HEAD_LINES + 5);
        assertThat(deltas.get(1).facts().purpose()).isEqualTo(Purpose.DEPENDENCY);
    }

    @Test
    void aBumpWithNothingGivenTakesTheFirstFileThatIsThere() {
        MemoryFiles files = new MemoryFiles()
                .with("pkg/deps.yaml", "packages:\n  - name: rand@0.8.5\n    version: 0.8.6 # CVE-2026-3\n")
                .with("pkg/pombump-deps.yaml", "patches:\n  - groupId: a\n    artifactId: b\n    version: 1\n")
                .with("pkg/pombump-properties.yaml", "properties:\n  - property: p\n    value: 1\n");
        assertThat(Recipes.ids(Recipes.deltas(files, "  - uses: bump\n")))
                .containsExactly("dependency-bump:rand@0.8.5", "dependency-bump:p");
        List<Delta> java = Recipes.deltas(files, "  - uses: bump\n    with:\n      language: java\n");
        assertThat(Recipes.ids(java)).containsExactly("dependency-bump:a@b", "dependency-bump:p");
        assertThat(java.get(0).facts().where()).hasToString("pkg/pombump-deps.yaml:2:1");
    }

    @Test
    void theDistributionsPipelinesAreLookedInto() {
        MemoryFiles files = new MemoryFiles()
                .with(
                        "pipelines/ruby/unlock.yaml",
                        "pipeline:\n  - runs: |\n      true\n      sed -i s/a/b/ x.gemspec\n")
                .with("pipelines/quiet.yaml", "pipeline:\n  - runs: |\n      sed -n p x\n")
                .with("pipelines/sed.yaml", "pipeline:\n  - runs: |\n      sed -i s/a/b/ ${{inputs.path}}\n");
        List<Delta> deltas = Recipes.deltas(files, """
                  - uses: quiet
                  - uses: ruby/unlock
                  - uses: sed
                    with:
                      path: a.c b.c
                      pattern: x
                      replacement: y
                  - uses: sed
                    with:
                      path: ${{targets.destdir}}/etc/x
                """);
        assertThat(deltas.stream()
                        .map(delta -> delta.facts().id() + " at "
                                + delta.facts().where().line()))
                .containsExactly(
                        "inline-edit:x.gemspec at " + (Recipes.HEAD_LINES + 2),
                        "inline-edit:a.c at " + (Recipes.HEAD_LINES + 3));
        assertThat(deltas.get(1).facts().size().files()).isEqualTo(2);
    }

    @Test
    void flagsInTheEnvironmentCountOnce() {
        MemoryFiles files = new MemoryFiles().with("pkg.yaml", """
                        package:
                          name: pkg
                          version: 1
                          epoch: 0
                        environment:
                          environment:
                            CFLAGS: -std=gnu17
                            CGO_ENABLED: 0
                        data:
                          - name: py
                            items:
                              "3.12": a
                              "3.13": b
                        pipeline:
                          - environment:
                              LDFLAGS: -lm
                            pipeline:
                              - runs: make
                        subpackages:
                          - range: py
                            name: py${{range.key}}-pkg
                            pipeline:
                              - runs: sed -i s/a/b/ setup.py
                            test:
                              pipeline:
                                - runs: sed -i s/a/b/ test.py
                        """);
        DeltaReport report = Recipes.report(files);
        assertThat(Recipes.ids(report.packages().get(0).deltas()))
                .containsExactly("build-flag:CFLAGS", "build-flag:LDFLAGS", "inline-edit:setup.py");
    }

    @Test
    void filesThatNoStepUsesAreProblems() {
        MemoryFiles files = new MemoryFiles()
                .with("pkg/used.patch", PATCH)
                .with("pkg/named.diff", PATCH)
                .with("pkg/dead.patch", PATCH)
                .with("pkg/more/glob.patch", PATCH)
                .with("gone/old.patch", PATCH)
                .with("base/linked.patch", PATCH)
                .withLink("other", "base")
                .with(
                        "other.yaml",
                        Recipes.HEAD.replace("name: pkg", "name: other")
                                + "  - uses: patch\n    with:\n      patches: linked.patch\n")
                .with("pkg.yaml", Recipes.HEAD + """
                                  - uses: patch
                                    with:
                                      patches: used.patch
                                  - runs: |
                                      patch -p1 < named.diff
                                      cd more && git am *.patch
                                """);
        DeltaReport report = Recipes.report(files);
        assertThat(report.recipes()).isEqualTo(2);
        assertThat(report.problems().stream().map(problem -> problem.at().file()))
                .containsExactly("gone/old.patch", "pkg/dead.patch");
        assertThat(report.problems()).allMatch(problem -> problem.message().startsWith("unused-file"));
        RecipeDeltas pkg = report.packages().stream()
                .filter(one -> one.recipe().file().equals("pkg.yaml"))
                .findFirst()
                .orElseThrow();
        assertThat(pkg.unused()).containsExactly("pkg/dead.patch");
        assertThat(pkg.deltas().get(1).facts().size()).isEqualTo(new Size(1, 2, 1));
    }

    /** It is a mistake that it is named so, and said of the step; the file is not to be deleted for that. */
    @Test
    void aPatchThatAStepOfAnotherPackageNamesIsNotUnused() throws IOException {
        MemoryFiles files = new MemoryFiles()
                .with("other/x.patch", PATCH)
                .with("other.yaml", Recipes.HEAD.replace("name: pkg", "name: other"));
        files.with("pkg.yaml", Recipes.HEAD + """
                  - uses: patch
                    with:
                      patches: ../other/x.patch
                """);
        assertThat(Recipes.report(files).problems())
                .extracting(RecipeProblem::message)
                .containsExactly("the patch ../other/x.patch lies outside of the workspace;"
                        + " name one of the package's directory");
    }

    @Test
    void patchFilesOfRecipesThatWereNotReadAreNotJudged() throws IOException {
        MemoryFiles files = new MemoryFiles()
                .with("a/dead.patch", PATCH)
                .with("a.yaml", Recipes.HEAD)
                .with("b/x.patch", PATCH)
                .with("b.yaml", Recipes.HEAD.replace("name: pkg", "name: b"))
                .with("gone/x.patch", PATCH)
                .with("broken/x.patch", PATCH)
                .with("broken.yaml", "package: [");
        RecipeTree some = new RecipeReader(files).read("a"::equals, 1);
        assertThat(new DeltaFinder(files).report(some, 1).problems())
                .extracting(problem -> problem.at().file())
                .containsExactly("a/dead.patch");
        assertThat(Recipes.report(files).problems())
                .extracting(problem -> problem.at().file())
                .containsExactly("a/dead.patch", "b/x.patch", "broken.yaml", "gone/x.patch");
    }

    /** What our own code cannot do with one recipe is that recipe's problem. */
    @Test
    void oneRecipeNeverEndsTheSearchInTheOthers() throws IOException {
        String patched = "pipeline:\n  - uses: patch\n    with: {patches: x.patch}\n";
        MemoryFiles memory = new MemoryFiles()
                .with("bad.yaml", "package: {name: bad, version: '1', epoch: 0}\n" + patched)
                .with("bad/x.patch", PATCH)
                .with("good.yaml", "package: {name: good, version: '1', epoch: 0}\n" + patched)
                .with("good/x.patch", PATCH);
        RecipeFiles files = new RecipeFiles() {
            @Override
            public String location() {
                return memory.location();
            }

            @Override
            public List<Entry> list(String directory) throws IOException {
                return memory.list(directory);
            }

            @Override
            public Optional<byte[]> read(String path, int limit) throws IOException {
                if (path.equals("bad/x.patch")) {
                    throw new IllegalStateException("out of bounds");
                }
                return memory.read(path, limit);
            }
        };
        DeltaReport report = new DeltaFinder(files).report(new RecipeReader(files).read(name -> true, 2), 2);

        assertThat(report.recipes()).isEqualTo(2);
        assertThat(report.all()).extracting(of -> of.recipe().name().value()).containsExactly("good");
        assertThat(report.failed())
                .singleElement()
                .hasToString("bad.yaml:1:1: the search for its changes failed on it, which is a bug; please report it:"
                        + " java.lang.IllegalStateException: out of bounds");
        assertThat(report.problems()).containsAll(report.failed());
    }
}
