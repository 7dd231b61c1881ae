package dev.nearstream.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work is called off where it looks or waits, and nowhere else. */
@Timeout(60)
class TaskTest {
    private final Task task = new Task();

    @Test
    void workThatIsNotCancelledIsDone() {
        assertThat(task.<String>run(() -> {
                    Task.check();
                    return "done";
                }))
                .isEqualTo("done");
    }

    @Test
    void workThatLooksIsEnded() {
        assertThatThrownBy(() -> task.run(() -> {
                    task.cancel();
                    while (true) {
                        Task.check();
                    }
                }))
                .isInstanceOf(TaskCancelledError.class);
    }

    @Test
    void whatWorkFoundWhileItWasCancelledIsNotTaken() {
        assertThatThrownBy(() -> task.run(() -> {
                    task.cancel();
                    return "the process gave no answer";
                }))
                .isInstanceOf(TaskCancelledError.class);
    }

    @Test
    void aThreadIsFreeOfItsTaskAfterwards() {
        assertThatThrownBy(() -> task.run(() -> {
                    task.cancel();
                    return "";
                }))
                .isInstanceOf(TaskCancelledError.class);
        assertThatCode(Task::check).doesNotThrowAnyException();
        assertThat(Task.current()).isNotSameAs(task);
    }

    @Test
    void aWaitEndsAndTheThreadIsNotLeftInterrupted() {
        List<Boolean> interrupted = new ArrayList<>();
        assertThatThrownBy(() -> task.run(() -> {
                    try {
                        Task.pausing(() -> {
                            task.cancel();
                            new CountDownLatch(1).await();
                        });
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    } finally {
                        interrupted.add(Thread.currentThread().isInterrupted());
                    }
                    return "";
                }))
                .isInstanceOf(TaskCancelledError.class);
        assertThat(interrupted).containsExactly(false);
    }

    @Test
    void aWaitThatBroughtSomethingAllTheSameLeavesNoInterruptBehind() {
        assertThatThrownBy(() -> task.run(() -> {
                    try {
                        String brought = Task.waiting(() -> {
                            task.cancel();
                            return "the lock";
                        });
                        assertThat(brought).isEqualTo("the lock");
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    assertThat(Thread.currentThread().isInterrupted()).isFalse();
                    return "";
                }))
                .isInstanceOf(TaskCancelledError.class);
    }

    @Test
    void outsideOfAWaitNoThreadIsInterrupted() {
        assertThatThrownBy(() -> task.run(() -> {
                    task.cancel();
                    assertThat(Thread.currentThread().isInterrupted()).isFalse();
                    return "";
                }))
                .isInstanceOf(TaskCancelledError.class);
    }

    @Test
    void somebodyElsesInterruptIsHandedOn() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Task.pausing(() -> new CountDownLatch(1).await()))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void aFutureIsWaitedForNoLongerThanSaid() throws Exception {
        assertThat(Task.get(CompletableFuture.completedFuture("x"), 1)).isEqualTo("x");
        assertThatThrownBy(() -> Task.get(new CompletableFuture<>(), 1)).isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> Task.get(CompletableFuture.failedFuture(new IllegalStateException("no")), 1))
                .hasRootCauseMessage("no");
    }

    @Test
    void aStopIsHeardOnceByAllWhoListenStill() {
        List<String> heard = new ArrayList<>();
        Stop stop = new Stop();
        stop.whenAsked(() -> heard.add("first"));
        stop.whenAsked(() -> heard.add("gone")).close();
        assertThat(stop.asked()).isFalse();
        stop.ask();
        stop.ask();
        stop.whenAsked(() -> heard.add("late"));
        assertThat(stop.asked()).isTrue();
        assertThat(heard).containsExactly("first", "late");
    }
}
