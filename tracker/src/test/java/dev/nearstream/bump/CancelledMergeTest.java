package dev.nearstream.bump;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.task.Task;
import dev.nearstream.task.TaskCancelledError;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What compares texts ends when its task is cancelled. */
class CancelledMergeTest {
    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    /** The work itself notices, and not only whoever takes its result. */
    private static void assertNotices(Runnable work) {
        AtomicBoolean came = new AtomicBoolean();
        Task task = new Task();
        task.cancel();
        assertThatThrownBy(() -> task.run(() -> {
                    work.run();
                    came.set(true);
                    return "";
                }))
                .isInstanceOf(TaskCancelledError.class);
        assertThat(came).isFalse();
    }

    @Test
    void aMergeOfLines() {
        assertNotices(() -> LineMerge.of(bytes("a\nb\n"), bytes("b\nc\n"), bytes("x\na\nb\n")));
    }

    @Test
    void aMergeOfEdits() {
        assertNotices(() -> EditMerge.exact("f", bytes("a\nb\n"), bytes("b\nc\n"), bytes("x\na\nb\n")));
    }

    @Test
    void aDiffOfWords() {
        assertNotices(() -> Words.diff(List.of("a", "b", "c"), List.of("b", "c", "d")));
    }

    @Test
    void aRefreshedPatchsHunks() {
        assertNotices(() -> UnifiedHunks.between(bytes("a\nb\n"), bytes("b\nc\n")));
    }
}
