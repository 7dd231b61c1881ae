package dev.nearstream.report.render;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists of any length, shown to a length that is read. */
final class Listing {
    /** Rows of a table. */
    static final int ROWS = 50;

    private Listing() {}

    /** A way to list lines. */
    interface Items {
        Items BULLETS = (page, before, lines) -> page.bullets(lines);
        Items NUMBERED = Page::numbered;

        /**
         * Adds them.
         *
         * @param before how many stand before the first
         */
        void add(Page page, int before, List<String> lines);
    }

    /** The first {@link #ROWS} as a table; of the others, how many, and where they are. */
    static <T> void table(Page page, PageLinks links, List<T> all, Table table, BiConsumer<Table, T> row) {
        all.stream().limit(ROWS).forEach(each -> row.accept(table, each));
        page.table(table);
        if (all.size() > ROWS) {
            page.paragraph("and " + Numbers.count(all.size() - ROWS) + " more, see "
                    + Inline.local("all packages", links.packageIndex()) + ".");
        }
    }

    /**
     * The first few as they are, the others folded away, up to {@link #ROWS} of them.
     *
     * @param rest what the others are, behind their number
     * @param list how they are listed
     */
    static <T> void items(Page page, List<T> all, int longest, String rest, Items list, Function<T, String> shown) {
        list.add(page, 0, all.stream().limit(longest).map(shown).toList());
        int more = all.size() - longest;
        if (more > 0) {
            page.folded(Numbers.count(more) + " more " + rest, folded -> {
                list.add(
                        folded,
                        longest,
                        all.stream().skip(longest).limit(ROWS).map(shown).toList());
                if (more > ROWS) {
                    folded.paragraph("and " + Numbers.count(more - ROWS) + " more.");
                }
            });
        }
    }

    /** The first few on one line: {@code a, b and 1,988 more}. */
    static <T> String line(List<T> all, int longest, String between, Function<T, String> shown) {
        String first = all.stream().limit(longest).map(shown).collect(Collectors.joining(between));
        return all.size() <= longest ? first : first + " and " + Numbers.count(all.size() - longest) + " more";
    }
}
