package dev.nearstream.trend;

import dev.nearstream.history.IsoWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a package moved between two weeks.
 *
 * @param came ids of deltas that it has and had not
 * @param went ids of deltas that it had and has not
 */
public record Move(String packageName, List<String> came, List<String> went) {
    /** The largest first, whichever way they go. */
    private static final Comparator<Move> LARGEST_FIRST = Comparator.comparingInt((Move move) -> -Math.abs(move.net()))
            .thenComparingInt(move -> -(move.came().size() + move.went().size()))
            .thenComparing(Move::packageName);

    public Move {
        came = List.copyOf(came);
        went = List.copyOf(went);
    }

    /** How many deltas it has more. */
    public int net() {
        return came.size() - went.size();
    }

    /** All packages that moved between the ends of two weeks, the largest moves first. */
    public static List<Move> between(CarriedPast past, IsoWeek from, IsoWeek to) {
        Map<String, List<String>> came = new TreeMap<>();
        Map<String, List<String>> went = new TreeMap<>();
        for (Span span : past.spans()) {
            boolean was = span.covers(from);
            boolean is = span.covers(to);
            if (was != is) {
                (is ? came : went)
                        .computeIfAbsent(span.packageName(), name -> new ArrayList<>())
                        .add(span.delta().id());
            }
        }
        Map<String, Move> moves = new TreeMap<>();
        came.keySet().forEach(name -> moves.put(name, of(name, came, went)));
        went.keySet().forEach(name -> moves.put(name, of(name, came, went)));
        return moves.values().stream()
                .filter(move -> !move.came().isEmpty() || !move.went().isEmpty())
                .sorted(LARGEST_FIRST)
                .toList();
    }

    /** What was altered and goes on under its id has neither come nor gone. */
    private static Move of(String name, Map<String, List<String>> came, Map<String, List<String>> went) {
        List<String> in = new ArrayList<>(came.getOrDefault(name, List.of()));
        List<String> out = new ArrayList<>(went.getOrDefault(name, List.of()));
        List<String> altered = in.stream().filter(out::contains).toList();
        in.removeAll(altered);
        out.removeAll(altered);
        in.sort(null);
        out.sort(null);
        return new Move(name, in, out);
    }
}
