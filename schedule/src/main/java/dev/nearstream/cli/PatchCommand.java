package dev.nearstream.cli;

import dev.nearstream.delta.SeriesPatch;
import dev.nearstream.delta.Verdict;
import dev.nearstream.patch.PatchParser;
import dev.nearstream.report.PatchCheck;
import dev.nearstream.report.render.PatchCheckJson;
import dev.nearstream.report.render.PatchCheckTextRenderer;
import dev.nearstream.tracker.TreeCheck;
import dev.nearstream.upstream.DateCache;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code patch}. */
@Command(name = "patch", description = "Hold patches against an upstream tree.", synopsisSubcommandLabel = "check")
final class PatchCommand {
    private static final int LARGEST = 1000;

    private final Workshop workshop;

    PatchCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Command(name = "check", description = "Say of each patch, in order, what GNU patch makes of it on that tree.")
    int check(
            @Option(
                            names = "--repo",
                            required = true,
                            paramLabel = "DIR|URL",
                            description = "Upstream's repository; a local one is read in place.")
                    String repo,
            @Option(
                            names = "--rev",
                            required = true,
                            paramLabel = "REV",
                            description = "A tag, a branch, a full ref or a full hash.")
                    String rev,
            @Option(
                            names = "--written-for",
                            paramLabel = "REV",
                            description =
                                    "What the patches were written for; taken, and not needed for these verdicts.")
                    @Nullable
                    String writtenFor,
            @Option(names = "--strip", paramLabel = "N", defaultValue = "1", description = "As patch -pN; default 1.")
                    int strip,
            @Option(names = "--fuzz", paramLabel = "N", defaultValue = "2", description = "As patch --fuzz; default 2.")
                    int fuzz,
            @Mixin FormatOption format,
            @Mixin RecipeOptions options,
            @Parameters(paramLabel = "PATCH", arity = "1..*", description = "Patch files, in the order of the series.")
                    List<Path> patches)
            throws IOException, UpstreamException {
        within("--strip", strip);
        within("--fuzz", fuzz);
        options.refuseSelection("patch check");
        Settings settings = workshop.settingsOrSample(options);
        List<SeriesPatch> series = new ArrayList<>();
        for (Path patch : patches) {
            series.add(new SeriesPatch(patch.toString(), bytes(patch), strip, fuzz));
        }
        try (Mirrors mirrors = workshop.mirrors(settings, DateCache.none())) {
            TreeCheck.Result result = TreeCheck.check(mirrors.openTrusted(repo), rev, series);
            List<PatchCheck.Checked> checked = IntStream.range(0, series.size())
                    .mapToObj(i -> new PatchCheck.Checked(
                            series.get(i).name(), result.verdicts().get(i)))
                    .toList();
            PatchCheck check = new PatchCheck(repo, rev, result.commit(), checked);
            workshop.console().print(format.json() ? PatchCheckJson.of(check) : PatchCheckTextRenderer.of(check));
            boolean good = result.verdicts().stream()
                    .allMatch(verdict -> verdict instanceof Verdict.Applies || verdict instanceof Verdict.Upstream);
            return good ? ExitCode.OK : ExitCode.NOT_SO;
        }
    }

    private static void within(String option, int value) {
        if (value < 0 || value > LARGEST) {
            throw new ConfigurationException("%s is a number from 0 to %d, not %d".formatted(option, LARGEST, value));
        }
    }

    private static byte[] bytes(Path patch) throws IOException {
        try (InputStream in = Files.newInputStream(patch)) {
            return in.readNBytes(PatchParser.MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(patch + ": no such file; name patch files", e);
        } catch (IOException e) {
            if (Files.isDirectory(patch)) {
                throw new ConfigurationException(patch + ": is a directory; name patch files", e);
            }
            throw e;
        }
    }
}
