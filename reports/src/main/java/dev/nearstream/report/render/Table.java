package dev.nearstream.report.render;

import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.format.MarkdownTable;
import com.vladsch.flexmark.util.format.TableCell;
import com.vladsch.flexmark.util.format.TableFormatOptions;
import com.vladsch.flexmark.util.html.CellAlignment;
import com.vladsch.flexmark.util.sequence.LineAppendable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table: numbers stand on the right. Cells are inline markdown. */
final class Table {
    /** Above this, columns are not padded: padding would be most of the file. */
    private static final int PADDED = 100;

    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(List<String> columns) {
        this.columns = columns;
    }

    /** A column of numbers is marked by {@code #} before its title. */
    static Table of(String... columns) {
        return new Table(List.of(columns));
    }

    Table row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(Arrays.asList(cells));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void appendTo(LineAppendable out) {
        boolean padded = rows.size() <= PADDED;
        MarkdownTable table = new MarkdownTable(
                "",
                new MutableDataSet()
                        .set(TableFormatOptions.FORMAT_TABLE_ADJUST_COLUMN_WIDTH, padded)
                        .set(TableFormatOptions.FORMAT_TABLE_APPLY_COLUMN_ALIGNMENT, padded));
        table.setHeader();
        columns.forEach(column -> table.addCell(cell(isNumber(column) ? column.substring(1) : column)));
        table.nextRow();
        table.setSeparator();
        columns.forEach(column -> table.addCell(cell(isNumber(column) ? "---:" : ":---")
                .withAlignment(isNumber(column) ? CellAlignment.RIGHT : CellAlignment.LEFT)));
        table.setBody();
        rows.forEach(row -> {
            row.forEach(cell -> table.addCell(cell(cell)));
            table.nextRow();
        });
        table.appendTable(out);
    }

    private static boolean isNumber(String column) {
        return column.startsWith("#");
    }

    private static TableCell cell(String text) {
        return new TableCell(text, 1, 1);
    }
}
