package dev.nearstream.delta.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a script alone settles about its commands. */
final class ExactCommandTest {

    private static Invocation last(String script) {
        List<Invocation> all = Invocation.of(script, ".");
        return all.get(all.size() - 1);
    }

    private static String words(String script) {
        return last(script).exact().words().stream()
                .map(word -> word.isKnown() ? word.pattern() : "?" + word.problem())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '%', textBlock = """
            x 'a b' "c"d e\\ f            # x a b cd e f
            x '$y' "\\$y" \\$y            # x $y $y $y
            x "a\\b" 'c\\d' $ "e$" "$/"   # x a\\b c\\d $ e$ $/
            x *.c '*'.c[1] a?             # x *.c \\*.c[1] a?
            x {} {a}                      # x {} {a}
            x $y                          # x ?$y
            x "${y:-z}"                   # x ?${y:-z}
            x ${{targets.destdir}}/a      # x ?${{targets.destdir}
            x `id`                        # x ?`…`
            x $(id -u)                    # x ?$(id -u)
            x {a,b} {1..3}                # x ?{a,b} ?{1..3}
            x ~/a                         # x ?~
            x $'a' $1 $@ $?               # x ?$'a' ?$1 ?$@ ?$?
            y=a; x $y "${y}b"             # x a ab
            y='*'; x "$y" $y              # x * ?$y
            y=$(id); x $y                 # x ?$y
            y=a; z=$y.b; x $z             # x a.b
            """)
    void quotesAndVariablesAreReadAsTheShellReadsThem(String script, String words) {
        assertThat(words(script)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            y=a; if b; then y=c; fi; x $y
            y=a; for y in b c; do :; done; x $y
            y=a; read y; x $y
            y=a; eval "y=b"; x $y
            y=a; unset y; x $y
            y=a; (y=b); x $y
            y=a; while b; do x $y; done
            f() { y=b; }; y=a; f() { y=c; }; x $y
            """)
    void aVariableThatMayHaveChangedIsNotKnown(String script) {
        assertThat(words(script)).isEqualTo("x ?$y");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            a; x                            # certain, checked
            a && x                          # certain, checked
            if a; then b; fi; x             # certain, checked
            case a in b) c;; esac; x        # certain, checked
            f() { a; }; x                   # certain, checked
            (a) ; x                         # certain, checked
            a || b; x                       # certain, checked
            x || a                          # certain
            x | a                           # certain
            x &                             # certain
            ! x                             # certain
            (x)                             # certain
            { x; }                          # certain
            set +e; x                       # certain
            test -f a && x                  # ''
            a || x                          # ''
            a || { b; x; }                  # ''
            if x; then a; fi                # ''
            if a; then x; fi                # ''
            if a; then b; else x; fi        # ''
            while a; do x; done             # ''
            for a in b; do x; done          # ''
            case a in b) x ;; esac          # ''
            f() { x; }                      # ''
            a "$(x)"                        # ''
            """)
    void whetherItRunsAndStopsTheScript(String script, String expected) {
        Flow flow = Invocation.of(script, ".").stream()
                .filter(run -> run.program().equals("x"))
                .findFirst()
                .orElseThrow()
                .exact()
                .flow();
        String actual =
                flow.certain() ? flow.checked() ? "certain, checked" : "certain" : flow.checked() ? "checked" : "";
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void aDirectoryIsKnownAsLongAsEveryChangeOfItIs() {
        assertThat(last("cd a && cd b\nx").exact().directoryKnown()).isTrue();
        assertThat(last("cd $a\nx").exact().directoryKnown()).isFalse();
        assertThat(last("cd a*\nx").exact().directoryKnown()).isFalse();
        assertThat(last("if b; then cd a; fi\nx").exact().directoryKnown()).isFalse();
        assertThat(last("sh -c 'x'").exact().directoryKnown()).isFalse();
    }

    @Property
    void neverThrows(@ForAll String script) {
        assertThat(Invocation.of(script, ".")).allSatisfy(run -> run.exact().words());
    }
}
