package dev.nearstream.report.render;

import dev.nearstream.report.Families;
import dev.nearstream.report.Night;
import dev.nearstream.report.NightReport;
import dev.nearstream.report.PackageReport;
import dev.nearstream.report.TrendReport;
import dev.nearstream.store.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a night's pages under a directory: {@code index.md}, {@code runs/<id>.md}, {@code packages/<name>.md} and
 * {@code packages/index.md}. A page is written whole beside its place and then moved into it; one that would not change
 * is left alone. Pages of packages that are gone are removed, by a run over all packages. A package whose name is none has no page, so that no name
 * leads out of the directory.
 */
public final class ReportWriter {
    private static final String TEMPORARY = ".nearstream-";

    private final Path out;

    public ReportWriter(Path out) {
        this.out = out;
    }

    /**
     * Writes all pages.
     *
     * @param before the previous run, or null
     * @return {@code index.md}
     * @throws IOException where the directory cannot be written; pages that are already in place stay
     */
    public Path write(NightReport report, @Nullable Night before) throws IOException {
        String id = report.night().run().id();
        if (!PackageFiles.isRunId(id)) {
            throw new IllegalArgumentException("a run's id names a file, and this one cannot: " + id);
        }
        Path packages = own("packages");
        Path runs = own("runs");
        Set<String> kept = new HashSet<>(Set.of(PackageFiles.INDEX));
        Map<String, Outcome> old = before == null ? Map.of() : before.byPackage();
        Families families = Families.of(report.night().outcomes());
        for (Outcome outcome : report.night().outcomes()) {
            Optional<String> file = PackageFiles.fileName(outcome.packageName());
            if (file.isPresent()) {
                Outcome was = old.get(outcome.packageName());
                Night then = before == null || was == null ? null : new Night(before.run(), List.of(was));
                kept.add(file.get());
                put(
                        packages.resolve(file.get()),
                        PackagePage.of(PackageReport.of(report.night().run(), outcome, then, report.zone(), families)));
            }
        }
        put(packages.resolve(PackageFiles.INDEX), PackageIndexPage.of(report));
        put(runs.resolve(id + ".md"), NightPage.of(report, "../packages/"));
        Path index = out.resolve("index.md");
        put(index, NightPage.of(report, "packages/"));
        if (report.night().run().selection().isEmpty()) {
            removeOthers(packages, kept);
        }
        return index;
    }

    /** A directory below ours, and no link to someone else's: pages that are gone are removed there. */
    private Path own(String name) throws IOException {
        Path directory = out.resolve(name);
        if (Files.isSymbolicLink(directory)) {
            throw new FileSystemException(
                    directory.toString(), null, "is a symbolic link; take it away, or let the out directory be one");
        }
        return Files.createDirectories(directory);
    }

    /** Writes the page of the pull requests, {@code pulls.md}. */
    public void writePulls(String markdown) throws IOException {
        put(Files.createDirectories(out).resolve("pulls.md"), markdown);
    }

    /** Writes the files of a night that are for programs, by name, into {@code exports/}. */
    public void writeExports(Map<String, String> files) throws IOException {
        Path exports = own("exports");
        for (Map.Entry<String, String> file : files.entrySet()) {
            put(exports.resolve(file.getKey()), file.getValue());
        }
    }

    /**
     * Writes the trend, {@code trends.md}, and its pictures in {@code trends/}.
     *
     * @return the page
     */
    public Path writeTrend(TrendReport report) throws IOException {
        Path pictures = own("trends");
        for (Map.Entry<String, String> picture : TrendPictures.of(report).entrySet()) {
            put(pictures.resolve(picture.getKey()), picture.getValue());
        }
        Path page = out.resolve("trends.md");
        put(page, TrendPage.of(report, "trends/"));
        return page;
    }

    private static void put(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == bytes.length
                && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        Path temporary = file.resolveSibling(TEMPORARY + ProcessHandle.current().pid() + "-" + file.getFileName());
        try {
            Files.write(temporary, bytes);
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Pages of packages that are gone, and what a killed process left. Files of other kinds are not ours. */
    private static void removeOthers(Path packages, Set<String> kept) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(packages, "*.md")) {
            for (Path file : files) {
                if (!kept.contains(packages.relativize(file).toString())) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
