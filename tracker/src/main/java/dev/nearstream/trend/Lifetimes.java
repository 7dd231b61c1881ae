package dev.nearstream.trend;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.history.IsoWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * How long distinct contents are carried, in weeks.
 *
 * @param dropped of those that are not carried any more
 * @param carried of those that are, until the last week that is known
 */
public record Lifetimes(Quantiles dropped, Quantiles carried) {

    /** Of the kinds that are wanted. */
    public static Lifetimes of(CarriedPast past, Predicate<DeltaKind> kinds) {
        List<Long> dropped = new ArrayList<>();
        List<Long> carried = new ArrayList<>();
        if (!past.weeks().isEmpty()) {
            IsoWeek last = past.weeks().get(past.weeks().size() - 1).at().week();
            for (Lives.Life life : Lives.of(past, kinds).byOrigin().values()) {
                if (life.gone() == null) {
                    carried.add(life.born().until(last));
                } else {
                    dropped.add(life.born().until(life.gone()));
                }
            }
        }
        return new Lifetimes(Quantiles.of(dropped), Quantiles.of(carried));
    }
}
