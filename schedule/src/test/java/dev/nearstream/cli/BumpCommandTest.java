package dev.nearstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.cli.Terminal.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bump}, as it is typed. */
final class BumpCommandTest {
    private static final String OLD = "1111111111111111111111111111111111111111";
    private static final String NEW = "2222222222222222222222222222222222222222";
    private static final String RECIPE = """
            package:
              name: rill
              version: "1.9.0" # as upstream
              epoch: 3 # CVE-2026-99901

            pipeline:
              - uses: git-checkout
                with:
                  tag: v${{package.version}}
                  expected-commit: %s
                  repository: https://example.org/rill
            """.formatted(OLD);
    private static final String BUMPED =
            RECIPE.replace("1.9.0", "1.10.0").replace("epoch: 3", "epoch: 0").replace(OLD, NEW);

    @TempDir
    Path directory;

    private Path recipe = Path.of("unused");

    @BeforeEach
    void aRecipe() throws IOException {
        recipe = Files.writeString(
                Files.createDirectory(directory.resolve("tree")).resolve("rill.yaml"), RECIPE);
    }

    private Result bump(Path file, String... arguments) {
        List<String> all = new ArrayList<>(List.of("bump", file.toString()));
        all.addAll(List.of(arguments));
        return new Terminal(directory).bare(all.toArray(String[]::new));
    }

    @Test
    void theEditedRecipeIsPrintedAndTheFileIsAsItWas() throws IOException {
        Result result = bump(recipe, "--to", "1.10.0", "--commit", NEW);

        assertThat(result.status()).isZero();
        assertThat(result.out()).isEqualTo(BUMPED);
        assertThat(result.err()).isEmpty();
        assertThat(recipe).hasContent(RECIPE);
    }

    @Test
    void theBytesAreTheFilesOwn() throws IOException {
        String odd = "\uFEFF" + RECIPE.replace("\n", "\r\n").stripTrailing();
        Files.writeString(recipe, odd);

        assertThat(bump(recipe, "--to", "1.9.0").out()).isEqualTo(odd.replace("epoch: 3", "epoch: 4"));
    }

    @Test
    void itIsWrittenInPlaceWithItsMode() throws IOException {
        Files.setPosixFilePermissions(recipe, PosixFilePermissions.fromString("rw-r-----"));

        Result result = bump(recipe, "--to", "1.10.0", "--commit", NEW, "--write");

        assertThat(result.status()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(recipe).hasContent(BUMPED);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(recipe)))
                .isEqualTo("rw-r-----");
        try (Stream<Path> files = Files.list(recipe.resolveSibling(""))) {
            assertThat(files).containsExactly(recipe);
        }
    }

    @Test
    void aLinkOutOfItsDirectoryIsNotWrittenThrough() throws IOException {
        Path outside = Files.move(recipe, directory.resolve("elsewhere.yaml"));
        Files.createSymbolicLink(recipe, outside);

        Result result = bump(recipe, "--to", "1.10.0", "--commit", NEW, "--write");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .contains("a link that leads to", "elsewhere.yaml")
                .hasLineCount(1);
        assertThat(outside).hasContent(RECIPE);
    }

    @Test
    void aLinkWithinItsDirectoryStaysALink() throws IOException {
        Path link = Files.createSymbolicLink(recipe.resolveSibling("alias.yaml"), recipe.getFileName());

        assertThat(bump(link, "--to", "1.10.0", "--commit", NEW, "--write").status())
                .isZero();

        assertThat(link).isSymbolicLink();
        assertThat(recipe).hasContent(BUMPED);
    }

    @ParameterizedTest
    @CsvSource({"''", "--commit %1$s --commit %1$s", "--commit %1$s --sha256 " + "%2$s"})
    void asManyHashesAsFieldsOrNothing(String hashes) {
        List<String> arguments = new ArrayList<>(List.of("--to", "1.10.0", "--write"));
        if (!hashes.isEmpty()) {
            arguments.addAll(List.of(hashes.formatted(NEW, "3".repeat(64)).split(" ")));
        }

        Result result = bump(recipe, arguments.toArray(String[]::new));

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("given for version 1.10.0; ").hasLineCount(1);
        assertThat(recipe).hasContent(RECIPE);
    }

    @Test
    void theFieldsAreListed() {
        assertThat(bump(recipe, "--to", "1.10.0").err())
                .endsWith("rill.yaml: 0 --commit given for version 1.10.0; these change: "
                        + "line 10 expected-commit of https://example.org/rill\n");
    }

    @Test
    void atTheSameVersionAMovedTagIsFollowed() {
        assertThat(bump(recipe, "--to", "1.9.0", "--commit", NEW).out())
                .isEqualTo(RECIPE.replace("epoch: 3", "epoch: 4").replace(OLD, NEW));
    }

    @Test
    void whatATestChecksOutMayStayAndIsTold() throws IOException {
        String tested = RECIPE + """

                test:
                  pipeline:
                    - uses: git-checkout
                      with:
                        tag: v${{package.version}}
                        expected-commit: %s
                        repository: https://example.org/rill
                """.formatted(OLD);
        Files.writeString(recipe, tested);

        Result result = bump(recipe, "--to", "1.10.0", "--commit", NEW);

        assertThat(result.out()).startsWith(BUMPED).contains(OLD);
        assertThat(result.err()).contains("line 18 expected-commit of https://example.org/rill", "stays");
        assertThat(bump(recipe, "--to", "1.10.0", "--commit", NEW, "--commit", NEW)
                        .out())
                .doesNotContain(OLD);
    }

    @ParameterizedTest
    @CsvSource({
        "--to banana, 2, --to is a version of apk's form",
        "--to 1.10.0 --commit abc, 2, --commit abc: should be 40 hexadecimal digits in lower case",
        "--commit abc, 2, --to"
    })
    void aWrongCommandLineIsNamed(String arguments, int status, String message) {
        Result result = bump(recipe, arguments.split(" "));

        assertThat(result.status()).isEqualTo(status);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(message).hasLineCount(1);
    }

    @Test
    void aFileThatIsNotThereOrNoRecipeIsNamed() throws IOException {
        assertThat(bump(directory.resolve("no.yaml"), "--to", "2").status()).isEqualTo(2);
        assertThat(bump(directory, "--to", "2").status()).isEqualTo(2);
        Files.writeString(recipe, "package:\n  name: rill\n  version: [1]\n", StandardCharsets.UTF_8);
        Result broken = bump(recipe, "--to", "2");
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.err()).contains("rill.yaml:2:3: package.version is missing");
    }

    @Test
    void whatCannotBeEditedSafelyIsLeftAlone() throws IOException {
        Files.writeString(recipe, RECIPE.replace("\"1.9.0\"", "&v 1.9.0"));

        Result result = bump(recipe, "--to", "1.10.0", "--commit", NEW, "--write");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("rill.yaml:3:12: has an anchor").hasLineCount(1);
        assertThat(recipe).content().contains("&v 1.9.0");
    }
}
