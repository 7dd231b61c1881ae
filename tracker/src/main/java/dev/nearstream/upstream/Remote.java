package dev.nearstream.upstream;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.nearstream.http.HostGate;
import dev.nearstream.http.HostOutException;
import dev.nearstream.http.TimeLimits;
import dev.nearstream.task.Task;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** One upstream's server: its refs and its objects, within the limits of the run. Safe for several threads. */
final class Remote {
    private static final List<RefSpec> HEADS_AND_TAGS =
            List.of(new RefSpec("refs/heads/*:refs/heads/*"), new RefSpec("refs/tags/*:refs/tags/*"));
    private static final int RETRIES = 2;

    private final UpstreamUrl url;
    private final String shown;
    private final Network network;

    Remote(UpstreamUrl url, String shown, Network network) {
        this.url = url;
        this.shown = shown;
        this.network = network;
    }

    /** What is done once a transport stands. */
    private interface Exchange<T> {
        T run(Transport transport) throws IOException;
    }

    /** Heads, tags and HEAD. */
    Collection<Ref> refs() throws UpstreamException {
        return retrying(null, null, transport -> {
            try (FetchConnection connection = transport.openFetch(HEADS_AND_TAGS, "HEAD")) {
                return connection.getRefs();
            }
        });
    }

    /** Fetches so many commits of each ref, counted from its newest. */
    void fetch(Repository into, Collection<RefSpec> specs, int depth, String ref, FilterSpec filter)
            throws UpstreamException {
        ProgressMonitor monitor = new TaskMonitor();
        retrying(into, ref, transport -> {
            transport.setTagOpt(TagOpt.NO_TAGS);
            transport.setDepth(depth);
            transport.setFilterSpec(filter);
            transport.fetch(monitor, specs);
            return true;
        });
    }

    /** Fetches all of each ref that is not there. */
    void fetchWhole(Repository into, Collection<RefSpec> specs, String ref) throws UpstreamException {
        ProgressMonitor monitor = new TaskMonitor();
        retrying(into, ref, transport -> {
            transport.setTagOpt(TagOpt.NO_TAGS);
            transport.fetch(monitor, specs);
            return true;
        });
    }

    /** Pushes one ref. An attempt whose answer was lost is found done by the next one. */
    RemoteRefUpdate push(Repository from, String ref, ObjectId commit, ObjectId expectedOld) throws UpstreamException {
        ProgressMonitor monitor = new TaskMonitor();
        return retrying(from, ref, transport -> {
            RemoteRefUpdate update = new RemoteRefUpdate(from, commit.name(), commit, ref, true, null, expectedOld);
            transport.setPushThin(true);
            return transport.push(monitor, List.of(update)).getRemoteUpdate(ref);
        });
    }

    /** Connects as for a push, and sends nothing: a server that takes none from us says so then. */
    void openPush() throws UpstreamException {
        retrying(null, null, transport -> {
            transport.openPush().close();
            return true;
        });
    }

    /** Fetches all commits that are not older, and their trees. */
    void fetchSince(Repository into, Collection<RefSpec> specs, String ref, Instant since) throws UpstreamException {
        ProgressMonitor monitor = new TaskMonitor();
        retrying(into, ref, transport -> {
            transport.setTagOpt(TagOpt.NO_TAGS);
            transport.setDeepenSince(since);
            transport.fetch(monitor, specs);
            return true;
        });
    }

    private <T> T retrying(@Nullable Repository into, @Nullable String ref, Exchange<T> exchange)
            throws UpstreamException {
        Duration total = network.settings().totalTimeout();
        Duration delay = network.retryDelay();
        long end = System.nanoTime() + total.toNanos();
        RetryPolicy<T> policy = RetryPolicy.<T>builder()
                .handle(TransientFailure.class)
                .withMaxRetries(RETRIES)
                .withMaxDuration(total)
                .withBackoff(delay, delay.multipliedBy(8))
                .withJitter(0.25)
                .onRetry(event -> network.traffic().retried())
                .build();
        long begin = System.nanoTime();
        try {
            return Failsafe.with(policy)
                    .get(() -> attempt(into, ref, exchange, Duration.ofNanos(end - System.nanoTime())));
        } catch (TransientFailure e) {
            throw e.problem();
        } catch (FailsafeException e) {
            if (e.getCause() instanceof UpstreamException problem) {
                throw problem;
            }
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw Problems.of(UpstreamException.Kind.FAILED, shown, ref, Problems.quoted(e), "", e);
        } finally {
            network.traffic().exchanged(Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    @SuppressWarnings("try") // the permit is held, not used
    private <T> T attempt(@Nullable Repository into, @Nullable String ref, Exchange<T> exchange, Duration left)
            throws UpstreamException, InterruptedException {
        try (HostGate.Permit permit = enter()) {
            MirrorSettings settings = network.settings();
            TimeLimits limits = new TimeLimits(settings.connectTimeout(), settings.readTimeout(), left);
            HttpTrace trace = new HttpTrace(url, settings.credentials(), limits);
            T result;
            try {
                result = isHttp() ? run(into, trace, exchange) : bounded(into, trace, exchange);
            } catch (IOException | RuntimeException e) {
                Task.check(); // what was broken off says nothing of the server
                throw new FailureReport(url, shown, ref, network.gate()).of(e, trace);
            }
            network.gate().reached(url.host(), url.port());
            return result;
        }
    }

    private HostGate.Permit enter() throws UpstreamException, InterruptedException {
        try {
            return network.gate().enter(url.host(), url.port());
        } catch (HostOutException e) {
            throw Problems.of(UpstreamException.Kind.HOST_OUT, shown, null, Problems.quoted(e), "", null);
        }
    }

    private boolean isHttp() {
        return url.kind() == UpstreamUrl.Kind.HTTP || url.kind() == UpstreamUrl.Kind.HTTPS;
    }

    private <T> T run(@Nullable Repository into, HttpTrace trace, Exchange<T> exchange) throws IOException {
        try (Transport transport = open(into, trace)) {
            return exchange.run(transport);
        }
    }

    private Transport open(@Nullable Repository into, HttpTrace trace) throws IOException {
        try {
            URIish uri = new URIish(url.address());
            Transport transport = into == null ? Transport.open(uri) : Transport.open(into, uri);
            if (transport instanceof TransportHttp http) {
                http.setHttpConnectionFactory(new GitHttpConnections(network.client(), trace, network.traffic()));
            } else {
                // In seconds; of the connection and of each read.
                transport.setTimeout((int) Math.max(1, trace.limits().read().toSeconds()));
            }
            if (transport instanceof SshTransport secure) {
                secure.setSshSessionFactory(network.ssh().factory());
            }
            return transport;
        } catch (URISyntaxException e) {
            throw new IOException("not a valid URL", e);
        }
    }

    /**
     * Over git: and ssh JGit's sockets cannot be had, so another thread does it and is left behind when the time is
     * over; its own reads end soon after.
     */
    private <T> T bounded(@Nullable Repository into, HttpTrace trace, Exchange<T> exchange) throws IOException {
        Future<T> future = network.workers().submit(() -> run(into, trace, exchange));
        try {
            long left = trace.limits().left();
            return Task.get(future, left);
        } catch (TimeoutException e) {
            throw trace.limits().over();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(Problems.quoted(e), e.getCause());
        } finally {
            future.cancel(true);
        }
    }
}
