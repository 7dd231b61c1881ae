package dev.nearstream.upstream;

import dev.nearstream.http.HostGate;
import dev.nearstream.http.HttpSettings;
import dev.nearstream.http.Traffic;
import dev.nearstream.http.WebClient;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** What all connections of a run share. */
final class Network implements AutoCloseable {
    private static final Duration RETRY_DELAY = Duration.ofMillis(500);

    private final MirrorSettings settings;
    private final Duration retryDelay;
    private final Traffic traffic;
    private final WebClient web;
    private final SshSessions ssh;
    private final ExecutorService workers;

    Network(MirrorSettings settings, Traffic traffic) {
        this(settings, RETRY_DELAY, traffic);
    }

    /** With another delay before the first retry; the next are longer. */
    Network(MirrorSettings settings, Duration retryDelay, Traffic traffic) {
        this.settings = settings;
        this.retryDelay = retryDelay;
        this.traffic = traffic;
        this.web = new WebClient(
                new HttpSettings(
                        settings.perHost(),
                        settings.connectTimeout(),
                        settings.readTimeout(),
                        settings.totalTimeout(),
                        settings.credentials()),
                traffic);
        this.ssh = new SshSessions(Path.of(System.getProperty("user.home", ".")));
        AtomicInteger number = new AtomicInteger();
        this.workers = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "upstream-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    MirrorSettings settings() {
        return settings;
    }

    Traffic traffic() {
        return traffic;
    }

    Duration retryDelay() {
        return retryDelay;
    }

    HostGate gate() {
        return web.gate();
    }

    HttpClient client() {
        return web.connections();
    }

    WebClient web() {
        return web;
    }

    SshSessions ssh() {
        return ssh;
    }

    ExecutorService workers() {
        return workers;
    }

    @Override
    public void close() {
        workers.shutdownNow();
        ssh.close();
    }
}
