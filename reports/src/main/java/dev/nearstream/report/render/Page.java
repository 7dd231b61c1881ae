package dev.nearstream.report.render;

import com.vladsch.flexmark.formatter.MarkdownWriter;
import com.vladsch.flexmark.util.sequence.LineAppendable;
import java.util.List;

/** A markdown page in the making. What is given to it is markdown already, one line each. */
final class Page {
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
