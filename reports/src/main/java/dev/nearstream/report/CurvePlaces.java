package dev.nearstream.report;

import dev.nearstream.history.IsoWeek;
import dev.nearstream.store.Run;
import dev.nearstream.trend.PastWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The places of curves: each run, where there are few and nothing older is known; else each week that is known, with its
 * last run.
 *
 * @param weekly whether they are weeks
 */
record CurvePlaces(boolean weekly, List<Place> places) {
    /** More would not be told apart. */
    private static final int RUNS = 60;

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
        NavigableMap<IsoWeek, Place> weeks = new TreeMap<>();
        past.forEach(
                week -> weeks.put(week.at().week(), new Place(week.at().week().monday(), null, true)));
        for (Run run : runs) {
            IsoWeek week = IsoWeek.of(run.started());
            weeks.merge(
                    week,
                    new Place(week.monday(), run.id(), false),
                    (known, with) -> new Place(known.day(), with.run(), known.past()));
        }
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
}
