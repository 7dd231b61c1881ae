package dev.nearstream.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.nearstream.task.Task;
import dev.nearstream.task.TaskCancelledError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A fetch ends when its task is cancelled, and the next one who asks gets what the server has. */
@Timeout(120)
class CancelledFetchTest {
    private final FixtureRepository upstream;
    private final GitServer server;
    private final Mirrors mirrors;
    private final Task task = new Task();
    private final CountDownLatch theEnd = new CountDownLatch(1);

    CancelledFetchTest(@TempDir Path directory) throws IOException {
        upstream = new FixtureRepository(directory.resolve("upstream.git"));
        upstream.file("a", "one\n").commitOn("2024-01-01", "One");
        upstream.tag("v1");
        upstream.file("a", "two\n").commitOn("2024-01-02", "Two");
        upstream.tag("v2");
        server = new GitServer(upstream.repository());
        mirrors =
                new Mirrors(MirrorSettings.defaults(directory.resolve("mirrors")), DateCache.none(), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        theEnd.countDown();
        mirrors.close();
        server.close();
        upstream.close();
    }

    private interface Work {
        Object of(Mirror mirror) throws UpstreamException;
    }

    /** Does the work, which is cancelled where the server gets such a request; that one is never answered. */
    private void cancelledAt(Predicate<HttpExchange> request, Work work) throws UpstreamException {
        Mirror mirror = mirrors.open(server.url());
        server.intercept(exchange -> {
            if (request.test(exchange) && theEnd.getCount() > 0) {
                task.cancel();
                try {
                    theEnd.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return false;
        });
        assertThatThrownBy(() -> task.run(() -> {
                    try {
                        return work.of(mirror);
                    } catch (UpstreamException e) {
                        throw new AssertionError("the cancelling was taken for a failure", e);
                    }
                }))
                .isInstanceOf(TaskCancelledError.class);
        theEnd.countDown();
        server.intercept(exchange -> false);
    }

    private static boolean isPost(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("POST");
    }

    @Test
    void refsAreAskedForAgain() throws Exception {
        cancelledAt(exchange -> true, Mirror::refs);
        assertThat(mirrors.open(server.url()).refs().tags()).containsOnlyKeys("v1", "v2");
    }

    @Test
    void aTreeIsFetchedAgain() throws Exception {
        mirrors.open(server.url()).refs();
        cancelledAt(CancelledFetchTest::isPost, mirror -> mirror.tree("v1"));
        try (SourceTree tree = mirrors.open(server.url()).tree("v1")) {
            assertThat(tree.read("a"))
                    .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("one\n"));
        }
    }

    @Test
    void historyIsFetchedAgain() throws Exception {
        mirrors.open(server.url()).tree("v1").close();
        mirrors.open(server.url()).tree("v2").close();
        cancelledAt(CancelledFetchTest::isPost, mirror -> mirror.history("v1", "v2"));
        try (History history = mirrors.open(server.url()).history("v1", "v2")) {
            assertThat(history.divergence("v2", "v1").ahead()).isEqualTo(1);
        }
    }

    @Test
    void aWalkOverHistoryEnds() throws Exception {
        try (History history = mirrors.open(server.url()).history("v1", "v2")) {
            task.cancel();
            assertThatThrownBy(() -> task.run(() -> {
                        Object found = history.divergence("v2", "v1");
                        throw new AssertionError("it went on to " + found);
                    }))
                    .isInstanceOf(TaskCancelledError.class);
        }
    }

    @Test
    void whatJGitDoesEndsInTheMidstOfIt() {
        TaskMonitor monitor = task.<TaskMonitor>run(TaskMonitor::new);
        monitor.update(1);
        task.cancel();
        assertThatThrownBy(() -> monitor.update(1)).isInstanceOf(TaskCancelledError.class);
    }
}
