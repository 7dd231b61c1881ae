package dev.nearstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.nearstream.cli.Terminal.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands print of the sample with {@code --format json} is what docs/schemas describes. */
class JsonOutputTest {
    private static final String BASE = "https://schemas.invalid/";
    private static final Path SCHEMAS = Terminal.HOME.resolve("docs/schemas");
    private static final String SAMPLE = Terminal.HOME.resolve("recipes/sample").toString();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(iri -> iri.startsWith(BASE) ? text(iri.substring(BASE.length())) : null));

    @Test
    void everyCommandPrintsWhatIsDocumented(@TempDir Path directory) throws Exception {
        Terminal terminal = new Terminal(directory);
        Terminal next = new Terminal(directory, Instant.parse("2026-08-23T02:00:00Z"));

        valid("run", terminal.run("run", "--format", "json"));
        valid("run", next.run("run", "--format", "json"));
        valid("night", Files.readString(directory.resolve("out/exports/night.json")));
        valid("deltas", terminal.bare("deltas", "--recipes", SAMPLE, "--format", "json"));
        for (String name : packages()) {
            valid("explain", next.run("explain", name, "--format", "json"));
            valid("latest", next.run("latest", name, "--recipes", SAMPLE, "--format", "json"));
            valid("plan", next.run("plan", name, "--to", "5.2", "--recipes", SAMPLE, "--format", "json"));
        }
        valid("explain", next.run("explain", "nothing-of-that-name", "--format", "json"));
        valid("plan", next.run("plan", "beck", "--to", "1.4.0", "--recipes", SAMPLE, "--format", "json"));
        valid("trends", next.run("trends", "--format", "json"));
        valid("pulls", next.run("pulls", "--dry-run", "--recipes", SAMPLE, "--format", "json"));
        valid("patch-check", patchCheck(next));
    }

    private static Result patchCheck(Terminal terminal) throws IOException {
        try (Stream<Path> upstreams = Files.walk(terminal.state().resolve("upstreams"))) {
            Path beck = upstreams
                    .filter(path -> Files.isRegularFile(path.resolve("HEAD"))
                            && path.toString().contains("beck"))
                    .findFirst()
                    .orElseThrow();
            String[] command = {"patch", "check", "--repo", beck.toString(), "--rev", "HEAD", "--format", "json"};
            List<String> arguments = new ArrayList<>(List.of(command));
            arguments.add(SAMPLE + "/beck/CVE-2026-99901.patch");
            return terminal.bare(arguments.toArray(String[]::new));
        }
    }

    private static List<String> packages() throws IOException {
        try (Stream<Path> recipes = Files.list(Path.of(SAMPLE))) {
            return recipes.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }

    /** A document is promised where the status is 0 or 1; elsewhere nothing, or a whole one. */
    private static void valid(String schema, Result result) {
        if (result.status() > ExitCode.NOT_SO && result.out().isEmpty()) {
            assertThat(result.err()).as(schema).isNotEmpty();
            return;
        }
        valid(schema, result.out());
    }

    private static void valid(String schema, String json) {
        assertThat(REGISTRY.getSchema(SchemaLocation.of(BASE + schema + ".schema.json"))
                        .validate(json, InputFormat.JSON))
                .as(schema + ": " + json)
                .isEmpty();
    }

    private static String text(String file) {
        try {
            return Files.readString(SCHEMAS.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
