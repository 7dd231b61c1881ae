package dev.nearstream.recipe.edit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.recipe.Position;
import dev.nearstream.yaml.YamlException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not edited stays, byte for byte; what is edited changes alone. */
class RecipeTextTest {
    private static RecipeText text(String text) throws YamlException {
        return RecipeText.of("pkg.yaml", text.getBytes(UTF_8));
    }

    private static String set(String text, int line, int column, String value)
            throws YamlException, EditRefusedException {
        RecipeText after = text(text).with(List.of(RecipeEdit.set(new Position("pkg.yaml", line, column), value)));
        return new String(after.bytes(), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b\n",
                "a: b",
                "",
                "# a comment alone\n",
                "a: b\r\nc: |\r\n  d\r\n\r\n",
                "a: b\rc: d\r",
                "\uFEFFa: b\n",
                "a: 'b'   # behind\n\n\n",
                "a:\t\"b\"\t# tabs\n",
                "a: \uD83D\uDE80 # beyond the basic plane\nb: ü\n",
                "a: |+\n  kept\n\n\nb: c\n",
                "a: b\n---\nc: d\n"
            })
    void withoutAnEditEveryByteStays(String text) throws YamlException, EditRefusedException {
        assertThat(text(text).with(List.of()).bytes()).isEqualTo(text.getBytes(UTF_8));
    }

    @Test
    void whatIsNotUtf8IsRefusedAtItsLine() {
        assertThatThrownBy(() -> RecipeText.of("pkg.yaml", "a: b\nc: \u00fc\n".getBytes(ISO_8859_1)))
                .isInstanceOfSatisfying(
                        YamlException.class, e -> assertThat(e.line()).isEqualTo(2))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aValueKeepsItsQuotesAndWhatStandsAroundIt() throws YamlException, EditRefusedException {
        assertThat(set("a: \"1\"  # c\r\nb: x", 1, 4, "2.0")).isEqualTo("a: \"2.0\"  # c\r\nb: x");
        assertThat(set("a: '1' # c\n", 1, 4, "2.0")).isEqualTo("a: '2.0' # c\n");
        assertThat(set("\uFEFFa: 1.2.3\t# c\n", 1, 4, "1.2.4")).isEqualTo("\uFEFFa: 1.2.4\t# c\n");
        assertThat(set("\uD83D\uDE80: 1.2.3 # c\n", 1, 4, "1.2.4")).isEqualTo("\uD83D\uDE80: 1.2.4 # c\n");
        assertThat(set("w: {a: 1.2.3, b: c}\n", 1, 8, "1.2.4")).isEqualTo("w: {a: 1.2.4, b: c}\n");
    }

    @Test
    void aPlainVersionThatWouldReadAsANumberIsQuoted() throws YamlException, EditRefusedException {
        assertThat(set("a: 1.9\n", 1, 4, "1.10")).isEqualTo("a: \"1.10\"\n");
        assertThat(set("a: 1.9.3\n", 1, 4, "1.10")).isEqualTo("a: \"1.10\"\n");
        assertThat(set("a: 4\n", 1, 4, "0")).isEqualTo("a: 0\n");
        assertThat(set("a: 1.9\n", 1, 4, "1.9")).isEqualTo("a: 1.9\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b: &x 1.2\n",
                "b: !!str 1.2\n",
                "b: >-\n  1.2\n",
                "b: 1.2\n  and more\n",
                "b:\n",
                "b: [1.2]\n",
            })
    void whatIsWrittenInAnotherWayIsRefusedWithItsPlace(String text) {
        assertThatThrownBy(() -> set(text, 1, text.startsWith("b:\n") ? 3 : 4, "1.3"))
                .isInstanceOf(EditRefusedException.class)
                .hasMessageStartingWith("pkg.yaml:1:");
    }

    @Test
    void whatAnAliasOrAMergeKeyRepeatsIsRefused() {
        String aliased = """
                one: &with
                  tag: v1
                two: *with
                """;
        assertThatThrownBy(() -> set(aliased, 2, 8, "v2"))
                .hasMessage(
                        "pkg.yaml:2:8: an alias or a merge key repeats this: it is one.tag and two.tag; write it out");
        String merged = """
                one: &with
                  tag: v1
                two:
                  <<: *with
                """;
        assertThatThrownBy(() -> set(merged, 2, 8, "v2")).hasMessageContaining("it is one.tag and two.tag");
    }

    @Test
    void anAnchorOfSomethingElseIsNoHindrance() throws YamlException, EditRefusedException {
        assertThat(set("x: &x [a]\nv: 1.2.3\ny: *x\n", 2, 4, "1.2.4")).isEqualTo("x: &x [a]\nv: 1.2.4\ny: *x\n");
    }

    @Test
    void noValueThatNeedsEscapesIsEverWritten() {
        assertThatThrownBy(() -> RecipeEdit.set(new Position("pkg.yaml", 1, 1), "1\" # x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatShowsThroughOnceAValueIsGoneIsRefused() throws YamlException {
        RecipeText text = text("""
                one: &x
                  a: 1
                  b: 2
                two:
                  <<: *x
                  a: 3
                  c: 4
                """);

        assertThatThrownBy(() -> text.with(List.of(RecipeEdit.remove(new Position("pkg.yaml", 6, 6)))))
                .isInstanceOf(EditRefusedException.class)
                .hasMessageContaining("two would change too, or not as it should");
    }

    @Test
    void allEditsOrNone() throws YamlException {
        RecipeText text = text("a: 1.2.3\nb: &x c\n");
        List<RecipeEdit> edits = List.of(
                RecipeEdit.set(new Position("pkg.yaml", 1, 4), "2.0.0"),
                RecipeEdit.set(new Position("pkg.yaml", 2, 4), "d"));

        assertThatThrownBy(() -> text.with(edits)).isInstanceOf(EditRefusedException.class);
        assertThat(text.text()).isEqualTo("a: 1.2.3\nb: &x c\n");
    }
}
