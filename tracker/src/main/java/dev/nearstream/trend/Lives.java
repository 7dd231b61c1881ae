package dev.nearstream.trend;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.history.IsoWeek;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How long distinct contents were carried, from the first package that had one to the last. One that was altered counts
 * as what it was before: its first week is that of the first text.
 *
 * @param byOrigin by the content that it was at first
 * @param origins what each content was at first
 */
record Lives(Map<String, Life> byOrigin, Map<String, String> origins) {

    /** @param gone the first week without it, or null where it is still carried */
    record Life(IsoWeek born, @Nullable IsoWeek gone) {
        private Life and(Life other) {
            IsoWeek begin = born.compareTo(other.born) <= 0 ? born : other.born;
            IsoWeek end =
                    gone == null || other.gone == null ? null : gone.compareTo(other.gone) >= 0 ? gone : other.gone;
            return new Life(begin, end);
        }
    }

    /** Of the kinds that are wanted. */
    static Lives of(CarriedPast past, Predicate<DeltaKind> kinds) {
        Map<String, Life> lives = new HashMap<>();
        Map<String, String> contents = new HashMap<>();
        Map<String, String> places = new HashMap<>();
        for (Span span : past.spans()) { // in the order of their births
            if (kinds.test(span.delta().kind())) {
                String place = span.packageName() + "\0" + span.delta().id();
                String content = span.delta().content();
                String origin = places.getOrDefault(place, contents.getOrDefault(content, content));
                places.putIfAbsent(place, origin);
                contents.putIfAbsent(content, origin);
                lives.merge(origin, new Life(span.born(), span.gone()), Life::and);
            }
        }
        return new Lives(lives, contents);
    }
}
