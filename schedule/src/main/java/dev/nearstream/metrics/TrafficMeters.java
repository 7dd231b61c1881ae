package dev.nearstream.metrics;

import dev.nearstream.http.Traffic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** What was asked of servers: by class of status and not by host, for recipes name any number of hosts. */
final class TrafficMeters implements Traffic {
    private final List<Counter> answers;
    private final Counter unanswered;
    private final Counter retries;
    private final Timer git;

    TrafficMeters(MeterRegistry registry) {
        answers = IntStream.rangeClosed(1, 5)
                .mapToObj(hundred -> requests(registry, hundred + "xx"))
                .toList();
        unanswered = requests(registry, "none");
        retries = Counter.builder(DaemonMetrics.PREFIX + "http.retries")
                .description("Requests and operations with git servers that were tried again")
                .register(registry);
        git = Timer.builder(DaemonMetrics.PREFIX + "git.operation")
                .description("Operations with git servers: lists of refs, fetches, pushes")
                .register(registry);
    }

    private static Counter requests(MeterRegistry registry, String status) {
        return Counter.builder(DaemonMetrics.PREFIX + "http.requests")
                .description("Requests over HTTP, to upstreams and to the forge")
                .tag("status", status)
                .register(registry);
    }

    @Override
    public void answered(int status) {
        int hundred = status / 100;
        (hundred >= 1 && hundred <= answers.size() ? answers.get(hundred - 1) : unanswered).increment();
    }

    @Override
    public void unanswered() {
        unanswered.increment();
    }

    @Override
    public void retried() {
        retries.increment();
    }

    @Override
    public void exchanged(Duration took) {
        git.record(took);
    }
}
