package dev.nearstream.http;

import java.time.Duration;

/** How a client waits before it asks again. */
@FunctionalInterface
interface Sleeper {
    Sleeper SYSTEM = duration -> Thread.sleep(duration.toMillis());

    void sleep(Duration duration) throws InterruptedException;
}
