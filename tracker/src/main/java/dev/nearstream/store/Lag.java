package dev.nearstream.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far behind its newest admitted release a package is, in plain values.
 *
 * @param newestVersion null where none is known; {@code reason} says why
 * @param packagedDate the date of the packaged release, or null where unknown
 * @param releases admitted and newer than the packaged one
 * @param firstMissed the date of the first admitted release that was not taken, or null where none was missed or
 *     unknown
 * @param stream why the lag is not to be counted ({@code pinned}, {@code manual}, {@code disabled}), or null
 */
public record Lag(
        @Nullable String newestVersion,
        @Nullable String newestTag,
        @Nullable String newestCommit,
        @Nullable Instant newestDate,
        @Nullable String packagedTag,
        @Nullable String packagedCommit,
        @Nullable Instant packagedDate,
        int releases,
        @Nullable Instant firstMissed,
        @Nullable String stream,
        @Nullable String reason) {

    /**
     * Whether the packaged release is the newest that is admitted; not where it is ahead of all that are.
     *
     * @param packaged the packaged version
     */
    public boolean atNewest(String packaged) {
        return newestVersion != null && releases == 0 && (packagedTag != null || newestVersion.equals(packaged));
    }
}
