package dev.nearstream.http;

import java.time.Clock;
import java.time.Duration;

/** Clients that wait for nothing: a pause between two attempts is over at once. */
public final class ImpatientWeb {
    private ImpatientWeb() {}

    public static WebClient client(Clock clock) {
        Duration limit = Duration.ofMinutes(5);
        return new WebClient(new HttpSettings(4, limit, limit, limit, HostCredentials.none()), clock, pause -> {});
    }
}
