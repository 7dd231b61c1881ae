package dev.nearstream.report.site;

import dev.nearstream.report.NightReport;
import dev.nearstream.report.TrendReport;
import dev.nearstream.report.render.DigestIndexPage;
import dev.nearstream.report.render.OutFiles;
import dev.nearstream.report.render.PageSink;
import dev.nearstream.report.render.PullsPage;
import dev.nearstream.report.render.TrendPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The site, in {@code site/} below the out directory. Each markdown page that is written becomes a page of the same name;
 * two are made anew, the overview and the table of all packages.
 */
public final class Site implements PageSink {
    private static final String MARKDOWN = ".md";
    private static final List<String> FILES = List.of("site.css", "site.js", "icon.svg");

    /** Pages that the site has in another form. */
    private static final Set<String> OTHERWISE = Set.of("index.md", "packages/index.md");

    private final Path out;
    private final Path site;
    private final Set<String> packages = ConcurrentHashMap.newKeySet();

    private Site(Path out, Path site) {
        this.out = out;
        this.site = site;
    }

    /** The site of an out directory, its style and script in place. */
    public static Site in(Path out) throws IOException {
        Path site = OutFiles.own(out, "site");
        for (String directory : List.of("digests", "packages", "runs", "trends")) {
            OutFiles.own(site, directory);
        }
        for (String file : FILES) {
            OutFiles.put(site.resolve(file), resource(file));
        }
        return new Site(out, site);
    }

    @Override
    public void keepOnly(String directory, Set<String> names) throws IOException {
        OutFiles.removeOthers(
                OutFiles.own(site, directory),
                ".html",
                names.stream().map(Site::html).collect(Collectors.toSet()));
    }

    @Override
    public void put(String path, String text) throws IOException {
        if (path.startsWith("packages/")) {
            packages.add(html(path.substring("packages/".length())));
        }
        if (!path.endsWith(MARKDOWN)) {
            OutFiles.put(site.resolve(path), text);
        } else if (!OTHERWISE.contains(path)) {
            Prose prose = Prose.of(text);
            OutFiles.put(site.resolve(html(path)), Layout.page(html(path), prose.title(), prose.withContents("")));
        }
    }

    /**
     * Writes the overview and the table, after the night's pages; takes away the pages of packages that are gone, and
     * makes those of older runs, of the trend and of the pull requests where they are missing.
     *
     * @param trend null where nothing is known of the past
     */
    public void finish(NightReport report, @Nullable TrendReport trend) throws IOException {
        overview(report, trend);
        OutFiles.put(site.resolve("packages/index.html"), PackageTable.of(report));
        if (report.night().run().selection().isEmpty()) {
            OutFiles.removeOthers(site.resolve("packages"), ".html", packages);
            OutFiles.removeOthers(site.resolve("packages"), ".svg", packages);
        }
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(out.resolve("runs"), "*" + MARKDOWN)) {
            for (Path run : runs) {
                String path = "runs/" + run.getFileName();
                if (!Files.exists(site.resolve(html(path)))) {
                    put(path, Files.readString(run));
                }
            }
        }
        again("digests/index.md", DigestIndexPage.NONE);
        again("pulls.md", PullsPage.NONE);
        again("trends.md", TrendPage.none(report.night().run().recipes()));
    }

    /** Writes the overview alone. */
    public void overview(NightReport report, @Nullable TrendReport trend) throws IOException {
        OutFiles.put(site.resolve("index.html"), Overview.of(report, trend));
    }

    /** A page that the night's report does not write: from its markdown, where that is there. */
    private void again(String path, String otherwise) throws IOException {
        Path markdown = out.resolve(path);
        put(path, Files.exists(markdown) ? Files.readString(markdown) : otherwise);
    }

    /** The site's name of a markdown page. */
    static String html(String path) {
        return path.endsWith(MARKDOWN) ? path.substring(0, path.length() - MARKDOWN.length()) + ".html" : path;
    }

    private static String resource(String name) {
        try (InputStream in = Site.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in this build: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
