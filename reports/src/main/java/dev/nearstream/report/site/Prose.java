package dev.nearstream.report.site;

import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A markdown page of ours as HTML. What is no markdown of ours is text: HTML is escaped but for the elements that fold,
 * and only http and https are linked.
 *
 * @param title of its first heading, HTML without elements
 * @param html all of it
 */
public record Prose(String title, String html) {
    private static final DataHolder OPTIONS = new MutableDataSet()
            .set(Parser.EXTENSIONS, List.of(TablesExtension.create(), new ProseExtension()))
            .set(HtmlRenderer.ESCAPE_HTML, true)
            .set(HtmlRenderer.GENERATE_HEADER_ID, true)
            .set(HtmlRenderer.RENDER_HEADER_ID, true)
            .set(HtmlRenderer.SUPPRESSED_LINKS, "(?i)(?!https?:)[a-z][a-z0-9+.-]*:.*")
            .toImmutable();
    private static final Parser PARSER = Parser.builder(OPTIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder(OPTIONS).build();

    private static final Pattern TITLE = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL);
    private static final Pattern PART = Pattern.compile("<h2 id=\"([^\"]*)\">(.*?)</h2>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    /** With so many parts, a page begins with a list of them. */
    private static final int PARTS = 4;

    /** Of a page; its links to other pages of ours lead to the site's. */
    public static Prose of(String markdown) {
        String html = RENDERER.render(PARSER.parse(markdown));
        Matcher title = TITLE.matcher(html);
        return new Prose(title.find() ? plain(title.group(1)) : "", html);
    }

    /** The site's name of a markdown page. */
    public static String address(String path) {
        return Site.html(path);
    }

    /** The HTML with a list of its parts before the first one, and before that what is given. */
    String withContents(String before) {
        List<String> parts = PART.matcher(html)
                .results()
                .map(part -> "<li><a href=\"#" + part.group(1) + "\">" + plain(part.group(2)) + "</a></li>\n")
                .toList();
        int first = html.indexOf("<h2");
        if (first < 0) {
            return html + before;
        }
        String contents = parts.size() < PARTS
                ? ""
                : parts.stream()
                        .collect(Collectors.joining(
                                "", "<nav class=\"contents\" aria-label=\"On this page\">\n<ul>\n", "</ul>\n</nav>\n"));
        return html.substring(0, first) + before + contents + html.substring(first);
    }

    private static String plain(String html) {
        return TAG.matcher(html).replaceAll("").strip();
    }
}
