package dev.nearstream.delta.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.task.Task;
import dev.nearstream.task.TaskCancelledError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What sed may and may not do. */
final class SedProgramTest {
    private static final SedProgram SED = SedProgram.installed().orElseThrow();

    private static SedProgram.Result run(String input, String... arguments) {
        return SED.run(List.of(arguments), input.getBytes(StandardCharsets.UTF_8), "C.UTF-8");
    }

    private static String text(SedProgram.Result result) {
        return result.problem() == null ? new String(result.output(), StandardCharsets.UTF_8) : result.problem();
    }

    @Test
    void aMissingLastNewlineStaysMissing() {
        assertThat(text(run("a\nb", "s/b/c/"))).isEqualTo("a\nc");
    }

    @Test
    void textLargerThanAPipeIsWrittenWhileItIsRead() {
        String large = "0123456789abcde\n".repeat(40_000);
        assertThat(text(run(large, "s/0/x/"))).isEqualTo(large.replace('0', 'x'));
    }

    @Test
    void sedMayEndBeforeItHasReadEverything() {
        assertThat(text(run("0123456789abcde\n".repeat(40_000), "1q"))).isEqualTo("0123456789abcde\n");
    }

    @Test
    void theSandboxReadsWritesAndRunsNothing() {
        for (String expression : List.of("r /etc/hosts", "w /tmp/x", "e id", "s/a/id/e", "1{R /etc/hosts\n}")) {
            assertThat(text(run("a\n", expression))).contains("disabled in sandbox mode");
        }
    }

    @Test
    void anEndlessProgramIsStopped() {
        SedProgram impatient = SedProgram.installed(Duration.ofMillis(200)).orElseThrow();
        assertThat(impatient.run(List.of(":a;ba"), new byte[] {'a', '\n'}, "C").problem())
                .startsWith("sed takes longer than");
    }

    @Test
    void endlessOutputIsNotKept() {
        assertThat(text(run("0123456789abcdef\n", ":a;p;ba"))).isEqualTo("sed makes more than 32 MiB of it");
    }

    @Test
    void aGrowingTextEndsSedAndNotTheMachine() {
        assertThat(run("0123456789abcdef\n", ":a;s/.*/&&/;ta").problem()).isNotNull();
    }

    @Test
    void aFaultyExpressionHasSedsOwnWords() {
        assertThat(text(run("a\n", "s/a")))
                .isEqualTo("sed ends with 1: -e expression #1, char 3: unterminated `s' " + "command");
    }

    @Test
    @Timeout(60)
    void aCancelledTaskEndsItAndHasNoResult() {
        SedProgram patient = SedProgram.installed(Duration.ofHours(1)).orElseThrow();
        Task task = new Task();
        Thread canceller = new Thread(() -> {
            while (ProcessHandle.current().children().findAny().isEmpty()) {
                Thread.onSpinWait();
            }
            task.cancel();
        });
        canceller.start();
        assertThatThrownBy(() -> task.run(() -> patient.run(List.of(":a;ba"), "x".getBytes(UTF_8), "C")))
                .isInstanceOf(TaskCancelledError.class);
    }
}
