package dev.nearstream.mail;

import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;
import dev.nearstream.report.render.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A markdown page of ours as text to be read as it is, of {@link #WIDTH} columns where no word is longer. Of links the
 * address is told where the label is no name of what it leads to; what is folded is left out, and said to be on the page.
 */
final class PlainText {
    static final int WIDTH = 76;

    private static final Parser PARSER = Parser.builder(
                    new MutableDataSet().set(Parser.EXTENSIONS, List.of(TablesExtension.create())))
            .build();
    private static final Pattern SUMMARY = Pattern.compile("<summary>([^<]*)</summary>");
    /** What keeps forges from linking; here nothing links. */
    private static final String BREAK = "\u200B";

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    /** Lines end with a newline. */
    static String of(String markdown) {
        PlainText plain = new PlainText();
        plain.blocks(PARSER.parse(markdown), 0);
        return plain.text.toString().strip() + "\n";
    }

    private void blocks(Node parent, int indent) {
        boolean folded = false;
        for (Node node : parent.getChildren()) {
            if (node instanceof HtmlBlock html) {
                String chars = html.getChars().toString();
                Matcher summary = SUMMARY.matcher(chars);
                if (summary.find()) {
                    folded = true;
                    paragraph("", indent, summary.group(1) + ": on the page.");
                }
                folded &= !chars.contains("</details>");
            } else if (!folded) {
                block(node, indent);
            }
        }
    }

    private void block(Node node, int indent) {
        if (node instanceof Heading heading) {
            String title = inline(heading);
            text.append('\n').append(title).append('\n');
            text.append((heading.getLevel() == 1 ? "=" : "-").repeat(title.codePointCount(0, title.length())));
            text.append("\n\n");
        } else if (node instanceof Paragraph) {
            paragraph("", indent, inline(node));
        } else if (node instanceof ListBlock list) {
            list(list, indent);
        } else if (node instanceof TableBlock table) {
            table(table, indent);
        } else if (node instanceof FencedCodeBlock code) {
            code.getContentLines().forEach(line -> text.append("    ").append(line));
            text.append('\n');
        } else {
            blocks(node, indent);
        }
    }

    private void list(ListBlock list, int indent) {
        int number = list instanceof OrderedList ordered ? ordered.getStartNumber() : 0;
        for (Node item : list.getChildren()) {
            String mark = list instanceof BulletList ? "- " : number++ + ". ";
            int hanging = indent + mark.length();
            boolean first = true;
            for (Node node : item.getChildren()) {
                if (first && node instanceof Paragraph) {
                    lines(" ".repeat(indent) + mark, hanging, inline(node));
                } else {
                    block(node, hanging);
                }
                first = false;
            }
        }
        text.append(indent == 0 ? "\n" : "");
    }

    /** A row is an item: its columns would be too many for a mail. */
    private void table(TableBlock table, int indent) {
        for (Node part : table.getChildren()) {
            if (part instanceof TableBody) {
                for (Node row : part.getChildren()) {
                    if (row instanceof TableRow) {
                        List<String> cells = new ArrayList<>();
                        row.getChildren().forEach(cell -> cells.add(inline(cell)));
                        lines(" ".repeat(indent) + "- ", indent + 2, String.join("; ", cells));
                    }
                }
            }
        }
        text.append('\n');
    }

    private void paragraph(String first, int indent, String words) {
        lines(" ".repeat(indent) + first, indent, words);
        text.append('\n');
    }

    private void lines(String first, int indent, String words) {
        text.append(first)
                .append(Prose.broken(words, first.length(), indent, WIDTH))
                .append('\n');
    }

    private static String inline(Node parent) {
        StringBuilder line = new StringBuilder();
        parent.getChildren().forEach(node -> inline(node, line));
        return line.toString().replace(BREAK, "").strip();
    }

    private static void inline(Node node, StringBuilder line) {
        if (node instanceof Code code) {
            line.append(code.getText());
        } else if (node instanceof Text || node instanceof HtmlEntity) {
            line.append(node.getChars().unescape());
        } else if (node instanceof SoftLineBreak) {
            line.append(' ');
        } else {
            node.getChildren().forEach(child -> inline(child, line));
            if (node instanceof Link link && isTold(link)) {
                line.append(" <").append(link.getUrl().unescape()).append('>');
            }
        }
    }

    /** A commit, a tag or a line is found by its name; a pull request is gone to. */
    private static boolean isTold(Link link) {
        boolean named =
                StreamSupport.stream(link.getChildren().spliterator(), false).anyMatch(Code.class::isInstance);
        return !named && link.getUrl().startsWith("http");
    }
}
