package dev.nearstream.delta.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Delta;
import dev.nearstream.patch.UnreadableFileException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PinAssessorTest {
    private static final String TWO_PINS = """
              - uses: bump
                with:
                  deps: |-
                    golang.org/x/net@v0.38.0
                    golang.org/x/text@v0.38.0
                  modroot: src
            """;

    @Test
    void onlyPinsAreItsBusiness() {
        PinAssessor assessor = new PinAssessor();
        List<Delta> deltas = Pins.deltas("""
                  - uses: bump
                    with:
                      deps: golang.org/x/net@v0.38.0
                  - runs: |
                      go mod edit -dropreplace=golang.org/x/net
                      sed -i s/a/b/ Makefile
                """);
        assertThat(deltas.stream().map(assessor::takes)).containsExactly(true, true, false);
    }

    @Test
    void aManifestIsReadOnceForAllPins() {
        Pins pins = new Pins()
                .file("src/go.mod", "module m\nrequire golang.org/x/net v0.39.0\n")
                .file("src/go.sum", "");
        assertThat(pins.of(TWO_PINS)).hasSize(2);
        assertThat(pins.workspace().reads("src/go.mod")).isEqualTo(1);
        assertThat(pins.workspace().reads("src/go.sum")).isEqualTo(1);
    }

    @Test
    void twoWorkspacesAreKeptApart() {
        PinAssessor assessor = new PinAssessor();
        Delta pin = Pins.deltas(TWO_PINS).get(0);
        TextWorkspace old = new TextWorkspace().file("src/go.mod", "module m\nrequire golang.org/x/net v0.37.0\n");
        TextWorkspace now = new TextWorkspace().file("src/go.mod", "module m\nrequire golang.org/x/net v0.38.0\n");
        assertThat(assessor.assess(pin, old).state()).isEqualTo(Assessment.State.NEEDED);
        assertThat(assessor.assess(pin, now).state()).isEqualTo(Assessment.State.DROPPABLE);
        assertThat(assessor.assess(pin, old).state()).isEqualTo(Assessment.State.NEEDED);
    }

    @Test
    void severalThreadsMayAskAtOnce() throws Exception {
        PinAssessor assessor = new PinAssessor();
        Delta pin = Pins.deltas(TWO_PINS).get(0);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Assessment.State>> states = IntStream.range(0, 200)
                    .mapToObj(number -> threads.submit(() -> assessor.assess(
                                    pin,
                                    new TextWorkspace()
                                            .file(
                                                    "src/go.mod",
                                                    "module m\nrequire golang.org/x/net v0." + (number % 2 + 37)
                                                            + ".0\n"))
                            .state()))
                    .toList();
            for (int number = 0; number < states.size(); number++) {
                assertThat(states.get(number).get())
                        .isEqualTo(number % 2 == 0 ? Assessment.State.NEEDED : Assessment.State.DROPPABLE);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aMissingObjectIsNotTakenForAMissingFile() {
        TextWorkspace workspace = new TextWorkspace().missing("src/go.mod");
        Delta pin = Pins.deltas(TWO_PINS).get(0);
        assertThatThrownBy(() -> new PinAssessor().assess(pin, workspace)).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void whatIsTooLargeNoTextOrALinkIsNotRead() {
        Delta pin = Pins.deltas("  - uses: bump\n    with:\n      language: go\n      deps: golang.org/x/net@v0.38.0\n")
                .get(0);
        PinAssessor assessor = new PinAssessor();
        assertThat(assessor.assess(pin, new TextWorkspace().file("go.mod", new byte[Project.MAX_BYTES + 1]))
                        .reason())
                .startsWith("go.mod:1:1: ");
        assertThat(assessor.assess(pin, new TextWorkspace().file("go.mod", new byte[] {(byte) 0xff}))
                        .reason())
                .isEqualTo("go.mod:1:1: not UTF-8");
        assertThat(assessor.assess(pin, new TextWorkspace().link("go.mod", "/etc/passwd"))
                        .reason())
                .startsWith("go.mod:1:1: a symbolic link");
        byte[] line = "x".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        assertThat(assessor.assess(pin, new TextWorkspace().file("go.mod", line))
                        .reason())
                .startsWith("go.mod:1:1: a line of 20000 characters");
    }

    @Test
    void severalManifestsInOneDirectoryDoNotTellWhoseItIs() {
        Pins pins = new Pins().file("package.json", "{}").file("Cargo.toml", "");
        assertThat(pins.bump("tokio@1.43.1"))
                .isEqualTo("UNKNOWN: whose dependency tokio is, the manifests in . do not tell: [RUST, NODE]");
        assertThat(pins.file("go.mod", "module m\nrequire golang.org/x/net v0.38.0\n")
                        .bump("golang.org/x/net@v0.38.0"))
                .startsWith("DROPPABLE");
        assertThat(new Pins().bump("tokio@1.43.1")).isEqualTo("UNKNOWN: there is no manifest that is read in .");
    }

    @Test
    void aPlaceOutsideOfTheSourceIsNotLookedAt() {
        assertThat(new Pins().bump("golang.org/x/net@v0.38.0", "../confd")).startsWith("UNKNOWN: it is set outside");
        assertThat(new Pins().bump("golang.org/x/net@v0.38.0", "$ROOT")).startsWith("UNKNOWN: it is set outside");
    }

    @Test
    void aManifestOfAnotherKindDoesNotTellThatADependencyIsGone() {
        String lock = "{\"lockfileVersion\": 3, \"packages\": {}}";
        assertThat(new Pins()
                        .file("package.json", "{}")
                        .file("package-lock.json", lock)
                        .bump("tokio@1.43.1"))
                .isEqualTo(
                        "UNKNOWN: only packages of npm's are built in ., and the recipe does not say that tokio is one");
        assertThat(new Pins().file("go.mod", "module m\n").file("go.sum", "").bump("tokio@1.43.1"))
                .isEqualTo("UNKNOWN: go.mod does not ask for tokio, and 1.43.1 is no version of a Go module");
        assertThat(new Pins()
                        .file("uv.lock", "version = 1\n")
                        .file("pyproject.toml", "")
                        .bump("a.org/b@v1.0.0-main"))
                .startsWith("UNKNOWN: the pin v1.0.0-main is no version");
    }
}
