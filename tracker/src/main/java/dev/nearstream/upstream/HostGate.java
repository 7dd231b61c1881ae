package dev.nearstream.upstream;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps to a number of connections a host, and remembers the hosts that are out for this run: those that failed to
 * connect three times in a row, or whose name is unknown.
 */
final class HostGate {
    private static final int FAILURES = 3;

    private final int perHost;
    private final ConcurrentMap<String, Host> hosts = new ConcurrentHashMap<>();

    HostGate(int perHost) {
        this.perHost = perHost;
    }

    private static final class Host {
        final Semaphore permits;
        private int failures;
        private @Nullable String firstReason;

        Host(int perHost) {
            permits = new Semaphore(perHost, true);
        }

        synchronized void failed(String reason, int weight) {
            if (failures == 0) {
                firstReason = reason;
            }
            failures += weight;
        }

        synchronized void reached() {
            if (failures < FAILURES) {
                failures = 0;
                firstReason = null;
            }
        }

        synchronized @Nullable String out() {
            return failures < FAILURES ? null : firstReason;
        }
    }

    /** A connection; give it back. */
    interface Permit extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits for a free connection. */
    Permit enter(UpstreamUrl url, String shown) throws UpstreamException, InterruptedException {
        Host host = host(url);
        refuseIfOut(host, url, shown);
        host.permits.acquire();
        boolean entered = false;
        try {
            refuseIfOut(host, url, shown);
            entered = true;
            return host.permits::release;
        } finally {
            if (!entered) {
                host.permits.release();
            }
        }
    }

    private static void refuseIfOut(Host host, UpstreamUrl url, String shown) throws UpstreamException {
        @Nullable String reason = host.out();
        if (reason != null) {
            throw Problems.of(
                    UpstreamException.Kind.HOST_OUT,
                    shown,
                    null,
                    url.host() + " is not asked again in this run: " + reason,
                    "",
                    null);
        }
    }

    /** It answered, whatever the answer. */
    void reached(UpstreamUrl url) {
        host(url).reached();
    }

    void failed(UpstreamUrl url, String reason) {
        host(url).failed(reason, 1);
    }

    void unknown(UpstreamUrl url, String reason) {
        host(url).failed(reason, FAILURES);
    }

    private Host host(UpstreamUrl url) {
        return hosts.computeIfAbsent(url.host() + ":" + url.port(), name -> new Host(perHost));
    }
}
