package dev.nearstream.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whose credentials go with a request: only to the very host and port that was meant in the beginning, and only over
 * https, or to this machine itself. So a redirect elsewhere takes nothing along.
 *
 * @param host that was meant, in lower case
 * @param port that was meant, or -1 for the scheme's own
 */
public record Authorization(HostCredentials credentials, String host, int port) {
    private static final Map<String, Integer> STANDARD = Map.of("https", 443, "http", 80);

    /** The header for a request to this place. */
    public Optional<String> header(URI target) {
        if (target.getHost() == null || target.getScheme() == null) {
            return Optional.empty();
        }
        if (!isSecret(target) || !isPlace(target, host, port)) {
            return Optional.empty();
        }
        return credentials
                .find(host)
                .map(login -> "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (login.user() + ":" + login.secret()).getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether what is for one URL's host may go along to another: the same place, and nobody listens. */
    static boolean isFor(URI meant, URI target) {
        return isSecret(target) && isSamePlace(meant, target);
    }

    /** Whether both are of the same host and port. */
    static boolean isSamePlace(URI one, URI other) {
        return isPlace(other, one.getHost().toLowerCase(Locale.ROOT), port(one, one.getPort()));
    }

    private static boolean isPlace(URI target, String host, int port) {
        return target.getHost().toLowerCase(Locale.ROOT).equals(host)
                && port(target, target.getPort()) == port(target, port);
    }

    private static int port(URI of, int port) {
        return port < 0 ? STANDARD.getOrDefault(of.getScheme().toLowerCase(Locale.ROOT), -1) : port;
    }

    private static boolean isSecret(URI target) {
        return target.getScheme().equalsIgnoreCase("https")
                || isThisMachine(target.getHost().toLowerCase(Locale.ROOT));
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }
}
