package dev.nearstream.patch;

/**
 * How much one run of {@code patch} may do, counted in lines held against another to find where hunks go. A search is as
 * long as the file, for each hunk and each fuzz: a million hunks against five thousand lines take a quarter of an hour.
 * So does a large file that each of a thousand parts reads and writes anew, or a path of a thousand directories. Not
 * thread-safe.
 */
final class SearchBudget {
    /** A few seconds; a patch that applies needs about as many as it has lines. */
    static final long LINES = 500_000_000;

    /** How many bytes are read or written in about the time that a line costs. */
    private static final int BYTES = 4;

    private long left;

    SearchBudget(long lines) {
        left = lines;
    }

    /** One line more, or one place where no line is looked at. */
    void look() {
        spend(1);
    }

    /** Reads and writes a file of so many bytes, for one of the parts that change it. */
    void read(int bytes) {
        spend(bytes / BYTES);
    }

    /** Looks up a path of so many characters. */
    void resolve(int characters) {
        spend(1 + characters / BYTES);
    }

    private void spend(long lines) {
        left -= lines;
        if (left < 0) {
            throw new SearchTooLongException();
        }
    }

    /** The budget is used up: whether the patch applies is not known. */
    static final class SearchTooLongException extends RuntimeException {
        private static final long serialVersionUID = 1;

        SearchTooLongException() {
            super("its files and hunks are looked for in too many places; split the patch", null, false, false);
        }
    }
}
