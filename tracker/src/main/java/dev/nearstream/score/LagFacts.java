package dev.nearstream.score;

import org.jspecify.annotations.Nullable;

/**
 * How far a package is behind.
 *
 * @param releasesBehind admitted releases newer than the packaged one, or null where unknown
 * @param daysMissed since the first admitted release that was not taken, or null where unknown
 * @param libyears the newest release's date less the packaged one's, in years, or null where one is unknown
 * @param apart why the lag is said and not counted ({@code pinned}, {@code manual}, {@code disabled}), or null
 */
public record LagFacts(
        @Nullable Integer releasesBehind,
        @Nullable Long daysMissed,
        @Nullable Double libyears,
        @Nullable String apart) {

    /** At the newest release. */
    public static final LagFacts NONE = new LagFacts(0, null, null, null);

    public LagFacts {
        if (releasesBehind != null && releasesBehind < 0) {
            throw new IllegalArgumentException("releases behind are at least 0: " + releasesBehind);
        }
        if (libyears != null && !Double.isFinite(libyears)) {
            throw new IllegalArgumentException("libyears are a finite number: " + libyears);
        }
    }
}
