package dev.nearstream.delta.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class ShellReaderTest {
    private static final List<String> PIECES = List.of(
            "'", "\"", "`", "$(", ")", "${", "}", "${{", "}}", "((", "<<EOF", "EOF", "\n", "\\", " ", ";", ";;", "&&",
            "||", "case", "in", "esac", "if", "fi", "#", "a", "x=", "(", "<", ">", "|", "$'", "\t", "\r\n", "\0", "é",
            "&>");

    private static List<String> commands(String script) {
        return ShellReader.read(script).stream()
                .map(command -> command.line() + ": " + String.join("|", command.words()))
                .toList();
    }

    @Test
    void wordsLoseTheirQuotes() {
        assertThat(commands("echo 'a b' \"c $d\" e\\ f $'g\\'h' \"\"\n")).containsExactly("1: echo|a b|c $d|e f|g'h|");
    }

    @Test
    void commandsEndAtOperators() {
        assertThat(commands("""
                        a && b || c; d | e &
                        if f; then g; elif ! h; then { i; }; fi
                        for x in 1 2; do j "$x"; done
                        (k; l) && m
                        """))
                .containsExactly(
                        "1: a",
                        "1: b",
                        "1: c",
                        "1: d",
                        "1: e",
                        "2: f",
                        "2: g",
                        "2: h",
                        "2: i",
                        "3: for|x|in|1|2",
                        "3: j|$x",
                        "4: k",
                        "4: l",
                        "4: m");
    }

    @Test
    void linesContinueAndCount() {
        assertThat(commands("a \\\n  b\n'x\ny' z\nc\n")).containsExactly("1: a|b", "3: x\ny|z", "5: c");
    }

    @Test
    void hereDocumentsAreNoCommands() {
        List<ShellCommand> read = ShellReader.read("""
                cat > x <<'EOF' && b
                rm -rf /
                EOF
                c
                """);
        assertThat(read.stream().map(command -> command.words().get(0))).containsExactly("cat", "b", "c");
        assertThat(read.get(0).redirections())
                .containsExactly(
                        new ShellCommand.Redirection(">", "x", ""),
                        new ShellCommand.Redirection("<<", "EOF", "rm -rf /\n"));
    }

    @Test
    void substitutionsComeFirst() {
        assertThat(commands("x=$(a \"$(b)\") c `d`\n")).containsExactly("1: b", "1: a|$(b)", "1: d", "1: c|`d`");
    }

    @Test
    void casePatternsAreNoCommands() {
        assertThat(commands("""
                        case "$a" in
                          # why
                          x86_64|'b)') a ;;
                          (*) b
                            c;;
                        esac
                        d
                        """)).containsExactly("1: case|$a|in", "3: a", "4: b", "5: c", "7: d");
    }

    @Test
    void variablesOfTheRecipeAreOneWord() {
        assertThat(commands("a ${{ targets.destdir }}/x\n")).containsExactly("1: a|${{targets.destdir}}/x");
    }

    @Test
    void functionsAndArithmetic() {
        assertThat(commands("f() {\n  a $((1 + (2))) b\n}\nn=(c d) e\n"))
                .containsExactly("2: a|$((1 + (2)))|b", "4: e");
    }

    @Test
    void commentsBelongToTheirCommand() {
        assertThat(ShellReader.read("# one\n# two\na # three\nb\n\n# lost\n\nc\n").stream()
                        .map(ShellCommand::comment))
                .containsExactly("one\ntwo\nthree", "", "");
    }

    @Provide
    Arbitrary<String> scripts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
    }

    @Property
    void neverThrows(@ForAll("scripts") String script) {
        int lines = 1 + (int) script.chars().filter(c -> c == '\n').count();
        for (ShellCommand command : ShellReader.read(script)) {
            assertThat(command.line()).isBetween(1, lines);
        }
        assertThat(Invocation.of(script, ".")).isNotNull();
    }

    /** Work grows with the text: what is never closed must not be looked at again and again. */
    @Property(tries = 60)
    void isLinear(@ForAll("scripts") String script) {
        String repeated = script.repeat(Math.max(1, 60_000 / Math.max(1, script.length())));
        int words = ShellReader.read(repeated).stream()
                .collect(Collectors.summingInt(command ->
                        command.words().stream().mapToInt(String::length).sum()));
        // A substitution's text stands in its own commands and in every command around it, at most 24 deep.
        assertThat(words).isLessThanOrEqualTo(60 * repeated.length() + 100);
    }

    @Test
    void hostileTextsStaySmall() {
        for (String piece : PIECES) {
            assertThat(ShellReader.read(piece.repeat(200_000))).isNotNull();
        }
        String doubling = "a=xxxxxxxxxxxxxxxx\n" + "a=$a$a\n".repeat(1000) + "echo $a$a$a\n".repeat(20_000);
        int size = Invocation.of(doubling, ".").stream()
                .flatMap(run -> run.arguments().stream())
                .mapToInt(String::length)
                .sum();
        assertThat(size).isLessThan(16 << 20);
    }
}
