package dev.nearstream.report.render;

import com.vladsch.flexmark.formatter.MarkdownWriter;
import com.vladsch.flexmark.util.sequence.LineAppendable;
import dev.nearstream.report.VisibleText;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A markdown page in the making. What is given to it is markdown already, one line each. */
final class Page {
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    /** A forge may make a commit's message of the text, in which it looks for these in code too. */
    private static final Pattern CLOSING = Pattern.compile(
            "(?i)\\b((?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|implement(?:s|ed|ing)?)\\s*:?\\s*)(?=\\S*(?:#|!|/|GH-)\\d)");

    private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9._/+@:-]");

    private final MarkdownWriter writer = new MarkdownWriter(LineAppendable.F_TRIM_TRAILING_WHITESPACE);

    Page heading(int level, String text) {
        writer.blankLine().append("#".repeat(level)).append(" ").append(text).blankLine();
        return this;
    }

    Page paragraph(String text) {
        writer.blankLine().append(text).blankLine();
        return this;
    }

    Page bullets(List<String> items) {
        writer.blankLine();
        items.forEach(item -> writer.append("- ").append(item).line());
        writer.blankLine();
        return this;
    }

    /** Items in an order that counts, the first of them with the number after {@code before}. */
    Page numbered(int before, List<String> items) {
        writer.blankLine();
        for (int i = 0; i < items.size(); i++) {
            writer.append(String.valueOf(before + i + 1))
                    .append(". ")
                    .append(items.get(i))
                    .line();
        }
        writer.blankLine();
        return this;
    }

    /** Bullets in bullets: each begins with as many pairs of blanks as it is deep. */
    Page nested(List<String> indented) {
        writer.blankLine();
        writer.openPreFormatted(true);
        indented.forEach(item -> {
            String bare = item.stripLeading();
            writer.append(item, 0, item.length() - bare.length())
                    .append("- ")
                    .append(bare)
                    .line();
        });
        writer.closePreFormatted();
        writer.blankLine();
        return this;
    }

    /**
     * Text from outside as it is, in a fence that nothing in it ends; what is not seen is shown as U+FFFD, and U+200B
     * stands between a closing keyword and what it would close, and in what would pass for our {@link #marker}.
     */
    Page fence(String language, List<String> lines) {
        String fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
        writer.blankLine();
        writer.openPreFormatted(true);
        writer.append(fence).append(language).line();
        String text = lines.stream().map(line -> VisibleText.code(line) + "\n").collect(Collectors.joining());
        writer.append(CLOSING.matcher(text).replaceAll("$1\u200B").replace("<!-- nearstream", "<!--\u200B nearstream"));
        writer.append(fence).line();
        writer.closePreFormatted();
        writer.blankLine();
        return this;
    }

    /**
     * What can be unfolded.
     *
     * @param summary ours: HTML, no markdown
     */
    Page folded(String summary, Consumer<Page> content) {
        writer.blankLine().append("<details>").line();
        writer.append("<summary>").append(summary).append("</summary>").blankLine();
        content.accept(this);
        writer.blankLine().append("</details>").blankLine();
        return this;
    }

    /** A line that is not seen, for programs: of other characters than those of names nothing is left. */
    Page marker(String text) {
        writer.blankLine().append("<!-- nearstream: ");
        writer.append(NO_NAME.matcher(text).replaceAll("_")).append(" -->").blankLine();
        return this;
    }

    private static int longestRun(List<String> lines) {
        return lines.stream()
                .flatMap(line -> BACKTICKS.matcher(line).results())
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
    }

    Page table(Table table) {
        if (!table.isEmpty()) {
            writer.blankLine();
            table.appendTo(writer);
            writer.blankLine();
        }
        return this;
    }

    /** The page: lines end with a newline. */
    String text() {
        return writer.toString(1, 0, false).strip() + "\n";
    }
}
