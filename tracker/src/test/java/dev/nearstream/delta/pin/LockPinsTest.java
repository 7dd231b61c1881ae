package dev.nearstream.delta.pin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The lock files of npm, yarn, pnpm and Bundler. */
class LockPinsTest {
    private static final String NPM = """
            {
              "name": "app",
              "lockfileVersion": 3,
              "packages": {
                "": {"dependencies": {"minimatch": "^3.0.0"}},
                "node_modules/@scope/a": {
                  "version": "2.0.1",
                  "resolved": "https://registry.example.org/@scope/a/-/a-2.0.1.tgz"
                },
                "node_modules/minimatch": {
                  "version": "3.1.5"
                },
                "node_modules/b/node_modules/minimatch": {
                  "version": "3.1.4",
                  "dependencies": {"c": "1"}
                },
                "node_modules/alias": {
                  "name": "real",
                  "version": "1.0.0"
                },
                "node_modules/forked": {
                  "version": "1.0.0",
                  "resolved": "git+ssh://git@example.org/forked.git#0123"
                },
                "node_modules/linked": {"resolved": "packages/linked", "link": true}
              },
              "dependencies": {"minimatch": {"version": "0.0.1"}}
            }
            """;

    private static Pins node(String file, String text) {
        return new Pins().file("package.json", "{}").file(file, text);
    }

    private static String override(Pins pins, String name, String version) {
        return pins.script("npm pkg set overrides." + name + "=" + version);
    }

    @Test
    void everyCopyOfAnNpmPackageMustHaveReachedIt() {
        Pins pins = node("package-lock.json", NPM);
        assertThat(override(pins, "minimatch", "3.1.4"))
                .isEqualTo(
                        "DROPPABLE: package-lock.json:11 asks for minimatch 3.1.5; package-lock.json:14 asks for minimatch 3.1.4, the pin is 3.1.4");
        assertThat(override(pins, "minimatch", "3.1.5")).startsWith("NEEDED: package-lock.json:14 ");
        assertThat(override(pins, "minimatch", "3.0.9")).startsWith("UNKNOWN").contains("(3.1, not 3.0)");
        assertThat(override(pins, "@scope/a", "2.0.1")).startsWith("DROPPABLE: package-lock.json:7 ");
        assertThat(override(pins, "real", "1.0.0")).startsWith("DROPPABLE: package-lock.json:19 ");
        assertThat(override(pins, "forked", "1.0.0")).startsWith("UNKNOWN").contains("from git+ssh");
        assertThat(override(pins, "linked", "1.0.0"))
                .isEqualTo("UNKNOWN: package-lock.json:25 takes linked from packages/linked");
        assertThat(override(pins, "alias", "1.0.0")).isEqualTo("UNKNOWN: package-lock.json:19 takes alias from real");
        assertThat(override(pins, "absent", "1.0.0")).isEqualTo("DROPPABLE: package-lock.json has no absent");
    }

    @Test
    void anOldNpmLockNestsDependencies() {
        Pins pins = node("package-lock.json", """
                {"lockfileVersion": 1, "dependencies": {
                  "a": {"version": "1.0.0", "dependencies": {
                    "b": {"version": "2.0.0"}}},
                  "b": {"version": "2.0.5"},
                  "alias": {"version": "npm:real@1.2.3"},
                  "git": {"version": "git+https://example.org/git.git"}}}
                """);
        assertThat(override(pins, "b", "2.0.1")).startsWith("NEEDED: package-lock.json:3 ");
        assertThat(override(pins, "a", "1.0.0")).startsWith("DROPPABLE: package-lock.json:2 ");
        assertThat(override(pins, "real", "1.2.3")).startsWith("DROPPABLE: package-lock.json:5 ");
        assertThat(override(pins, "git", "1.0.0")).startsWith("UNKNOWN");
        assertThat(override(pins, "alias", "1.2.3")).isEqualTo("UNKNOWN: package-lock.json:5 takes alias from real");
    }

    @Test
    void anNpmLockThatIsNoneIsSaidWithItsPlace() {
        assertThat(override(node("package-lock.json", "{\n  \"packages\": {,}}"), "a", "1.0.0"))
                .startsWith("UNKNOWN: package-lock.json:2:");
        assertThat(override(node("package-lock.json", "[]"), "a", "1.0.0"))
                .startsWith("UNKNOWN: package-lock.json:1:1: ");
        assertThat(override(node("package-lock.json", "{\"packages\": {\"node_modules/a\": {"), "a", "1.0.0"))
                .startsWith("UNKNOWN: package-lock.json:1:");
        String deep = "{\"dependencies\": " + "{\"a\": {\"dependencies\": ".repeat(3000);
        assertThat(override(node("package-lock.json", deep), "a", "1.0.0")).startsWith("UNKNOWN: package-lock.json:1:");
    }

    @Test
    void yarnLocksOfBothForms() {
        Pins first = node("yarn.lock", """
                # yarn lockfile v1


                "@scope/a@^1.0.0", "@scope/a@~1.0.1":
                  version "1.0.2"
                  resolved "https://registry.example.org/@scope/a/-/a-1.0.2.tgz"
                  dependencies:
                    version "0.0.1"

                alias@npm:real@^1.0.0:
                  version "1.4.0"

                forked@example/forked:
                  version "1.0.0"
                """);
        assertThat(override(first, "@scope/a", "1.0.2")).startsWith("DROPPABLE: yarn.lock:5 ");
        assertThat(override(first, "@scope/a", "1.0.3")).startsWith("NEEDED: yarn.lock:5 ");
        assertThat(override(first, "real", "1.4.0")).startsWith("DROPPABLE: yarn.lock:11 ");
        assertThat(override(first, "forked", "1.0.0")).startsWith("UNKNOWN: yarn.lock:14 ");
        Pins later = node("yarn.lock", """
                __metadata:
                  version: 8

                "a@npm:^1.0.0, a@npm:~1.0.1":
                  version: 1.0.2
                  resolution: "a@npm:1.0.2"

                "app@workspace:.":
                  version: 0.0.0-use.local
                """);
        assertThat(override(later, "a", "1.0.2")).startsWith("DROPPABLE: yarn.lock:5 ");
        assertThat(override(later, "app", "1.0.2")).startsWith("UNKNOWN: yarn.lock:9 ");
        assertThat(override(node("yarn.lock", "a@1:\nb@1:\n  version \"1\"\n"), "a", "1.0.0"))
                .isEqualTo("UNKNOWN: yarn.lock:1:1: an entry without a version");
        assertThat(override(node("yarn.lock", "<<<<<<< ours\n"), "a", "1.0.0")).startsWith("UNKNOWN: yarn.lock:1:1: ");
    }

    @Test
    void pnpmLocks() {
        Pins pins = node("pnpm-lock.yaml", """
                lockfileVersion: '9.0'

                packages:

                  '@scope/a@1.0.2':
                    resolution: {integrity: sha512-x}

                  b@2.0.0(peer@1.0.0):
                    resolution: {integrity: sha512-x}

                  /c/3.0.0_peer@1.0.0:
                    resolution: {integrity: sha512-x}

                  d@https://codeload.example.org/d:
                    version: 1.0.0

                snapshots:

                  b@9.9.9: {}
                """);
        assertThat(override(pins, "@scope/a", "1.0.2")).startsWith("DROPPABLE: pnpm-lock.yaml:5 ");
        assertThat(override(pins, "b", "2.0.1")).startsWith("NEEDED: pnpm-lock.yaml:8 ");
        assertThat(override(pins, "c", "3.0.0")).startsWith("DROPPABLE: pnpm-lock.yaml:11 ");
        assertThat(override(pins, "d", "1.0.0")).startsWith("UNKNOWN: pnpm-lock.yaml:14 ");
        assertThat(override(node("pnpm-lock.yaml", "a: b\n"), "a", "1.0.0"))
                .startsWith("UNKNOWN: pnpm-lock.yaml:1:1: ");
        assertThat(override(node("pnpm-lock.yaml", "lockfileVersion: 6\npackages:\n  - a\n"), "a", "1.0.0"))
                .startsWith("UNKNOWN: pnpm-lock.yaml:3:3: ");
    }

    @Test
    void aSettingForOnePackagesDependencyAloneIsNoPinOfAll() {
        Pins pins = node("package-lock.json", NPM);
        assertThat(override(pins, "b.minimatch", "3.1.4")).startsWith("UNKNOWN: no single version is told");
        assertThat(pins.script("npm pkg set resolutions.b/minimatch=3.1.4")).startsWith("UNKNOWN: no single version");
        assertThat(pins.script("npm pkg set pnpm.overrides.minimatch=3.1.4")).startsWith("DROPPABLE");
        assertThat(pins.script("npm pkg set pnpm.patchedDependencies.absent=3.1.4"))
                .startsWith("UNKNOWN");
        assertThat(pins.script("npm pkg set dependencies.absent=3.1.4")).startsWith("NEEDED");
        assertThat(override(node("package-lock.json", NPM).file("bun.lock", "{}"), "minimatch", "3.1.4"))
                .isEqualTo("UNKNOWN: bun.lock is not read, and may be what is built from");
    }

    @Test
    void withoutALockNothingIsTold() {
        assertThat(override(new Pins().file("package.json", "{}"), "a", "1.0.0"))
                .startsWith("UNKNOWN: there is no lock file beside package.json");
        assertThat(node("package-lock.json", NPM).script("npm pkg set overrides.minimatch=^3.1.3"))
                .startsWith("UNKNOWN");
        assertThat(node("package-lock.json", NPM).script("npm install -g minimatch@3.1.4"))
                .startsWith("UNKNOWN: it is set");
        assertThat(node("package-lock.json", NPM).script("npm install absent@3.1.4"))
                .startsWith("NEEDED");
    }

    @Test
    void twoLocksMustBothHaveReachedIt() {
        Pins pins = node("package-lock.json", NPM).file("yarn.lock", "minimatch@^3:\n  version \"3.1.0\"\n");
        assertThat(override(pins, "minimatch", "3.1.4")).startsWith("NEEDED: yarn.lock:2 ");
    }

    @Test
    void gemsAreLockedByBundler() {
        Pins pins = new Pins().file("Gemfile", "").file("Gemfile.lock", """
                GIT
                  remote: https://example.org/forked.git
                  specs:
                    forked (1.0.0)

                GEM
                  remote: https://rubygems.org/
                  specs:
                    nokogiri (1.18.9-x86_64-linux-gnu)
                      racc (~> 1.4)
                    rails (7.1.5.2)

                PLATFORMS
                  ruby
                """);
        assertThat(pins.bump("rails@7.1.5.1")).startsWith("DROPPABLE: Gemfile.lock:11 ");
        assertThat(pins.bump("rails@7.2.0")).startsWith("NEEDED: Gemfile.lock:11 ");
        assertThat(pins.bump("rails@7.0.8")).startsWith("UNKNOWN: Gemfile.lock:11 ");
        assertThat(pins.bump("nokogiri@1.18.9")).startsWith("DROPPABLE: Gemfile.lock:9 ");
        assertThat(pins.bump("forked@1.0.0")).startsWith("UNKNOWN: Gemfile.lock:4 ");
        assertThat(pins.bump("rexml@3.3.9")).startsWith("UNKNOWN").endsWith("Ruby may bring one of its own");
        assertThat(pins.script("gem install rails -v 7.1.5.1")).startsWith("UNKNOWN: it is set");
        assertThat(new Pins().file("Gemfile", "").bump("rails@7.1.5.1"))
                .startsWith("UNKNOWN: there is no Gemfile.lock");
        assertThat(new Pins().file("Gemfile", "").file("Gemfile.lock", "gem\n").bump("rails@7.1.5.1"))
                .startsWith("UNKNOWN: Gemfile.lock:1:1: ");
    }
}
