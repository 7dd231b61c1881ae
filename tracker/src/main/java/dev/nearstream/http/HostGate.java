package dev.nearstream.http;

import dev.nearstream.task.Task;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps to a number of connections a host, and remembers the hosts that are out for this run: those that failed to
 * connect three times in a row, whose name is unknown, or that want no more requests for longer than a run waits.
 */
public final class HostGate {
    private static final int FAILURES = 3;

    private final int perHost;
    private final ConcurrentMap<String, Host> hosts = new ConcurrentHashMap<>();

    /** @param perHost connections to one host at once, at least 1 */
    public HostGate(int perHost) {
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
    public interface Permit extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for a free connection.
     *
     * @param name the host's, in lower case
     * @param port as the URL says it, or -1
     */
    public Permit enter(String name, int port) throws HostOutException, InterruptedException {
        Host host = host(name, port);
        refuseIfOut(host, name);
        Task.pausing(host.permits::acquire);
        boolean entered = false;
        try {
            refuseIfOut(host, name);
            entered = true;
            return host.permits::release;
        } finally {
            if (!entered) {
                host.permits.release();
            }
        }
    }

    private static void refuseIfOut(Host host, String name) throws HostOutException {
        @Nullable String reason = host.out();
        if (reason != null) {
            throw new HostOutException(name + " is not asked again in this run: " + reason);
        }
    }

    /** It answered, whatever the answer. */
    public void reached(String name, int port) {
        host(name, port).reached();
    }

    /** It could not be connected to, or said nothing. */
    public void failed(String name, int port, String reason) {
        host(name, port).failed(reason, 1);
    }

    /** There is no such host, or it wants to be left alone: it is out at once. */
    public void putOut(String name, int port, String reason) {
        host(name, port).failed(reason, FAILURES);
    }

    private Host host(String name, int port) {
        return hosts.computeIfAbsent(name + ":" + port, unused -> new Host(perHost));
    }
}
