package dev.nearstream.report;

import dev.nearstream.history.IsoWeek;
import dev.nearstream.owner.Owners;
import dev.nearstream.trend.CarriedPast;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the packages of an owner carried, in distinct contents. Packages belong to whom they belong today.
 *
 * @param owner empty for what nobody owns
 * @param month four weeks before; null where that is not known, as is {@code year}
 */
public record OwnerTrend(
        String owner,
        int now,
        @Nullable Integer month,
        @Nullable Integer year) {

    /** The owner of the most first. */
    static List<OwnerTrend> all(
            CarriedPast past, IsoWeek now, @Nullable IsoWeek month, @Nullable IsoWeek year, Owners owners) {
        Map<String, Integer> today = counts(past, now, owners);
        Map<String, Integer> before = month == null ? Map.of() : counts(past, month, owners);
        Map<String, Integer> longAgo = year == null ? Map.of() : counts(past, year, owners);
        Set<String> names = new TreeSet<>(today.keySet());
        names.addAll(before.keySet());
        names.addAll(longAgo.keySet());
        List<OwnerTrend> all = new ArrayList<>();
        for (String name : names) {
            all.add(new OwnerTrend(
                    name,
                    today.getOrDefault(name, 0),
                    month == null ? null : before.getOrDefault(name, 0),
                    year == null ? null : longAgo.getOrDefault(name, 0)));
        }
        all.sort(Comparator.comparingInt(OwnerTrend::now).reversed().thenComparing(OwnerTrend::owner));
        return all;
    }

    private static Map<String, Integer> counts(CarriedPast past, IsoWeek week, Owners owners) {
        Map<String, Set<String>> contents = new HashMap<>();
        past.spans().stream().filter(span -> span.covers(week)).forEach(span -> {
            List<String> of = owners.of(span.packageName());
            for (String owner : of.isEmpty() ? List.of("") : of) {
                contents.computeIfAbsent(owner, name -> new HashSet<>())
                        .add(span.delta().content());
            }
        });
        Map<String, Integer> counts = new HashMap<>();
        contents.forEach((owner, all) -> counts.put(owner, all.size()));
        return counts;
    }
}
