package dev.nearstream.http;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.NetRC;
import org.jspecify.annotations.Nullable;

/**
 * Who we are to a host: a token in {@code NEARSTREAM_TOKEN_<HOST>} (the host in capitals, {@code .} as {@code _} and
 * {@code -} as {@code __}, so that no two hosts share one), else the host's own entry in the netrc file. The entry named {@code default} is not used: it would go
 * to every host that a recipe names.
 */
public final class HostCredentials {
    /** GitHub, GitLab and Gitea take any name beside a token. */
    private static final String TOKEN_USER = "x-access-token";

    /** Labels neither begin nor end with a hyphen; any other name could be written as another's variable. */
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*");

    private static final int LONGEST_HOST = 253;

    private final Map<String, String> environment;
    private final @Nullable NetRC netrc;

    private HostCredentials(Map<String, String> environment, @Nullable NetRC netrc) {
        this.environment = Map.copyOf(environment);
        this.netrc = netrc;
    }

    /** A name and a secret; prints neither. */
    public record Login(String user, String secret) {
        @Override
        public String toString() {
            return "Login[…]";
        }
    }

    public static HostCredentials none() {
        return new HostCredentials(Map.of(), null);
    }

    /** From this process's environment and the user's netrc. */
    public static HostCredentials ofThisUser() {
        return of(System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /** {@code $NETRC}, else {@code .netrc} in the home directory, where there is one. */
    public static HostCredentials of(Map<String, String> environment, Path home) {
        String named = environment.getOrDefault("NETRC", "");
        Path file = named.isEmpty() ? home.resolve(".netrc") : Path.of(named);
        return new HostCredentials(environment, Files.isReadable(file) ? new NetRC(file.toFile()) : null);
    }

    private static String variable(String host) {
        return "NEARSTREAM_TOKEN_"
                + host.toUpperCase(Locale.ROOT).replace("-", "__").replace('.', '_');
    }

    /** For this host and no other; in lower case. */
    public Optional<Login> find(String host) {
        boolean named = host.length() <= LONGEST_HOST && HOST.matcher(host).matches();
        @Nullable String token = named ? environment.get(variable(host)) : null;
        if (token != null && !token.isBlank()) {
            return Optional.of(new Login(TOKEN_USER, token.strip()));
        }
        if (netrc == null) {
            return Optional.empty();
        }
        synchronized (netrc) {
            NetRC.@Nullable NetRCEntry entry = netrc.getEntry(host);
            boolean own = entry != null && host.equals(entry.machine) && entry.login != null && entry.password != null;
            return own && entry != null
                    ? Optional.of(new Login(entry.login, new String(entry.password)))
                    : Optional.empty();
        }
    }
}
