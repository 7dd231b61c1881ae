package dev.nearstream.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.yaml.YamlNode.Mapping;
import dev.nearstream.yaml.YamlNode.Scalar;
import dev.nearstream.yaml.YamlNode.Sequence;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    private static YamlDocument read(String text) throws YamlException {
        return YamlReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static YamlNode value(YamlNode mapping, String key) {
        return ((Mapping) mapping).entry(key).orElseThrow().value();
    }

    private static Scalar scalar(YamlDocument document, String key) {
        return (Scalar) value(document.root(), key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.10", "00303", "3.", "1_", "0x1F", "1e3", "yes", "2026-01-02", "~x", ".5", "1:30"})
    void aScalarStaysItsSourceText(String text) throws YamlException {
        assertThat(scalar(read("version: " + text + "\n"), "version").value()).isEqualTo(text);
    }

    @Test
    void everyNodeKnowsItsPlace() throws YamlException {
        YamlDocument document = read("""
                # first
                package:
                  name: "ab"
                list:
                  - one
                  -   two: 2
                """);
        Scalar name = (Scalar) value(value(document.root(), "package"), "name");
        assertThat(name).isEqualTo(new Scalar("ab", false, 3, 9, 3, 13));
        Sequence list = (Sequence) value(document.root(), "list");
        assertThat(list.items().get(0)).isEqualTo(new Scalar("one", true, 5, 5, 5, 8));
        assertThat(list.items().get(1).line()).isEqualTo(6);
        assertThat(list.items().get(1).column()).isEqualTo(7);
    }

    @Test
    void columnsCountCharactersBeyondTheBasicPlaneOnce() throws YamlException {
        YamlDocument document = read("{\"\uD83D\uDC27\": ä, b: c} # \uD83D\uDC27\n");
        assertThat(scalar(document, "b").column()).isEqualTo(13);
    }

    @Test
    void aCommentBelongsToTheScalarBeforeIt() throws YamlException {
        YamlDocument document = read("""
                epoch: 3 #  why
                quoted: "a # b" # c
                next: plain#not
                none: x
                \uD83D\uDC27: y # z
                """);
        assertThat(document.comment(scalar(document, "epoch"))).isEqualTo("why");
        assertThat(document.comment(scalar(document, "quoted"))).isEqualTo("c");
        assertThat(document.comment(scalar(document, "next"))).isEmpty();
        assertThat(document.comment(scalar(document, "none"))).isEmpty();
        assertThat(document.comment(scalar(document, "\uD83D\uDC27"))).isEqualTo("z");
    }

    @Test
    void aByteOrderMarkIsNoCharacter() throws YamlException {
        YamlDocument document = read("\uFEFFname: x# # why\n");
        assertThat(document.lines()).containsExactly("name: x# # why");
        assertThat(document.comment(scalar(document, "name"))).isEqualTo("why");
        assertThat(scalar(read("\uFEFFname: x\n"), "name")).isEqualTo(new Scalar("x", true, 1, 7, 1, 8));
    }

    @Test
    void carriageReturnsEndLinesOnly() throws YamlException {
        YamlDocument document = read("name: x # why\r\nruns: |\r\n  one\r\n  two\r\n");
        assertThat(scalar(document, "name")).isEqualTo(new Scalar("x", true, 1, 7, 1, 8));
        assertThat(document.comment(scalar(document, "name"))).isEqualTo("why");
        assertThat(scalar(document, "runs").value()).isEqualTo("one\ntwo\n");
        assertThat(scalar(document, "runs").line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# a comment alone\n", "---\n", "\uFEFF"})
    void anEmptyFileIsNothing(String text) throws YamlException {
        assertThat(read(text).root().kind()).isEqualTo("nothing");
    }

    @Test
    void onlyTheFirstDocumentIsRead() throws YamlException {
        YamlDocument document = read("---\na: 1\n---\na: [\n");
        assertThat(scalar(document, "a").value()).isEqualTo("1");
    }
}
