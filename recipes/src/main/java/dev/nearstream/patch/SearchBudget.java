package dev.nearstream.patch;

/**
 * How many lines one run of {@code patch} may hold against another to find where its hunks go. A search is as long as
 * the file, for each hunk and each fuzz: a million hunks against five thousand lines take a quarter of an hour. Not
 * thread-safe.
 */
final class SearchBudget {
    /** A few seconds; a patch that applies needs about as many as it has lines. */
    static final long LINES = 500_000_000;

    private long left;

    SearchBudget(long lines) {
        left = lines;
    }

    /** One line more, or one place where no line is looked at. */
    void look() {
        if (--left < 0) {
            throw new SearchTooLongException();
        }
    }

    /** The budget is used up: whether the patch applies is not known. */
    static final class SearchTooLongException extends RuntimeException {
        private static final long serialVersionUID = 1;

        SearchTooLongException() {
            super("its hunks were looked for in too many places; split the patch", null, false, false);
        }
    }
}
