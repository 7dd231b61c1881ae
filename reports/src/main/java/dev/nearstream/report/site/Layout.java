package dev.nearstream.report.site;

import java.util.List;

/** What is around every page. */
final class Layout {
    /** No inline style or script, nothing from elsewhere, no form. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " base-uri 'none'; form-action 'none'";

    private record Entry(String path, String label) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry("index.html", "Overview"),
            new Entry("packages/index.html", "Packages"),
            new Entry("digests/index.html", "Digests"),
            new Entry("runs/index.html", "Runs"),
            new Entry("trends.html", "Trend"),
            new Entry("pulls.html", "Pull requests"));

    private Layout() {}

    /**
     * A whole page.
     *
     * @param path of the page below the site
     * @param title HTML without elements
     * @param main HTML
     */
    static String page(String path, String title, String main) {
        String up = "../".repeat((int) path.chars().filter(c -> c == '/').count());
        StringBuilder page = new StringBuilder(main.length() + 2000);
        page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"referrer\" content=\"no-referrer\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
                .append(title)
                .append(" – Nearstream</title>\n<link rel=\"icon\" href=\"")
                .append(up)
                .append("icon.svg\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\"")
                .append(up)
                .append("site.css\">\n<script src=\"")
                .append(up)
                .append(
                        "site.js\" defer></script>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to content</a>\n")
                .append("<header>\n<nav aria-label=\"Site\">\n<span class=\"brand\">Nearstream</span>\n<ul>\n");
        for (Entry entry : ENTRIES) {
            page.append("<li><a href=\"").append(up).append(entry.path()).append('"');
            page.append(entry.path().equals(path) ? " aria-current=\"page\">" : ">");
            page.append(entry.label()).append("</a></li>\n");
        }
        return page.append("</ul>\n</nav>\n</header>\n<main id=\"main\" tabindex=\"-1\">\n")
                .append(main)
                .append("</main>\n</body>\n</html>\n")
                .toString();
    }
}
