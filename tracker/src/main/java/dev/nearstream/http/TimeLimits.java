package dev.nearstream.http;

import java.io.InterruptedIOException;
import java.time.Duration;

/**
 * The time limits of one operation that is under way: how long a server may say nothing, and when all must be over.
 * Measured by the system's monotonic clock.
 */
public final class TimeLimits {
    private final Duration connect;
    private final Duration read;
    private final Duration total;
    private final long end;

    public TimeLimits(Duration connect, Duration read, Duration total) {
        this.connect = connect;
        this.read = read;
        this.total = total;
        this.end = System.nanoTime() + total.toNanos();
    }

    /** The operation took longer than it may in all; it is not tried again. */
    public static final class TotalTimeException extends InterruptedIOException {
        private static final long serialVersionUID = 1L;

        TotalTimeException(Duration total) {
            super("took longer than " + words(total) + " in all");
        }
    }

    /** The server said nothing for too long. */
    public static final class SilenceException extends InterruptedIOException {
        private static final long serialVersionUID = 1L;

        SilenceException(Duration read) {
            super("the server said nothing for " + words(read));
        }
    }

    public Duration connect() {
        return connect;
    }

    public Duration read() {
        return read;
    }

    public Duration total() {
        return total;
    }

    /** How long the next answer may take, in nanoseconds. */
    public long patience() throws TotalTimeException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new TotalTimeException(total);
        }
        return Math.min(left, read.toNanos());
    }

    /** How long all may still take, in nanoseconds. */
    public long left() throws TotalTimeException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new TotalTimeException(total);
        }
        return left;
    }

    /** What to throw when {@link #patience} has run out. */
    public InterruptedIOException over() {
        return end - System.nanoTime() <= 0 ? new TotalTimeException(total) : new SilenceException(read);
    }

    private static String words(Duration duration) {
        return duration.toMillis() < 1000 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
    }
}
