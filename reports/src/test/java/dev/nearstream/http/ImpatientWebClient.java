package dev.nearstream.http;

import java.time.Clock;
import java.time.Duration;

/** A client that does not wait before it asks again. */
public final class ImpatientWebClient {
    private ImpatientWebClient() {}

    public static WebClient create() {
        Duration limit = Duration.ofMinutes(1);
        return new WebClient(
                new HttpSettings(2, limit, limit, limit, HostCredentials.none()), Clock.systemUTC(), pause -> {});
    }
}
