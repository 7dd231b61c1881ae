package dev.nearstream.report.render;

import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.ext.emoji.EmojiExtension;
import com.vladsch.flexmark.ext.gfm.issues.GfmIssuesExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.gfm.users.GfmUsersExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markdown as a forge renders it: tables, autolinks, strikethrough, task lists, mentions, issues and emoji. */
final class Html {
    private static final DataHolder OPTIONS = new MutableDataSet()
            .set(
                    Parser.EXTENSIONS,
                    List.of(
                            TablesExtension.create(),
                            AutolinkExtension.create(),
                            StrikethroughExtension.create(),
                            TaskListExtension.create(),
                            GfmUsersExtension.create(),
                            GfmIssuesExtension.create(),
                            EmojiExtension.create()))
            .toImmutable();
    private static final Parser PARSER = Parser.builder(OPTIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder(OPTIONS).build();
    private static final Pattern TAG = Pattern.compile("<(/?[a-z0-9]+)[^>]*>");

    private Html() {}

    static String of(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }

    /** The names of all tags, in order: {@code p}, {@code /p}. */
    static List<String> tags(String html) {
        return TAG.matcher(html).results().map(tag -> tag.group(1)).toList();
    }

    /** What is seen. */
    static String text(String html) {
        String text = TAG.matcher(html).replaceAll(Matcher.quoteReplacement(""));
        return Escaping.unescapeHtml(text).replace("\u200B", "");
    }

    /** What a forge searches for references: the rendered text with what is not seen in it. */
    static String searched(String html) {
        return Escaping.unescapeHtml(TAG.matcher(html).replaceAll(""));
    }
}
