package dev.nearstream.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it hears: statuses, {@code none}, {@code again}, and {@code git} for an operation. */
public final class HeardTraffic implements Traffic {
    private final List<String> heard = new CopyOnWriteArrayList<>();

    public List<String> heard() {
        return heard;
    }

    @Override
    public void answered(int status) {
        heard.add(String.valueOf(status));
    }

    @Override
    public void unanswered() {
        heard.add("none");
    }

    @Override
    public void retried() {
        heard.add("again");
    }

    @Override
    public void exchanged(Duration took) {
        heard.add(took.isNegative() ? "before its time" : "git");
    }
}
