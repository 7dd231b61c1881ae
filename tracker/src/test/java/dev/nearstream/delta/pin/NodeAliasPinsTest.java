package dev.nearstream.delta.pin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Packages that come from elsewhere, or stand in another's place. */
class NodeAliasPinsTest {

    private static Pins node(String file, String text) {
        return new Pins().file("package.json", "{}").file(file, text);
    }

    private static String override(Pins pins, String name, String version) {
        return pins.script("npm pkg set overrides." + name + "=" + version);
    }

    @Test
    void aTarballIsNotTheRegistrysPackage() {
        String entry = """
                {"packages": {"node_modules/a": {
                  "version": "1.0.0", "resolved": "%s"}}}
                """;
        assertThat(override(
                        node("package-lock.json", entry.formatted("https://r.example.org/a/-/a-1.0.0.tgz")),
                        "a",
                        "1.0.0"))
                .startsWith("DROPPABLE");
        for (String other : List.of(
                "https://codeload.example.org/fork/a/tar.gz/0123",
                "https://r.example.org/fork/-/fork-1.0.0.tgz",
                "file:a.tgz",
                "git+https://example.org/a.git")) {
            assertThat(override(node("package-lock.json", entry.formatted(other)), "a", "1.0.0"))
                    .startsWith("UNKNOWN: package-lock.json:2 takes a from ");
            assertThat(override(
                            node("yarn.lock", "a@^1:\n  version \"1.0.0\"\n  resolved \"" + other + "\"\n"),
                            "a",
                            "1.0.0"))
                    .startsWith("UNKNOWN: yarn.lock:2 takes a from ");
        }
    }

    @Test
    void aResolutionMayPutAnotherInItsPlace() {
        String first = "a@^1.0.0, \"a@npm:fork@1.2.0\":\n  version \"1.2.0\"\n";
        assertThat(override(node("yarn.lock", first), "a", "1.2.0"))
                .startsWith("UNKNOWN: yarn.lock:2 takes a from fork");
        String later = "\"a@npm:^1.0.0\":\n  version: 1.2.0\n  resolution: \"%s\"\n";
        assertThat(override(node("yarn.lock", later.formatted("a@npm:1.2.0")), "a", "1.2.0"))
                .startsWith("DROPPABLE");
        for (String other : List.of("fork@npm:1.2.0", "a@patch:a@npm%3A1.2.0#x", "a@https://example.org/a.git#c=0")) {
            assertThat(override(node("yarn.lock", later.formatted(other)), "a", "1.2.0"))
                    .startsWith("UNKNOWN: yarn.lock:2 takes a from ");
        }
        assertThat(override(node("yarn.lock", "\"a@>= 1.0.0, <2\", a@~1.2.0:\n  version \"1.2.0\"\n"), "a", "1.2.0"))
                .startsWith("DROPPABLE");
    }

    @Test
    void pnpmInstallsAnotherUnderItsName() {
        String lock = "lockfileVersion: '9.0'\n%s\npackages:\n\n  fork@1.2.0:\n    resolution: {integrity: x}\n%s";
        assertThat(override(
                        node(
                                "pnpm-lock.yaml",
                                lock.formatted(
                                        "importers:\n  .:\n    dependencies:\n      a:\n"
                                                + "        specifier: npm:fork@1.2.0\n        version: fork@1.2.0",
                                        "")),
                        "a",
                        "1.2.0"))
                .startsWith("UNKNOWN: pnpm-lock.yaml:7 takes a from fork@1.2.0");
        assertThat(override(
                        node(
                                "pnpm-lock.yaml",
                                lock.formatted("", "snapshots:\n  b@1.0.0:\n    dependencies:\n      a: fork@1.2.0\n")),
                        "a",
                        "1.2.0"))
                .startsWith("UNKNOWN");
        assertThat(override(
                        node("pnpm-lock.yaml", lock.formatted("overrides:\n  a: npm:fork@1.2.0", "")), "a", "1.2.0"))
                .startsWith("UNKNOWN");
        assertThat(override(
                        node(
                                "pnpm-lock.yaml",
                                lock.formatted("", "  github.com/b/c/0123:\n    name: a\n    version: 1.2.0\n")),
                        "a",
                        "1.2.0"))
                .startsWith("UNKNOWN");
        assertThat(override(node("pnpm-lock.yaml", lock.formatted("", "  r.example.org/a/1.2.0: {}\n")), "a", "1.2.0"))
                .startsWith("UNKNOWN");
        assertThat(override(node("pnpm-lock.yaml", lock.formatted("", "")), "a", "1.2.0"))
                .isEqualTo("DROPPABLE: pnpm-lock.yaml has no a");
    }
}
