package dev.nearstream.delta.edit;

import java.util.List;

/** Counts and lists for reasons. */
final class Words {
    private static final int SHOWN = 3;
    private static final int LONGEST = 80;

    private Words() {}

    static String lines(int count) {
        return count == 1 ? "1 line" : count + " lines";
    }

    /** {@code a, b and c}, or {@code a, b, c and 4 more}. */
    static String list(List<String> items) {
        if (items.size() > SHOWN + 1) {
            return String.join(", ", shorten(items.subList(0, SHOWN))) + " and " + (items.size() - SHOWN) + " more";
        }
        List<String> shown = shorten(items);
        int last = shown.size() - 1;
        return last <= 0
                ? String.join("", shown)
                : String.join(", ", shown.subList(0, last)) + " and " + shown.get(last);
    }

    private static List<String> shorten(List<String> items) {
        return items.stream()
                .map(item -> item.length() <= LONGEST ? item : item.substring(0, LONGEST - 1) + "…")
                .toList();
    }
}
