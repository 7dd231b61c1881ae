package dev.nearstream.http;

import dev.nearstream.http.WebException.Kind;
import dev.nearstream.task.Task;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Downloads and short exchanges over HTTP. Proxies and trusted certificates are the JVM's ({@code https.proxyHost}, {@code
 * javax.net.ssl.trustStore}). Broken connections, silence, 429 and 5xx are tried again, after the time that the server
 * asks for or a growing one of ours. One for a run: it remembers the hosts that are out. Safe for several threads.
 */
public final class WebClient {
    private static final int RETRIES = 3;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    /** A server that wants more is not waited for: others are waiting for the run. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final HttpSettings settings;
    private final HttpClient connections;
    private final HostGate gate;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Traffic traffic;

    public WebClient(HttpSettings settings) {
        this(settings, Traffic.UNHEARD);
    }

    /**
     * One that is listened to.
     *
     * @param traffic hears of each request
     */
    public WebClient(HttpSettings settings, Traffic traffic) {
        this(settings, Clock.systemUTC(), Sleeper.SYSTEM, traffic);
    }

    WebClient(HttpSettings settings, Clock clock, Sleeper sleeper) {
        this(settings, clock, sleeper, Traffic.UNHEARD);
    }

    WebClient(HttpSettings settings, Clock clock, Sleeper sleeper, Traffic traffic) {
        this.settings = settings;
        this.traffic = traffic;
        this.clock = clock;
        this.sleeper = sleeper;
        this.gate = new HostGate(settings.perHost());
        // Each connection carries one request at a time, so that the limit a host is kept to is one of connections.
        this.connections = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /** The hosts, and which of them are out for this run. */
    public HostGate gate() {
        return gate;
    }

    /** The JDK's client, for who speaks another protocol over HTTP; it follows no redirect. */
    public HttpClient connections() {
        return connections;
    }

    /**
     * Writes what a URL has to a file. Where that fails, the file may hold a part, and is the caller's to delete.
     *
     * @param url http or https; user information in it is not used
     * @param file what stands there is overwritten
     * @param most bytes that are taken
     * @return how many bytes it has
     */
    public long download(URI url, Path file, long most) throws WebException {
        TimeLimits limits = limits();
        Download download = new Download(
                new Hop(connections, gate, limits, traffic),
                settings.credentials(),
                clock,
                new PartialFile(file),
                most);
        return repeated(url, limits, () -> download.attempt(url));
    }

    /**
     * Asks for an answer that is small, as APIs give them. Redirects are followed; other methods than GET only within
     * their host, by 307 and 308. A request that might be done twice is not tried again.
     *
     * @return any answer below 500, also 404
     * @throws WebException of kind FAILED for 5xx that stay, RATE_LIMITED where the server wants a longer rest than is
     *     given in a run, and others as they are described
     */
    public WebAnswer exchange(WebRequest request) throws WebException {
        TimeLimits limits = limits();
        Exchange exchange = new Exchange(new Hop(connections, gate, limits, traffic), clock);
        return repeated(request.url(), limits, () -> exchange.attempt(request));
    }

    private TimeLimits limits() {
        return new TimeLimits(settings.connectTimeout(), settings.readTimeout(), settings.totalTimeout());
    }

    private interface Attempt<T> {
        T make() throws WebException, TryAgainException;
    }

    private <T> T repeated(URI url, TimeLimits limits, Attempt<T> attempt) throws WebException {
        Duration wait = FIRST_WAIT;
        for (int count = 0; ; count++) {
            try {
                return attempt.make();
            } catch (TryAgainException e) {
                Duration pause = Optional.ofNullable(e.after()).orElse(wait);
                if (count == RETRIES || isTooLong(e.after(), limits, pause)) {
                    if (e.problem().kind() == Kind.RATE_LIMITED) {
                        leaveAlone(url, e.problem());
                    }
                    throw e.problem();
                }
                traffic.retried();
                sleep(pause);
                wait = wait.multipliedBy(4);
            }
        }
    }

    private void leaveAlone(URI url, WebException problem) {
        gate.putOut(url.getHost().toLowerCase(Locale.ROOT), url.getPort(), Redaction.quoted(problem));
    }

    private static boolean isTooLong(@Nullable Duration asked, TimeLimits limits, Duration pause) {
        try {
            return (asked != null && asked.compareTo(LONGEST_WAIT) > 0) || limits.left() <= pause.toNanos();
        } catch (TimeLimits.TotalTimeException e) {
            return true;
        }
    }

    private void sleep(Duration pause) throws WebException {
        try {
            Task.pausing(() -> sleeper.sleep(pause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WebException(Kind.FAILED, "interrupted", e);
        }
    }
}
