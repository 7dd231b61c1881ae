package dev.nearstream.report.render;

import dev.nearstream.report.Families;
import dev.nearstream.report.Night;
import dev.nearstream.report.NightReport;
import dev.nearstream.report.PackageBackground;
import dev.nearstream.report.PackageReport;
import dev.nearstream.report.RunsReport;
import dev.nearstream.report.ScoreCurve;
import dev.nearstream.report.TrendReport;
import dev.nearstream.store.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a night's pages under a directory: {@code index.md}, {@code runs/<id>.md}, {@code packages/<name>.md} with
 * the curve {@code packages/<name>.svg} where there is one, and {@code packages/index.md}. Pages of packages that are gone are removed, by a run over all packages. A package whose name is none has no page, so that no name
 * leads out of the directory.
 */
public final class ReportWriter {
    private final Path out;
    private final PageSink also;

    /** Writes below a directory. */
    public ReportWriter(Path out) {
        this(out, PageSink.NONE);
    }

    /**
     * Writes below a directory.
     *
     * @param also takes each page too, whether or not its file would change
     */
    public ReportWriter(Path out, PageSink also) {
        this.out = out;
        this.also = also;
    }

    /** Writes all pages, where nothing is known but two nights. */
    public Path write(NightReport report, @Nullable Night before) throws IOException {
        return write(report, before, PackageBackground.NONE);
    }

    /**
     * Writes all pages.
     *
     * @param before the previous run, or null
     * @param background of the packages
     * @return {@code index.md}
     * @throws IOException where the directory cannot be written; pages that are already in place stay
     */
    public Path write(NightReport report, @Nullable Night before, PackageBackground background) throws IOException {
        String id = report.night().run().id();
        if (!PackageFiles.isRunId(id)) {
            throw new IllegalArgumentException("a run's id names a file, and this one cannot: " + id);
        }
        Path packages = OutFiles.own(out, "packages");
        OutFiles.own(out, "runs");
        Set<String> kept = packages(report, before, background);
        kept.add(PackageFiles.INDEX);
        put("packages/" + PackageFiles.INDEX, PackageIndexPage.of(report));
        writeNight(report);
        if (report.night().run().selection().isEmpty()) {
            OutFiles.removeOthers(packages, ".md", kept);
            OutFiles.removeOthers(packages, ".svg", kept);
        }
        return out.resolve("index.md");
    }

    /**
     * Writes the night's page alone: {@code index.md}, and the same as the run's.
     *
     * @throws IOException where the directory cannot be written
     */
    public void writeNight(NightReport report) throws IOException {
        OutFiles.own(out, "runs");
        put("runs/" + report.night().run().id() + ".md", NightPage.of(report, "../packages/"));
        put("index.md", NightPage.of(report, "packages/"));
    }

    /** The packages' pages, on all processors: there are thousands. */
    private Set<String> packages(NightReport report, @Nullable Night before, PackageBackground background)
            throws IOException {
        Map<String, Outcome> old = before == null ? Map.of() : before.byPackage();
        Families families = Families.of(report.night().outcomes());
        Set<String> kept = ConcurrentHashMap.newKeySet();
        try {
            report.night().outcomes().parallelStream().forEach(outcome -> {
                Optional<String> file = PackageFiles.fileName(outcome.packageName());
                if (file.isPresent() && kept.add(file.get())) {
                    Outcome was = old.get(outcome.packageName());
                    Night then = before == null || was == null ? null : new Night(before.run(), List.of(was));
                    PackageReport of =
                            PackageReport.of(report.night().run(), outcome, then, report.zone(), families, background);
                    putUnchecked("packages/" + file.get(), PackagePage.of(of));
                    picture(of).ifPresent(kept::add);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return kept;
    }

    /** Writes the curve, where the page shows one; answers its file. */
    private Optional<String> picture(PackageReport of) {
        ScoreCurve curve = of.outcome() instanceof Outcome.Tracked ? of.curve() : null;
        Optional<String> file = curve == null
                ? Optional.empty()
                : PackageFiles.picture(of.outcome().packageName());
        file.ifPresent(name -> putUnchecked("packages/" + name, ScorePicture.svg(Objects.requireNonNull(curve))));
        return file;
    }

    private void putUnchecked(String path, String text) {
        try {
            put(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the list of runs, {@code runs/index.md}, with links to those that have a page. */
    public void writeRuns(RunsReport runs) throws IOException {
        Path directory = OutFiles.own(out, "runs");
        put(
                "runs/index.md",
                RunsPage.of(runs, id -> PackageFiles.isRunId(id) && Files.exists(directory.resolve(id + ".md"))));
    }

    /** Writes the page of the pull requests, {@code pulls.md}. */
    public void writePulls(String markdown) throws IOException {
        Files.createDirectories(out);
        put("pulls.md", markdown);
    }

    /** Writes the files of a night that are for programs, by name, into {@code exports/}. */
    public void writeExports(Map<String, String> files) throws IOException {
        Path exports = OutFiles.own(out, "exports");
        for (Map.Entry<String, String> file : files.entrySet()) {
            OutFiles.put(exports.resolve(file.getKey()), file.getValue()); // the site has pages alone
        }
    }

    /**
     * Writes the trend, {@code trends.md}, and its pictures in {@code trends/}.
     *
     * @return the page
     */
    public Path writeTrend(TrendReport report) throws IOException {
        OutFiles.own(out, "trends");
        for (Map.Entry<String, String> picture : TrendPictures.of(report).entrySet()) {
            put("trends/" + picture.getKey(), picture.getValue());
        }
        put("trends.md", TrendPage.of(report, "trends/"));
        return out.resolve("trends.md");
    }

    private void put(String path, String text) throws IOException {
        OutFiles.put(out.resolve(path), text);
        also.put(path, text);
    }
}
