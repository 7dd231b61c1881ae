package dev.nearstream.metrics;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the daemon listens: {@code 127.0.0.1:9464}, {@code [::1]:9464}, or a port alone, which is the loopback
 * address's.
 *
 * @param port 0 for any that is free
 */
public record ListenAddress(String host, int port) {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int LARGEST = 65_535;
    private static final Pattern FORM = Pattern.compile("(?:(\\[[0-9A-Fa-f:.%]+\\]|[^\\[\\]:/@\\s]+):)?(\\d{1,5})");

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException where the text is none; the message says what would be right
     */
    public static ListenAddress parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group(2)) > LARGEST) {
            throw new IllegalArgumentException("'" + text
                    + "' is no address to listen at; write 127.0.0.1:9464, or a port alone for this machine");
        }
        String host = form.group(1);
        return new ListenAddress(host == null ? LOOPBACK : host, Integer.parseInt(form.group(2)));
    }

    /** The host's name is looked up. */
    InetSocketAddress resolve() {
        return new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
