package dev.nearstream.report;

import dev.nearstream.history.IsoWeek;
import dev.nearstream.store.Run;
import dev.nearstream.trend.PastWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The places of curves: each run, where there are few and nothing older is known; else each week that is known, with its
 * last run.
 *
 * @param weekly whether they are weeks
 */
record CurvePlaces(boolean weekly, List<Place> places) {
    /** So many runs are looked into, for each has all packages to be read. */
    private static final int RUNS = 26;

    CurvePlaces {
        places = List.copyOf(places);
    }

    /**
     * A place.
     *
     * @param run its id, or null where there was none
     * @param past whether it is known what was carried at its end
     */
    record Place(LocalDate day, @Nullable String run, boolean past) {}

    /** @param runs oldest first */
    static CurvePlaces of(List<Run> runs, List<PastWeek> past) {
        if (past.isEmpty() && runs.size() <= RUNS) {
            return new CurvePlaces(
                    false,
                    runs.stream()
                            .map(run -> new Place(LocalDate.ofInstant(run.started(), ZoneOffset.UTC), run.id(), false))
                            .toList());
        }
        Map<IsoWeek, Place> weeks = new TreeMap<>();
        past.forEach(
                week -> weeks.put(week.at().week(), new Place(week.at().week().monday(), null, true)));
        Map<IsoWeek, Run> last = new TreeMap<>();
        runs.forEach(run -> last.put(IsoWeek.of(run.started()), run));
        last.entrySet().stream().skip(Math.max(0, last.size() - RUNS)).forEach(of -> {
            boolean known = weeks.containsKey(of.getKey());
            weeks.put(of.getKey(), new Place(of.getKey().monday(), of.getValue().id(), known));
        });
        return new CurvePlaces(true, new ArrayList<>(weeks.values()));
    }

    /** The first place at or after a week's Monday; their number where there is none. */
    int at(IsoWeek week) {
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (places.get(middle).day().isBefore(week.monday())) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    List<String> runs() {
        return places.stream().map(Place::run).filter(run -> run != null).toList();
    }

    /** The first run and the last: what has points of deltas in neither has no curve of points. */
    Set<String> ends() {
        List<String> runs = runs();
        return runs.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(runs.get(0), runs.get(runs.size() - 1)));
    }
}
