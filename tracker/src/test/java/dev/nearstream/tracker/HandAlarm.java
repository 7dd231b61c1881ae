package dev.nearstream.tracker;

import dev.nearstream.task.Alarm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An alarm whose clock is turned by hand. */
final class HandAlarm implements Alarm {
    private final List<Due> settings = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private record Due(Duration at, Runnable deed) {}

    @Override
    public synchronized Setting after(Duration delay, Runnable deed) {
        Due due = new Due(now.plus(delay), deed);
        settings.add(due);
        return () -> {
            synchronized (this) {
                settings.remove(due);
            }
        };
    }

    /** So much time goes by: all that is due by then is done, in its order, on this thread. */
    void pass(Duration time) {
        List<Due> due;
        synchronized (this) {
            now = now.plus(time);
            due = settings.stream()
                    .filter(setting -> setting.at().compareTo(now) <= 0)
                    .sorted(Comparator.comparing(Due::at))
                    .toList();
            settings.removeAll(due);
        }
        due.forEach(setting -> setting.deed().run());
    }
}
