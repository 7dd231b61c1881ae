package dev.nearstream.report.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A picture of numbers over weeks, as SVG that needs nothing beside it: light and dark follow the reader's setting, and
 * lines differ by their dashes as well as by their colours. The same numbers give the same bytes.
 */
final class LineChart {
    private static final int LEFT = 56;
    private static final int RIGHT = 16;
    private static final int TOP = 40;
    private static final int BOTTOM = 28;
    /** The length of a value with none beside it, which else would not be seen. */
    private static final int ALONE = 6;

    /** At most so wide is the text of a tick. */
    private static final int TICK = 56;
    /** Below so many points, each month has a tick, and not each year. */
    private static final int SHORT = 80;

    private static final String STYLE = """
            <style>
            svg{color:#1f2328;background:#fff}
            text{font:12px system-ui,sans-serif;fill:currentColor}
            .t{font-weight:600}.g{stroke:currentColor;stroke-opacity:.18}.s{fill:none;stroke-width:2}
            .s0{stroke:#0550ae}.s1{stroke:#bc4c00;stroke-dasharray:7 3}.s2{stroke:#116329;stroke-dasharray:2 3}
            .s3{stroke:#8250df;stroke-dasharray:9 3 2 3}
            @media(prefers-color-scheme:dark){svg{color:#e6edf3;background:#0d1117}
            .s0{stroke:#79c0ff}.s1{stroke:#ffa657}.s2{stroke:#7ee787}.s3{stroke:#d2a8ff}}
            </style>
            """;

    /**
     * A line.
     *
     * @param values one for each place; null where nothing is known, where the line is broken
     */
    record Series(String name, List<@Nullable Double> values) {}

    private static final LineChart LARGE = new LineChart(760, 280, 4);
    private static final LineChart SMALL = new LineChart(480, 160, 2);

    private final int width;
    private final int height;
    private final int lines;

    /** @param lines to read values by */
    private LineChart(int width, int height, int lines) {
        this.width = width;
        this.height = height;
        this.lines = lines;
    }

    /**
     * The picture, 760 wide and 280 high.
     *
     * @param title ours, in words
     * @param days ISO days, one for each place, in their order
     * @param series at most four
     */
    static String svg(String title, List<String> days, List<Series> series) {
        return LARGE.draw(title, days, series);
    }

    /** The same, 480 wide and 160 high. */
    static String small(String title, List<String> days, List<Series> series) {
        return SMALL.draw(title, days, series);
    }

    private String draw(String title, List<String> days, List<Series> series) {
        double most = series.stream()
                .flatMap(one -> one.values().stream())
                .mapToDouble(value -> value == null ? 0 : value)
                .max()
                .orElse(0);
        double top = ceiling(most);
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width + " " + height)
                .append("\" role=\"img\" aria-label=\"")
                .append(Xml.text(title))
                .append("\">\n<title>")
                .append(Xml.text(title))
                .append("</title>\n")
                .append(STYLE);
        text(svg, LEFT, 16, "start", title, "t");
        int x = LEFT;
        for (int i = 0; i < series.size(); i++) {
            line(svg, "s s" + i, x, 30, x + 24, 30);
            text(svg, x + 30, 34, "start", series.get(i).name(), "");
            x += 46 + series.get(i).name().length() * 7;
        }
        for (int i = 0; i <= lines; i++) {
            double value = top * i / lines;
            line(svg, "g", LEFT, y(value, top), width - RIGHT, y(value, top));
            text(svg, LEFT - 6, y(value, top) + 4, "end", number(value), "");
        }
        for (int tick : ticks(days)) {
            line(svg, "g", x(tick, days.size()), TOP, x(tick, days.size()), height - BOTTOM);
            boolean room = x(tick, days.size()) + TICK / 2.0 <= width;
            text(svg, room ? x(tick, days.size()) : width, height - 10, room ? "middle" : "end", label(days, tick), "");
        }
        for (int i = 0; i < series.size(); i++) {
            path(svg, i, series.get(i).values(), top);
        }
        return svg.append("</svg>\n").toString();
    }

    private void path(StringBuilder svg, int index, List<@Nullable Double> values, double top) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            if (value == null) {
                continue;
            }
            Double before = i == 0 ? null : values.get(i - 1);
            Double after = i + 1 == values.size() ? null : values.get(i + 1);
            if (before == null) {
                double x = x(i, values.size()) - (after == null ? ALONE / 2.0 : 0);
                path.append('M').append(place(x, y(value, top)));
                path.append(after == null ? "h" + ALONE : "");
            } else if (!before.equals(value) || !value.equals(after)) {
                path.append('L').append(place(x(i, values.size()), y(value, top)));
            }
        }
        if (!path.isEmpty()) {
            svg.append("<path class=\"s s")
                    .append(index)
                    .append("\" d=\"")
                    .append(path)
                    .append("\"/>\n");
        }
    }

    /** The places at which a year begins, or a month where there are few. */
    private List<Integer> ticks(List<String> days) {
        int same = days.size() < SHORT ? 7 : 4;
        List<Integer> ticks = new ArrayList<>();
        for (int i = 1; i < days.size(); i++) {
            if (!days.get(i).substring(0, same).equals(days.get(i - 1).substring(0, same))) {
                ticks.add(i);
            }
        }
        int most = (width - LEFT - RIGHT) / TICK;
        int every = Math.max(1, (ticks.size() + most - 1) / most);
        List<Integer> few = new ArrayList<>();
        for (int i = 0; i < ticks.size(); i += every) {
            few.add(ticks.get(i));
        }
        return few;
    }

    private static String label(List<String> days, int tick) {
        return days.get(tick).substring(0, days.size() < SHORT ? 7 : 4);
    }

    private double x(int place, int places) {
        return LEFT + (width - LEFT - RIGHT) * (places < 2 ? 0.5 : place / (places - 1.0));
    }

    private double y(double value, double top) {
        return height - BOTTOM - (height - TOP - BOTTOM) * value / top;
    }

    /** The next of 1, 2, 4, 6, 8 times a power of ten, so that quarters of it are short numbers. */
    private static double ceiling(double most) {
        double power = 1;
        while (power * 10 <= most) {
            power *= 10;
        }
        for (double factor : new double[] {1, 2, 4, 6, 8}) {
            if (most <= factor * power) {
                return Math.max(4, factor * power);
            }
        }
        return 10 * power;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Numbers.count((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    private static void line(StringBuilder svg, String style, double x1, double y1, double x2, double y2) {
        svg.append("<path class=\"%s\" d=\"M%sL%s\"/>\n".formatted(style, place(x1, y1), place(x2, y2)));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text, String style) {
        svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\"".formatted(coordinate(x), coordinate(y), anchor));
        svg.append(style.isEmpty() ? "" : " class=\"" + style + "\"")
                .append('>')
                .append(Xml.text(text))
                .append("</text>\n");
    }

    private static String place(double x, double y) {
        return coordinate(x) + " " + coordinate(y);
    }

    private static String coordinate(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }
}
