package dev.nearstream.patch;

/**
 * Finds where in a file a hunk goes.
 *
 * <p>GNU patch's rules ({@code locate_hunk}): the first guess is the line that the hunk names, moved by what the hunks
 * before it had to be moved; from there the search goes outwards, a line further down before a line further up, not into
 * lines that earlier hunks are done with. Fuzz takes lines from both ends of the pattern, less from the end where there
 * is less context than at the other. A hunk with less context before the change than after it, and that names the
 * first line, can only be at the file's start; one with less context after it only at the file's end; as much fuzz as
 * the difference lifts that.
 */
final class HunkSearch {
    private final SourceLines source;
    private final SearchBudget budget;
    private long offset;

    HunkSearch(SourceLines source, SearchBudget budget) {
        this.source = source;
        this.budget = budget;
    }

    /** By how much the hunks found so far had to be moved. */
    long offset() {
        return offset;
    }

    /**
     * Looks for a hunk.
     *
     * @param frozen the number of lines that earlier hunks are done with
     * @return the line where it goes, or 0
     */
    long locate(HunkSide hunk, int fuzz, long frozen) {
        long guess = hunk.first() + offset;
        int lines = hunk.patternLines();
        if (lines == 0) {
            return guess;
        }
        int prefixFuzz = fuzz + hunk.prefixContext() - hunk.context();
        int suffixFuzz = fuzz + hunk.suffixContext() - hunk.context();
        long last = source.count() - (lines - suffixFuzz) + 1L;
        long first = frozen + 1;
        long down = last - guess;
        long up = Math.min(guess - first, guess - 1);
        if (prefixFuzz < 0 && hunk.first() <= 1) {
            boolean fits = suffixFuzz >= 0 || (lines == source.count() && hunk.prefixContext() >= frozen);
            return fits && frozen <= hunk.prefixContext() && 1 - guess <= down && matches(hunk, 1, 0, suffixFuzz)
                    ? found(guess, 1)
                    : 0;
        }
        prefixFuzz = Math.max(prefixFuzz, 0);
        if (suffixFuzz < 0) {
            long end = source.count() - lines + 1L;
            return guess - end <= up && matches(hunk, end, prefixFuzz, 0) ? found(guess, end) : 0;
        }
        long start = down < 0 ? guess - last : up < 0 ? guess - first : 0;
        return search(hunk, prefixFuzz, suffixFuzz, new Range(guess, start, down, up));
    }

    private long search(HunkSide hunk, int prefixFuzz, int suffixFuzz, Range range) {
        long guess = range.guess();
        boolean anywhere = prefixFuzz + suffixFuzz >= hunk.patternLines();
        long distance = range.start();
        long most = Math.max(range.down(), range.up());
        while (distance <= most) {
            if (distance <= range.down() && matches(hunk, guess + distance, prefixFuzz, suffixFuzz)) {
                return found(guess, guess + distance);
            }
            if (distance <= range.up() && matches(hunk, guess - distance, prefixFuzz, suffixFuzz)) {
                return found(guess, guess - distance);
            }
            distance++;
            if (!anywhere && distance > range.up() && guess + distance < 1 - hunk.patternLines()) {
                distance = 1 - hunk.patternLines() - guess;
            }
        }
        return 0;
    }

    private boolean matches(HunkSide hunk, long line, int prefixFuzz, int suffixFuzz) {
        budget.look();
        int end = hunk.patternLines() - Math.max(suffixFuzz, 0);
        for (int i = prefixFuzz; i < end; i++) {
            budget.look();
            if (!hunk.matches(source, line + i, i)) {
                return false;
            }
        }
        return true;
    }

    private long found(long guess, long line) {
        offset += line - guess;
        return line;
    }

    /** Where to look: from how far off the guess, and how far down and up at most. */
    private record Range(long guess, long start, long down, long up) {}
}
