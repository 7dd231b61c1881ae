package dev.nearstream.report.render;

import dev.nearstream.report.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table for the terminal: columns two blanks apart, numbers on the right, no colour. Cells are cleaned: text from
 * outside cannot steer the terminal.
 */
final class TextTable {
    /** Sentences get at least so many columns. */
    private static final int NARROWEST = 40;

    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<String> columns) {
        this.columns = columns;
    }

    /** A column of numbers is marked by {@code #} before its title, a last one of sentences by {@code ~}. */
    static TextTable of(String... columns) {
        return new TextTable(List.of(columns));
    }

    TextTable row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(Arrays.stream(cells).map(VisibleText::of).toList());
        return this;
    }

    /** The lines, each ending with a newline; nothing where there is no row. */
    String text() {
        if (rows.isEmpty()) {
            return "";
        }
        List<List<String>> all = new ArrayList<>();
        all.add(columns.stream().map(TextTable::title).toList());
        all.addAll(rows);
        int[] widths = IntStream.range(0, columns.size())
                .map(i -> all.stream().mapToInt(row -> width(row.get(i))).max().orElse(0))
                .toArray();
        return all.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private String line(List<String> row, int[] widths) {
        int last = widths.length - 1;
        if (columns.get(last).startsWith("~")) {
            int at = IntStream.of(widths).limit(last).map(width -> width + 2).sum();
            String text = Prose.broken(row.get(last), at, at, Math.max(Prose.WIDTH, at + NARROWEST));
            return cells(row, widths, last) + "  " + text + "\n";
        }
        return cells(row, widths, row.size()).stripTrailing() + "\n";
    }

    private String cells(List<String> row, int[] widths, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    String padding = " ".repeat(widths[i] - width(row.get(i)));
                    return isNumber(columns.get(i)) ? padding + row.get(i) : row.get(i) + padding;
                })
                .collect(Collectors.joining("  "));
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private static boolean isNumber(String column) {
        return column.startsWith("#");
    }

    private static String title(String column) {
        return isNumber(column) || column.startsWith("~") ? column.substring(1) : column;
    }
}
