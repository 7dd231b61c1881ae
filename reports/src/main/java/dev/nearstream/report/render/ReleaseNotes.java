package dev.nearstream.report.render;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.ContentNode;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Upstream's words on a release, as they read and with nothing in them that does anything: headings, lists, text and
 * code stay; of links the text stays; images and HTML go. What pings or refers is broken as in {@link OutsideText}.
 */
final class ReleaseNotes {
    /** So many characters are shown, up to the end of a line. */
    static final int LONGEST = 4_000;

    private static final int DEEPEST = 6;
    private static final Parser PARSER = Parser.builder().build();
    private static final Pattern TAG = Pattern.compile("<[^>]*>?");

    private ReleaseNotes() {}

    /** @param markdown whether they are that; else their lines are shown as they stand */
    static void write(Page page, String raw, boolean markdown) {
        String text = raw.replace("\r\n", "\n").stripTrailing().replaceFirst("^(?:[ \t]*\n)+", "");
        String shown = cut(text);
        if (markdown) {
            Node document = PARSER.parse(shown);
            strip(document);
            blocks(page, document, 0);
        } else {
            page.fence("", shown.lines().toList());
        }
        if (shown.length() < text.length()) {
            page.paragraph("_There is more._");
        }
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int line = text.lastIndexOf('\n', LONGEST);
        return text.substring(0, line > 0 ? line : LONGEST);
    }

    /** Takes out what is no text. */
    private static void strip(Node of) {
        Node child = of.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            if (child instanceof Image
                    || child instanceof ImageRef
                    || child instanceof HtmlInline
                    || child instanceof HtmlInlineComment
                    || child instanceof HtmlCommentBlock) {
                child.unlink();
            } else {
                strip(child);
            }
            child = next;
        }
    }

    private static void blocks(Page page, Node parent, int depth) {
        for (Node block : parent.getChildren()) {
            if (block instanceof Heading) {
                String text = text(block);
                if (!text.isEmpty()) {
                    page.paragraph(Inline.bold(text));
                }
            } else if (block instanceof ListBlock) {
                List<String> items = new ArrayList<>();
                items(block, 0, items);
                page.nested(items);
            } else if (block instanceof FencedCodeBlock || block instanceof IndentedCodeBlock) {
                page.fence(
                        "",
                        ((ContentNode) block)
                                .getContentChars()
                                .toString()
                                .lines()
                                .toList());
            } else if (block instanceof BlockQuote && depth < DEEPEST) {
                blocks(page, block, depth + 1);
            } else if (block instanceof HtmlBlock) {
                page.paragraph(
                        Message.of(TAG.matcher(block.getChars().toString()).replaceAll(" "), LONGEST));
            } else if (block instanceof Paragraph) {
                page.paragraph(text(block));
            }
        }
    }

    private static void items(Node list, int depth, List<String> lines) {
        for (Node item : list.getChildren()) {
            List<String> said = new ArrayList<>();
            List<Node> below = new ArrayList<>();
            for (Node child : item.getChildren()) {
                if (child instanceof ListBlock) {
                    below.add(child);
                } else {
                    said.add(text(child));
                }
            }
            String line = String.join(" ", said).strip();
            if (!line.isEmpty()) {
                lines.add("  ".repeat(depth) + line);
            }
            below.forEach(inner -> items(inner, line.isEmpty() ? depth : Math.min(depth + 1, DEEPEST), lines));
        }
    }

    private static String text(Node node) {
        NoteLine line = new NoteLine(LONGEST);
        collect(node, line);
        return line.markdown();
    }

    private static void collect(Node of, NoteLine line) {
        for (Node child : of.getChildren()) {
            if (child instanceof SoftLineBreak || child instanceof HardLineBreak) {
                line.text(" ");
            } else if (child instanceof Text || child instanceof HtmlEntity) {
                line.text(child.getChars().unescape());
            } else if (child instanceof AutoLink link) {
                line.text(link.getText());
            } else if (child instanceof com.vladsch.flexmark.ast.Code code) {
                line.code(code.getText().toString());
            } else {
                collect(child, line);
            }
        }
    }
}
