package dev.nearstream.pull;

import java.util.Optional;

/** How many pull requests may still be opened. */
final class PullLimits {
    private final int perRun;
    private final int mostOpen;
    private int opened;
    private int open;

    PullLimits(BotSettings settings) {
        this.perRun = settings.perRun();
        this.mostOpen = settings.mostOpen();
    }

    /** So many are open when a run begins. */
    void begin(int standing) {
        open = standing;
    }

    void opened() {
        opened++;
        open++;
    }

    void closed() {
        open--;
    }

    /** The limit that another one would pass, in words. */
    Optional<String> reached() {
        if (opened >= perRun) {
            return Optional.of(perRun + " were opened in this run");
        }
        return open >= mostOpen ? Optional.of(mostOpen + " are open") : Optional.empty();
    }
}
