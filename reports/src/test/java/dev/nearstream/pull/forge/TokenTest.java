package dev.nearstream.pull.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.pull.ForgeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    private final Path file;

    TokenTest(@TempDir Path directory) {
        file = directory.resolve("token");
    }

    @Test
    void comesFromTheEnvironment() throws Exception {
        Token token = Token.fromEnvironment(Map.of("FORGE_TOKEN", " s3cret\n"), "FORGE_TOKEN");
        assertThat(token.header("Bearer")).isEqualTo("Bearer s3cret");
        assertThat(token.warning()).isEmpty();
        assertThatThrownBy(() -> Token.fromEnvironment(Map.of("FORGE_TOKEN", " "), "FORGE_TOKEN"))
                .isInstanceOf(ForgeException.class)
                .hasMessage("the environment variable FORGE_TOKEN is not set; it must hold the forge's token");
    }

    @Test
    void comesFromAFileOfOurOwn() throws Exception {
        write("s3cret\n", "rw-------");
        assertThat(Token.fromFile(file).header("token")).isEqualTo("token s3cret");
        assertThat(Token.fromFile(file).warning()).isEmpty();
        assertThatThrownBy(() -> Token.fromFile(file.resolveSibling("none")))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("none cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--"})
    void aFileThatOthersReadIsTaken_andSpokenOf(String permissions) throws Exception {
        write("s3cret", permissions);
        assertThat(Token.fromFile(file).warning()).contains(file + " can be read by others: chmod 600 " + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two s3cret words", "s3cret\nX-Header: y", "s3cret\u0000", "s3crét"})
    void whatIsNoneIsNotQuoted(String text) throws Exception {
        write(text, "rw-------");
        assertThatThrownBy(() -> Token.fromFile(file))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("holds no token")
                .hasMessageNotContaining("s3c");
        write("s3cret".repeat(10_000), "rw-------");
        assertThatThrownBy(() -> Token.fromFile(file)).hasMessageNotContaining("s3c");
    }

    @Test
    void isTakenOutOfWhateverIsSaid() throws Exception {
        Token token = Token.fromEnvironment(Map.of("T", "s3cret"), "T");
        assertThat(token.removedFrom("no s3cret is s3cret")).isEqualTo("no … is …");
        assertThat(token.isIn(new IOException("x", new IOException("s3cret")))).isTrue();
        assertThat(token.isIn(new IOException("x", new IOException("y")))).isFalse();
        assertThat(token).hasToString("Token[…]");
    }

    private void write(String text, String permissions) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
