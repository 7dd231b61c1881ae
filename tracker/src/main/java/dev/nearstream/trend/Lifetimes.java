package dev.nearstream.trend;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.history.IsoWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How long distinct contents are carried, in weeks: from the first package that had it to the last. One that was altered
 * counts as what it was before: its first week is that of the first text.
 *
 * @param dropped of those that are not carried any more
 * @param carried of those that are, until the last week that is known
 */
public record Lifetimes(Quantiles dropped, Quantiles carried) {

    /** Of the kinds that are wanted. */
    public static Lifetimes of(CarriedPast past, Predicate<DeltaKind> kinds) {
        List<Long> dropped = new ArrayList<>();
        List<Long> carried = new ArrayList<>();
        if (past.weeks().isEmpty()) {
            return new Lifetimes(Quantiles.of(dropped), Quantiles.of(carried));
        }
        IsoWeek last = past.weeks().get(past.weeks().size() - 1).at().week();
        Map<String, Life> lives = new HashMap<>();
        Map<String, String> first = new HashMap<>();
        for (Span span : past.spans()) { // in the order of their births
            if (kinds.test(span.delta().kind())) {
                String key = span.packageName() + "\0" + span.delta().id();
                String content = span.delta().content();
                String origin = first.getOrDefault(key, first.getOrDefault(content, content));
                first.putIfAbsent(key, origin);
                first.putIfAbsent(content, origin);
                lives.merge(origin, new Life(span.born(), span.gone()), Life::and);
            }
        }
        for (Life life : lives.values()) {
            if (life.gone() == null) {
                carried.add(life.born().until(last));
            } else {
                dropped.add(life.born().until(life.gone()));
            }
        }
        return new Lifetimes(Quantiles.of(dropped), Quantiles.of(carried));
    }

    private record Life(IsoWeek born, @Nullable IsoWeek gone) {
        Life and(Life other) {
            IsoWeek begin = born.compareTo(other.born) <= 0 ? born : other.born;
            IsoWeek end =
                    gone == null || other.gone == null ? null : gone.compareTo(other.gone) >= 0 ? gone : other.gone;
            return new Life(begin, end);
        }
    }
}
