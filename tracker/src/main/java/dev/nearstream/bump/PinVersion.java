package dev.nearstream.bump;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as manifests write it: numbers, and a word behind them that must be the same for two to be compared
 * ({@code 4.1.118.Final}).
 */
record PinVersion(List<Integer> numbers, String word) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})*)(?:[.-]([A-Za-z]+))?");

    PinVersion {
        numbers = List.copyOf(numbers);
    }

    /** Empty for prereleases with numbers, dates with letters and all else that has no plain order. */
    static Optional<PinVersion> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        List<Integer> numbers = new ArrayList<>();
        for (String number : form.group(1).split("\\.", -1)) {
            numbers.add(Integer.valueOf(number));
        }
        return Optional.of(new PinVersion(numbers, form.group(2) == null ? "" : form.group(2)));
    }

    /**
     * Whether whoever has this version has what came with the other. Parallel maintenance lines are not comparable
     * (2.19.0 does not have 2.18.8's fix), so both must be of one line: the same major and minor number. The first
     * release of a line is cut from the main one, so that later lines of the same major have it too; below 1.0 a minor
     * number is what a major one is.
     */
    boolean has(PinVersion other) {
        if (!word.equals(other.word) || compare(other) < 0) {
            return false;
        }
        boolean sameLine = at(0) == other.at(0) && at(1) == other.at(1);
        boolean first = other.numbers.stream().skip(2).allMatch(number -> number == 0);
        return sameLine || (at(0) > 0 && at(0) == other.at(0) && first);
    }

    /** Whether the other is higher, on the same line. */
    boolean isBelow(PinVersion other) {
        return word.equals(other.word) && compare(other) < 0 && at(0) == other.at(0);
    }

    private int compare(PinVersion other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = Integer.compare(at(i), other.at(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int at(int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }
}
