package dev.nearstream.mail;

import dev.nearstream.report.site.Prose;
import java.net.URI;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page of ours as the body of a mail. What is folded on the page is left out, and said to be there. */
record MailBody(String text, String html) {
    private static final Pattern FOLDED =
            Pattern.compile("<details>\\s*<summary>([^<]*)</summary>.*?</details>", Pattern.DOTALL);
    private static final Pattern BOX = Pattern.compile("</?div[^>]*>\\s*");
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]*)\"[^>]*>(.*?)</a>", Pattern.DOTALL);
    private static final Pattern WEB = Pattern.compile("https?://.*");

    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="color-scheme" content="light dark">
            <title>%s</title>
            </head>
            <body style="font:15px/1.5 sans-serif;max-width:44em;margin:1em auto;padding:0 1em">
            """;

    /**
     * Of a page.
     *
     * @param file the page's, below the out directory
     * @param site the site's public address, or null: then there are no links to other pages
     */
    static MailBody of(String markdown, String file, @Nullable URI site) {
        Prose prose = Prose.of(markdown);
        Optional<String> page = Optional.ofNullable(site)
                .map(base -> base.resolve(Prose.address(file)).toString());
        String html = LINK.matcher(folded(BOX.matcher(prose.html()).replaceAll(""), page))
                .replaceAll(link -> Matcher.quoteReplacement(link(link, file, site)));
        return new MailBody(
                PlainText.of(markdown) + footer(page),
                HEAD.formatted(prose.title()) + styled(html) + htmlFooter(page) + "</body>\n</html>\n");
    }

    private static String folded(String html, Optional<String> page) {
        String where = page.map(url -> "<a href=\"" + escaped(url) + "\">on the page</a>")
                .orElse("on the page");
        return FOLDED.matcher(html)
                .replaceAll(fold -> Matcher.quoteReplacement("<p>" + fold.group(1) + ": " + where + ".</p>"));
    }

    private static String link(MatchResult link, String file, @Nullable URI site) {
        String to = link.group(1);
        if (WEB.matcher(to).matches()) {
            return "<a href=\"" + to + "\">" + link.group(2) + "</a>";
        } else if (site == null || to.startsWith("#")) {
            return link.group(2);
        }
        return "<a href=\""
                + escaped(site.resolve(file).resolve(to.replace("&amp;", "&")).toString()) + "\">" + link.group(2)
                + "</a>";
    }

    private static String styled(String html) {
        return html.replace("<table>", "<table style=\"border-collapse:collapse\">")
                .replace("<th ", "<th style=\"text-align:left;padding:.2em .6em;border-bottom:1px solid #888\" ")
                .replace("<td", "<td style=\"vertical-align:top;padding:.2em .6em;border-bottom:1px solid #ccc\"")
                .replace("<code>", "<code style=\"font:.93em monospace\">");
    }

    private static String footer(Optional<String> page) {
        return "\n-- \nSent by Nearstream; nobody reads what is answered.\n"
                + page.map(url -> url + "\n").orElse("");
    }

    private static String htmlFooter(Optional<String> page) {
        return "<hr>\n<p style=\"font-size:.87em\">Sent by Nearstream; nobody reads what is answered."
                + page.map(url -> " <a href=\"" + escaped(url) + "\">This digest in the browser</a>.")
                        .orElse("")
                + "</p>\n";
    }

    private static String escaped(String url) {
        return url.replace("&", "&amp;")
                .replace("\"", "%22")
                .replace("<", "%3C")
                .replace(">", "%3E");
    }
}
