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

    /** The first {@link #ROWS} as a table; of the others, how many, and where they are. */
    static <T> void table(Page page, PageLinks links, List<T> all, Table table, BiConsumer<Table, T> row) {
        all.stream().limit(ROWS).forEach(each -> row.accept(table, each));
        page.table(table);
        if (all.size() > ROWS) {
            page.paragraph("and " + Numbers.count(all.size() - ROWS) + " more, see "
                    + Inline.local("all packages", links.packageIndex()) + ".");
        }
    }

    /** The first few on one line: {@code a, b and 1,988 more}. */
    static <T> String line(List<T> all, int longest, String between, Function<T, String> shown) {
        String first = all.stream().limit(longest).map(shown).collect(Collectors.joining(between));
        return all.size() <= longest ? first : first + " and " + Numbers.count(all.size() - longest) + " more";
    }
}
