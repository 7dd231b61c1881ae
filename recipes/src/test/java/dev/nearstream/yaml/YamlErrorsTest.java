package dev.nearstream.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no YAML is refused in one line, at its place. */
class YamlErrorsTest {

    private static String refusal(byte[] bytes) {
        YamlException e = catchThrowableOfType(YamlException.class, () -> YamlReader.read(bytes));
        assertThat(e).as("is refused").isNotNull();
        assertThat(e.getMessage()).doesNotContain("\n");
        return e.line() + ":" + e.column() + ": " + e.getMessage();
    }

    private static String refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code |} stands for a newline, {@code >} for a tab. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a: 1|b: 2|a: 3|;                3:1: the key a stands here twice",
                "a:|  b: 1|  c: 2|  b: 3|;       4:3: the key b stands here twice",
                "a:|>b: 1|;                      2:1: ",
                "a: 1|  b: 2|;                   2:4: ",
                "a: [1, 2|b: 3|;                 2:2: ",
                "a: \"open|;                     2:1: ",
                "? [a, b]|: c|;                  1:3: a key must be a scalar, not a list",
                "a: @at|;                        1:4: ",
                "a: *|;                          1:5: ",
                "- a|b: c|;                      2:1: "
            })
    void aFaultIsNamedAtItsPlace(String text, String refusal) {
        assertThat(refusal(text.replace('|', '\n').replace('>', '\t'))).startsWith(refusal.strip());
    }

    @Test
    void depthIsBounded() {
        assertThat(refusal("[".repeat(70) + "]".repeat(70))).isEqualTo("1:66: nested more than 64 levels deep");
        assertThat(refusal("[".repeat(100_000))).startsWith("1:66: nested more than 64");
    }

    @Test
    void sixtyFourLevelsAreRead() throws YamlException {
        byte[] text = ("[".repeat(64) + "]".repeat(64)).getBytes(StandardCharsets.UTF_8);
        assertThat(YamlReader.read(text).root().kind()).isEqualTo("a list");
    }

    @Test
    void whatIsNotUtf8IsNamedByItsLine() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("name: ä\nother: ".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xE4);
        bytes.writeBytes("\nmore: x\n".getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(bytes.toByteArray())).startsWith("2:").endsWith("not UTF-8; YAML files are read as UTF-8");
    }

    @Test
    void sixteenBitTextIsNotUtf8() {
        assertThat(refusal("name: x\n".getBytes(StandardCharsets.UTF_16))).contains("not UTF-8");
    }

    @Test
    void aControlCharacterIsNamedAtItsPlace() {
        assertThat(refusal("a: 1\nbc: \u0007\n")).isEqualTo("2:5: the character U+0007 is not allowed in YAML");
        assertThat(refusal("a: \uD83D\uDC27\u0000\n")).isEqualTo("1:5: the character U+0000 is not allowed in YAML");
    }

    @Test
    void aTextThatIsTooLargeIsRefused() {
        assertThat(refusal(new byte[YamlReader.MAX_BYTES + 1]))
                .isEqualTo("1:1: 4194305 bytes; at most 4194304 are read");
    }

    @Test
    void aTextAsLargeAsIsAllowedIsRead() throws YamlException {
        String head = "a: |\n";
        String line = "  " + "x".repeat(29) + "\n";
        String lines = line.repeat((YamlReader.MAX_BYTES - head.length()) / line.length());
        String rest = " ".repeat(YamlReader.MAX_BYTES - head.length() - lines.length());
        byte[] text = (head + lines + rest).getBytes(StandardCharsets.UTF_8);
        assertThat(text).hasSize(YamlReader.MAX_BYTES);
        assertThat(YamlReader.read(text).root().kind()).isEqualTo("a mapping");
    }
}
