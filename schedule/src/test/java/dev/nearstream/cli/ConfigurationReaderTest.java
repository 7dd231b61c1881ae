package dev.nearstream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {
    private final Path directory;

    ConfigurationReaderTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void readsKeysByTheirOptionsNames() throws IOException {
        ConfigurationFile read = ConfigurationReader.read(file("""
                recipes: /srv/distribution
                rewrite: {"https://github.com/": /srv/mirrors/}
                keep-runs: 30
                timeouts: {connect: 5}
                store: {url: "jdbc:postgresql://db/nearstream", password-env: SECRET}
                """));

        assertThat(read.recipes()).isEqualTo("/srv/distribution");
        assertThat(read.rewrite()).isEqualTo(Map.of("https://github.com/", "/srv/mirrors/"));
        assertThat(read.keepRuns()).isEqualTo(30);
    }

    @Test
    void anEmptyFileSaysNothing() throws IOException {
        assertThat(ConfigurationReader.read(file("# later\n"))).isEqualTo(ConfigurationFile.EMPTY);
    }

    @Test
    void namesThePlaceOfAnUnknownKey() throws IOException {
        refuses(
                "jobs: 4\nrecipies: x\nout: y\n",
                ":2:1: unknown key recipies; known here are archive-limit, decisions, fail-on,");
        refuses("timeouts: {connekt: 2}\n", ":1:12: unknown key connekt; known here are connect, package, read, total");
    }

    @Test
    void namesThePlaceOfAWrongValue() throws IOException {
        refuses("\njobs: many\n", ":2:7: jobs: a whole number is wanted here");
        refuses("recipes: [a]\n", ":1:10: recipes: a text is wanted here");
        refuses("offline: perhaps\n", ":1:10: offline: true or false is wanted here");
        refuses("packages: x\n", ":1:11: packages: a list is wanted here");
        refuses("rewrite: x\n", ":1:10: rewrite: a mapping of keys to values is wanted here");
        refuses("jobs: 1\njobs: 2\n", "this key is there twice; keep one of them");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(() -> ConfigurationReader.read(directory.resolve("none.yaml")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith("none.yaml: no such file; name another with --config");
    }

    private void refuses(String text, String message) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> ConfigurationReader.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("nearstream.yaml"), text);
    }
}
