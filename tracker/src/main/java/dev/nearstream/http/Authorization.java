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
        String name = target.getHost().toLowerCase(Locale.ROOT);
        boolean secret = target.getScheme().equalsIgnoreCase("https") || isThisMachine(name);
        if (!secret || !name.equals(host) || !samePort(target)) {
            return Optional.empty();
        }
        return credentials
                .find(name)
                .map(login -> "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (login.user() + ":" + login.secret()).getBytes(StandardCharsets.UTF_8)));
    }

    private boolean samePort(URI target) {
        int standard = STANDARD.getOrDefault(target.getScheme().toLowerCase(Locale.ROOT), -1);
        return (target.getPort() < 0 ? standard : target.getPort()) == (port < 0 ? standard : port);
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }
}
