package dev.nearstream.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One reason why packages, or deltas, were not assessed.
 *
 * @param state {@code skipped}, {@code failed: } and the stage, {@code not scored}, {@code delta}
 * @param names whom it concerns, sorted
 */
public record NotAssessed(String state, String reason, List<String> names) {

    public NotAssessed {
        names = names.stream().sorted().toList();
    }

    /** Collects names under their reasons. */
    static final class Groups {
        private record Key(String state, String reason) implements Comparable<Key> {
            private static final Comparator<Key> ORDER =
                    Comparator.comparing(Key::state).thenComparing(Key::reason);

            @Override
            public int compareTo(Key other) {
                return ORDER.compare(this, other);
            }
        }

        private final Map<Key, List<String>> names = new TreeMap<>();

        /** A message that names the package itself is still the same reason for all. */
        void add(String state, String reason, String name) {
            String same = reason.startsWith(name + ": ") ? reason.substring(name.length() + 2) : reason;
            names.computeIfAbsent(new Key(state, VisibleText.of(same)), key -> new ArrayList<>())
                    .add(name);
        }

        /** The reason of most first. */
        List<NotAssessed> list() {
            return names.entrySet().stream()
                    .map(group -> new NotAssessed(
                            group.getKey().state(), group.getKey().reason(), group.getValue()))
                    .sorted(Comparator.comparingInt(group -> -group.names().size()))
                    .toList();
        }
    }
}
