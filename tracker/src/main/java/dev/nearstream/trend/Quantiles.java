package dev.nearstream.trend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A distribution in three numbers, by the nearest rank: each is one of the values.
 *
 * @param count of the values
 * @param median null where there is none, as is {@code ninth}
 * @param ninth the 90th percentile
 */
public record Quantiles(
        int count, @Nullable Long median, @Nullable Long ninth) {

    public static Quantiles of(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        return new Quantiles(sorted.size(), at(sorted, 50), at(sorted, 90));
    }

    private static @Nullable Long at(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? null : sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
    }
}
