package dev.nearstream.archive;

import java.time.Duration;

/**
 * What an archive may unpack to.
 *
 * @param entries at the most; linux has 95,000
 * @param bytes of all entries
 * @param ratio bytes for each byte of the archive, where it unpacks to more than {@code free}
 * @param free bytes that any archive may unpack to
 * @param time for the whole
 */
record UnpackLimits(int entries, long bytes, long ratio, long free, Duration time) {
    /** The longest text packs to a hundredth; a bomb to a thousandth and less. */
    static final UnpackLimits DEFAULT = new UnpackLimits(400_000, 4L << 30, 200, 256L << 20, Duration.ofMinutes(10));
}
