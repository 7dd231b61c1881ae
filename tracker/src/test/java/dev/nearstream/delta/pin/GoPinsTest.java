package dev.nearstream.delta.pin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoPinsTest {
    private static final String MOD = """
            module example.org/tool

            go 1.24

            require golang.org/x/net v0.39.0
            require (
            	golang.org/x/text v0.20.0 // indirect
            	github.com/docker/docker v28.1.0+incompatible
            	"example.org/quoted" v1.2.3
            )
            """;

    private static Pins go(String mod) {
        return new Pins().file("go.mod", mod).file("go.sum", "golang.org/x/old v1.0.0/go.mod h1:abc=\n");
    }

    @Test
    void aRequirementAtOrAboveThePinReachesIt() {
        assertThat(go(MOD).bump("golang.org/x/net@v0.38.0"))
                .isEqualTo("DROPPABLE: go.mod:5 asks for golang.org/x/net v0.39.0, the pin is v0.38.0");
        assertThat(go(MOD).bump("golang.org/x/net@v0.39.0")).startsWith("DROPPABLE");
        assertThat(go(MOD).bump("golang.org/x/text@v0.3.8")).startsWith("DROPPABLE: go.mod:7 ");
        assertThat(go(MOD).bump("example.org/quoted@v1.2.3")).startsWith("DROPPABLE: go.mod:9 ");
    }

    @Test
    void aRequirementBelowThePinNeedsIt() {
        assertThat(go(MOD).bump("golang.org/x/net@v0.40.0"))
                .isEqualTo("NEEDED: go.mod:5 asks for golang.org/x/net v0.39.0, below the pin v0.40.0");
    }

    @Test
    void theEvidenceNamesEveryPlace() {
        Pins pins = go(MOD).file("cmd/go.mod", "module example.org/cmd\nrequire golang.org/x/net v0.41.0\n");
        Assessment assessment = pins.assessments("""
                  - uses: bump
                    with:
                      deps: golang.org/x/net@v0.38.0
                      modroot: |-
                        .
                        cmd
                """).get(0);
        assertThat(assessment.evidence())
                .containsExactly(new Evidence(
                        Evidence.Kind.SUPERSEDED,
                        null,
                        null,
                        null,
                        null,
                        "go.mod:5 asks for golang.org/x/net v0.39.0; cmd/go.mod:2 asks for golang.org/x/net v0.41.0; "
                                + "the pin is v0.38.0"));
    }

    @Test
    void theReasonNamesEveryPlaceThatDecides() {
        Pins pins = go(MOD).file("cmd/go.mod", "module example.org/cmd\nrequire golang.org/x/net v0.39.0\n")
                .file("high/go.mod", "module example.org/high\nrequire golang.org/x/net v0.50.0\n")
                .file("low/go.mod", "module example.org/low\nrequire golang.org/x/net v0.1.0\n");
        assertThat(inAll(pins, "golang.org/x/net@v0.40.0"))
                .isEqualTo("go.mod:5 and cmd/go.mod:2 ask for golang.org/x/net v0.39.0; low/go.mod:2 asks for"
                        + " golang.org/x/net v0.1.0, below the pin v0.40.0");
        assertThat(inAll(pins, "golang.org/x/net@v0.1.0"))
                .isEqualTo(
                        "go.mod:5 and cmd/go.mod:2 ask for golang.org/x/net v0.39.0; high/go.mod:2 asks for"
                                + " golang.org/x/net v0.50.0; low/go.mod:2 asks for golang.org/x/net v0.1.0, the pin is v0.1.0");
        assertThat(inAll(pins, "golang.org/x/exp@v1.0.0"))
                .isEqualTo("cmd/go.mod does not ask for golang.org/x/exp, and there is no cmd/go.sum;"
                        + " 2 more directories are in doubt");
    }

    private static String inAll(Pins pins, String pin) {
        return pins.assessments("""
                  - uses: bump
                    with:
                      deps: %s
                      modroot: |-
                        .
                        cmd
                        high
                        low
                """.formatted(pin)).get(0).reason();
    }

    @Test
    void everyModuleRootMustHaveReachedIt() {
        Pins pins = go(MOD).file("cmd/go.mod", "module example.org/cmd\nrequire golang.org/x/net v0.37.0\n");
        assertThat(pins.bump("golang.org/x/net@v0.38.0", ". cmd")).startsWith("NEEDED: cmd/go.mod:2 ");
        assertThat(go(MOD).bump("golang.org/x/net@v0.38.0", ". cmd"))
                .isEqualTo("UNKNOWN: there is no manifest that is read in cmd");
    }

    @Test
    void anotherMajorVersionIsAnotherLine() {
        assertThat(go(MOD).bump("github.com/docker/docker@v28.0.0+incompatible"))
                .startsWith("DROPPABLE");
        assertThat(go(MOD).bump("github.com/docker/docker@v28.0.0")).startsWith("DROPPABLE");
        assertThat(go(MOD).bump("github.com/docker/docker@v27.5.1+incompatible"))
                .startsWith("UNKNOWN: go.mod:8 ")
                .endsWith("on another maintenance line (28, not 27)");
    }

    @Test
    void pseudoVersionsCompareAsGoDoes() {
        String mod = "module m\nrequire example.org/a v0.0.0-20240202000000-abcdefabcdef\n";
        assertThat(go(mod).bump("example.org/a@v0.0.0-20240101000000-ffffffffffff"))
                .startsWith("DROPPABLE");
        assertThat(go(mod).bump("example.org/a@v0.0.0-20240303000000-000000000000"))
                .startsWith("NEEDED");
        assertThat(go(mod).bump("example.org/a@v0.0.1")).startsWith("NEEDED");
        assertThat(go(mod).bump("example.org/a@main")).startsWith("UNKNOWN").endsWith("main cannot be compared");
    }

    @Test
    void aReplaceTakesTheRequirementsPlace() {
        String low = MOD + "replace golang.org/x/net => golang.org/x/net v0.30.0\n";
        assertThat(go(low).bump("golang.org/x/net@v0.38.0")).startsWith("NEEDED: go.mod:11 ");
        String high = MOD + "replace golang.org/x/text => golang.org/x/text v0.40.0\n";
        assertThat(go(high).bump("golang.org/x/text@v0.30.0")).startsWith("DROPPABLE: go.mod:11 ");
        String fork = MOD + "replace golang.org/x/net => github.com/fork/net v0.50.0\n";
        assertThat(go(fork).bump("golang.org/x/net@v0.38.0"))
                .isEqualTo("UNKNOWN: go.mod:11 replaces golang.org/x/net with github.com/fork/net");
        String local = MOD + "replace golang.org/x/net => ./net\n";
        assertThat(go(local).bump("golang.org/x/net@v0.38.0")).startsWith("UNKNOWN: go.mod:11 ");
    }

    @Test
    void aReplaceForOneVersionLeavesTheRequirementStanding() {
        String one = MOD + "replace golang.org/x/net v0.39.0 => golang.org/x/net v0.39.1\n";
        assertThat(go(one).bump("golang.org/x/net@v0.38.0")).contains("DROPPABLE: go.mod:11 ", "; go.mod:5 ");
        String low = MOD + "replace golang.org/x/net v0.39.0 => golang.org/x/net v0.1.0\n";
        assertThat(go(low).bump("golang.org/x/net@v0.38.0")).startsWith("NEEDED: go.mod:11 ");
    }

    @Test
    void anExcludedRequirementTellsNothing() {
        assertThat(go(MOD + "exclude golang.org/x/net v0.39.0\n").bump("golang.org/x/net@v0.38.0"))
                .startsWith("UNKNOWN: go.mod:5 ")
                .endsWith("which is excluded");
    }

    @Test
    void theWorkspaceAroundCounts() {
        Pins pins = new Pins()
                .file("src/go.work", "go 1.24\nuse (\n\t.\n\t./staging/api\n)\n")
                .file("src/go.mod", "module m\nrequire golang.org/x/net v0.39.0\n");
        pins.file("src/staging/api/go.mod", "module api\nrequire golang.org/x/net v0.37.0\n");
        assertThat(pins.bump("golang.org/x/net@v0.38.0", "src")).startsWith("NEEDED: src/staging/api/go.mod:2 ");
        pins = new Pins()
                .file("go.work", "use ./a\nreplace golang.org/x/net => golang.org/x/net v0.1.0\n")
                .file("a/go.mod", "module m\nrequire golang.org/x/net v0.39.0\n");
        assertThat(pins.bump("golang.org/x/net@v0.38.0", "a")).startsWith("NEEDED: go.work:2 ");
    }

    @Test
    void aModuleThatOnlyAnotherOfTheWorkspaceAsksForIsNotReachedHere() {
        Pins pins = new Pins()
                .file("go.work", "use (\n\t.\n\t./tools\n)\n")
                .file("go.mod", "module m\nrequire golang.org/x/net v0.39.0\n")
                .file("tools/go.mod", "module tools\n")
                .file("tools/go.sum", "golang.org/x/net v0.1.0/go.mod h1:abc=\n");
        assertThat(pins.bump("golang.org/x/net@v0.38.0", "tools")).startsWith("UNKNOWN: tools/go.sum:1 ");
        assertThat(pins.bump("golang.org/x/net@v0.40.0", "tools")).startsWith("NEEDED: go.mod:2 ");
    }

    @Test
    void anotherModulesReplaceDoesNotTakeTheRequirementsPlaceHere() {
        Pins pins = new Pins()
                .file("go.work", "use (\n\t.\n\t./tools\n)\n")
                .file("go.mod", "module m\nrequire golang.org/x/net v0.37.0\n")
                .file("tools/go.mod", "module tools\nreplace golang.org/x/net => golang.org/x/net v0.50.0\n");
        assertThat(pins.bump("golang.org/x/net@v0.38.0")).startsWith("NEEDED: go.mod:2 ");
        pins = new Pins()
                .file("go.work", "use .\nreplace golang.org/x/net => golang.org/x/net v0.50.0\n")
                .file("go.mod", "module m\nrequire golang.org/x/net v0.37.0\n");
        assertThat(pins.bump("golang.org/x/net@v0.38.0")).startsWith("NEEDED: go.mod:2 ");
        pins = new Pins()
                .file("go.work", "use (\n\t.\n\t./gone\n)\n")
                .file("go.mod", "module m\nrequire golang.org/x/net v0.39.0\n");
        assertThat(pins.bump("golang.org/x/net@v0.38.0"))
                .isEqualTo("UNKNOWN: go.work:1:1: its module ./gone is not there");
    }

    @Test
    void aReplaceForOneVersionAloneAsksForNothing() {
        String mod = "module m\nrequire a.org/b v1.0.0\nreplace golang.org/x/old v1.0.0 => golang.org/x/old v1.5.0\n";
        assertThat(go(mod).bump("golang.org/x/old@v1.2.0"))
                .isEqualTo("UNKNOWN: go.sum:1 knows golang.org/x/old, which go.mod does not ask for");
        String all = "module m\nreplace golang.org/x/old => golang.org/x/old v1.5.0\n";
        assertThat(go(all).bump("golang.org/x/old@v1.2.0")).startsWith("DROPPABLE: go.mod:2 ");
    }

    @Test
    void vendoredCopiesCount() {
        assertThat(vendored("# golang.org/x/net v0.39.0\n## explicit; go 1.23\ngolang.org/x/net/html\n"))
                .startsWith("DROPPABLE: go.mod:5 ");
        assertThat(vendored("# golang.org/x/net v0.37.0\n")).startsWith("NEEDED: vendor/modules.txt:1 ");
        assertThat(vendored("# golang.org/x/net v0.39.0 => golang.org/x/net v0.37.0\n"))
                .startsWith("NEEDED: vendor/modules.txt:1 ");
        assertThat(vendored("# golang.org/x/net v0.39.0 => ./net\n")).startsWith("UNKNOWN: vendor/modules.txt:1 ");
        assertThat(vendored("# a.org/b v1.0.0\n")).startsWith("DROPPABLE");
    }

    private static String vendored(String modules) {
        return go(MOD).file("vendor/modules.txt", modules).bump("golang.org/x/net@v0.38.0");
    }

    @Test
    void aForkIsNeverOvertaken() {
        Pins pins = go(MOD);
        assertThat(pins.one("""
                  - uses: bump
                    with:
                      replaces: golang.org/x/net=github.com/fork/net@v0.1.0
                """)).startsWith("UNKNOWN").contains("replaced by github.com/fork/net");
    }

    @Test
    void aReplaceWithTheSameModuleIsComparedWithUpstreams() {
        String replaces = """
                  - uses: bump
                    with:
                      replaces: golang.org/x/net=golang.org/x/net@%s
                """;
        String upstream = MOD + "replace golang.org/x/net => golang.org/x/net v0.38.0\n";
        assertThat(go(upstream).one(replaces.formatted("v0.38.0"))).startsWith("DROPPABLE: go.mod:11 ");
        assertThat(go(MOD).one(replaces.formatted("v0.39.0"))).startsWith("DROPPABLE: go.mod:5 ");
        assertThat(go(MOD).one(replaces.formatted("v0.40.0"))).startsWith("NEEDED: go.mod:5 ");
        assertThat(go(MOD).one(replaces.formatted("v0.38.0")))
                .startsWith("UNKNOWN: go.mod:5 ")
                .endsWith("it may hold it back on purpose");
    }

    @Test
    void aModuleThatNothingAsksForNeedsNoPin() {
        assertThat(go(MOD).bump("example.org/gone@v1.0.0"))
                .isEqualTo("DROPPABLE: neither go.mod nor go.sum names example.org/gone: "
                        + "the pin adds a dependency that nothing asks for");
        assertThat(go(MOD).bump("golang.org/x/old@v1.0.0"))
                .isEqualTo("UNKNOWN: go.sum:1 knows golang.org/x/old, which go.mod does not ask for");
        assertThat(new Pins().file("go.mod", MOD).bump("example.org/gone@v1.0.0"))
                .isEqualTo("UNKNOWN: go.mod does not ask for example.org/gone, and there is no go.sum");
        assertThat(go(MOD).script("go get example.org/gone@v1.0.0")).startsWith("NEEDED");
    }

    @Test
    void whatAnotherPinOrPatchMayBringInIsNotGone() {
        List<String> both = go(MOD).of("""
                  - uses: bump
                    with:
                      deps: |-
                        golang.org/x/net@v0.40.0
                        example.org/gone@v1.0.0
                """);
        assertThat(both.get(1)).startsWith("UNKNOWN").endsWith("the pin of golang.org/x/net may bring it in");
        List<String> patched =
                go(MOD).own("a.patch", "--- a\n+++ b\n@@ -1 +1 @@\n-a\n+b\n").of("""
                  - uses: patch
                    with:
                      patches: a.patch
                  - uses: bump
                    with:
                      deps: example.org/gone@v1.0.0
                """);
        assertThat(patched.get(0)).startsWith("UNKNOWN").endsWith("another change of the recipe may bring it in");
        List<String> reached = go(MOD).of("""
                  - uses: bump
                    with:
                      deps: |-
                        golang.org/x/net@v0.39.0
                        example.org/gone@v1.0.0
                """);
        assertThat(reached).allMatch(line -> line.startsWith("DROPPABLE"));
    }

    @Test
    void commandsSetPinsWhereTheyRun() {
        Pins pins = new Pins().file("a/go.mod", MOD);
        assertThat(pins.one("  - working-directory: a\n    runs: go get golang.org/x/net@v0.38.0\n"))
                .startsWith("DROPPABLE: a/go.mod:5 ");
        assertThat(go(MOD).script("go mod edit -require=golang.org/x/net@v0.40.0"))
                .startsWith("NEEDED");
        assertThat(go(MOD).script("go mod edit -replace=golang.org/x/net=golang.org/x/net@v0.40.0"))
                .startsWith("NEEDED");
        assertThat(go(MOD).script("go get golang.org/x/net@$NET")).startsWith("UNKNOWN");
        assertThat(go(MOD).script("go mod edit -droprequire=golang.org/x/net"))
                .isEqualTo("UNKNOWN: no single version is told by 'droprequire golang.org/x/net'");
    }

    @Test
    void aFileThatIsNoneIsSaidWithItsPlace() {
        assertThat(go("module m\nrequire (\n\tgolang.org/x/net\n)\n").bump("golang.org/x/net@v0.38.0"))
                .isEqualTo("UNKNOWN: go.mod:3:2: 2 words belong here, not 1");
        assertThat(go("module m\nrequire (\n").bump("a.org/b@v1.0.0")).startsWith("UNKNOWN: go.mod:3:1: ");
        assertThat(go("module m\nfrobnicate x\n").bump("a.org/b@v1.0.0"))
                .isEqualTo("UNKNOWN: go.mod:2:1: unknown directive frobnicate");
        assertThat(go("module m\nreplace a => b => c\n").bump("a.org/b@v1.0.0")).startsWith("UNKNOWN: go.mod:2:1: ");
        assertThat(go(MOD).file("go.sum", "one two\n").bump("a.org/b@v1.0.0")).startsWith("UNKNOWN: go.sum:1:1: ");
        assertThat(go(MOD).bump("example.org/tool@v1.0.0")).startsWith("UNKNOWN: go.mod is the module ");
    }
}
