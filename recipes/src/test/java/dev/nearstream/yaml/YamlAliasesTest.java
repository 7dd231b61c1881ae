package dev.nearstream.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.yaml.YamlNode.Mapping;
import dev.nearstream.yaml.YamlNode.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Anchors, aliases and merge keys, and what they may not do. */
class YamlAliasesTest {

    private static Mapping read(String text) throws YamlException {
        return (Mapping) YamlReader.read(text.getBytes(StandardCharsets.UTF_8)).root();
    }

    private static String entries(Mapping mapping) {
        return mapping.entries().stream()
                .map(entry -> entry.key().value() + "=" + ((Scalar) entry.value()).value())
                .collect(Collectors.joining(" "));
    }

    private static Mapping mapping(Mapping parent, String key) {
        return (Mapping) parent.entry(key).orElseThrow().value();
    }

    @Test
    void anAliasIsItsAnchorsNode() throws YamlException {
        Mapping root = read("a: &x {k: v}\nb: *x\n");
        assertThat(mapping(root, "b")).isSameAs(mapping(root, "a"));
    }

    @Test
    void anAnchorMayBeSetAnew() throws YamlException {
        assertThat(entries(read("a: &x 1\nb: *x\nc: &x 2\nd: *x\n"))).isEqualTo("a=1 b=1 c=2 d=2");
    }

    @Test
    void aMappingsOwnKeysBeatMergedOnes() throws YamlException {
        Mapping root = read("""
                base: &base {a: 1, b: 2}
                more: &more {b: 3, c: 4}
                one: {<<: *base, b: own}
                two: {<<: [*base, *more]}
                """);
        assertThat(entries(mapping(root, "one"))).isEqualTo("b=own a=1");
        assertThat(entries(mapping(root, "two"))).isEqualTo("a=1 b=2 c=4");
    }

    @Test
    void aQuotedMergeKeyIsAKey() throws YamlException {
        assertThat(entries(read("'<<': x\n"))).isEqualTo("<<=x");
    }

    @Test
    void anAliasOfNothingIsRefusedAtItsPlace() {
        refused("a: 1\nb: *gone\n", 2, 4, "the alias *gone has no anchor before it");
    }

    @Test
    void anAliasOfWhatItStandsInIsRefused() {
        refused("a: &x\n  b: *x\n", 2, 6, "the alias *x has no anchor before it");
    }

    @Test
    void aScalarCannotBeMerged() {
        refused("a: 1\n<<: text\n", 2, 5, "<< merges mappings, not a scalar");
    }

    @Test
    void aliasesOfAliasesDoNotBlowUp() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        refused(laughs.toString(), 11, 6, "stands for more than 200000 nodes with its aliases; use fewer");
    }

    private static void refused(String text, int line, int column, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        YamlException.class,
                        e -> assertThat(e.line() + ":" + e.column() + ": " + e.getMessage())
                                .isEqualTo(line + ":" + column + ": " + message));
    }
}
