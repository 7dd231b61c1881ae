package dev.nearstream.trend;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.history.IsoWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What upstream took of the patches that were carried, in distinct contents and in weeks.
 *
 * @param count contents that upstream took
 * @param backports those of them that upstream had committed before they were carried
 * @param birthToTaken from the first week that carried one to upstream's commit; backports and those whose commit's day is
 *     not known apart
 * @param takenToDropped from upstream's commit, for a backport from the first week that carried it, to the first week without
 *     it
 * @param releasedToDropped from the first week in which a release that could be had contained it to the first week without
 *     it: as long as it was carried in vain
 * @param waiting those that are still carried
 * @param byWeek how many were found in each week for the first time
 */
public record Takings(
        int count,
        int backports,
        Quantiles birthToTaken,
        Quantiles takenToDropped,
        Quantiles releasedToDropped,
        int waiting,
        Map<IsoWeek, Integer> byWeek) {
    public Takings {
        byWeek = Map.copyOf(byWeek);
    }

    /** Nothing was taken, or nothing is known. */
    public static final Takings NONE = of(new CarriedPast(List.of(), List.of(), List.of()), List.of());

    /**
     * Counts them.
     *
     * @param taken of whatever kinds; patches alone are counted
     */
    public static Takings of(CarriedPast past, List<Taken> taken) {
        Lives lives = Lives.of(past, kind -> kind == DeltaKind.PATCH);
        Map<String, Times> times = new HashMap<>();
        for (Taken one : taken) {
            String origin = lives.origins().get(one.content());
            if (origin != null) {
                IsoWeek on = one.on() == null ? null : IsoWeek.of(one.on());
                times.merge(origin, new Times(on, one.seen()), Times::earlier);
            }
        }
        List<Long> birthToTaken = new ArrayList<>();
        List<Long> takenToDropped = new ArrayList<>();
        List<Long> releasedToDropped = new ArrayList<>();
        Map<IsoWeek, Integer> byWeek = new TreeMap<>();
        int backports = 0;
        int waiting = 0;
        for (Map.Entry<String, Lives.Life> entry : lives.byOrigin().entrySet()) {
            Lives.Life life = entry.getValue();
            Times time = times.get(entry.getKey());
            if (time == null) {
                continue;
            }
            byWeek.merge(time.seen(), 1, Integer::sum);
            IsoWeek on = time.on();
            boolean backport = on != null && on.compareTo(life.born()) < 0;
            if (backport) {
                backports++;
            } else if (on != null) {
                birthToTaken.add(life.born().until(on));
            }
            if (life.gone() == null) {
                waiting++;
                continue;
            }
            if (on != null) {
                takenToDropped.add(until(backport ? life.born() : on, life.gone()));
            }
            releasedToDropped.add(until(time.seen(), life.gone()));
        }
        return new Takings(
                times.size(),
                backports,
                Quantiles.of(birthToTaken),
                Quantiles.of(takenToDropped),
                Quantiles.of(releasedToDropped),
                waiting,
                byWeek);
    }

    /** One that is dropped before upstream's commit, as its text was agreed upon, is dropped at once. */
    private static long until(IsoWeek from, IsoWeek to) {
        return Math.max(0, from.until(to));
    }

    /**
     * @param on the week of upstream's commit, or null where unknown
     * @param seen the first week that had it
     */
    private record Times(@Nullable IsoWeek on, IsoWeek seen) {
        Times earlier(Times other) {
            IsoWeek first = on == null ? other.on : other.on == null || on.compareTo(other.on) <= 0 ? on : other.on;
            return new Times(first, seen.compareTo(other.seen) <= 0 ? seen : other.seen);
        }
    }
}
