package dev.nearstream.recipe;

import dev.nearstream.patch.PatchSeries;
import dev.nearstream.recipe.PatchStep.PatchName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code uses: patch} and {@code uses: git-am} (melange's {@code patch.yaml}, {@code git-am.yaml}): a series beats
 * patches, and is upstream's own where the package has no files at all. The package's directory is copied into the workspace before the first step, so a name is relative to the
 * step's working directory and means the package's file where the workspace's path leads to one.
 */
final class PatchStepReader {
    private static final int MAX_SERIES = 1 << 20;

    private final RecipeFiles files;
    private final String directory;
    private final List<RecipeProblem> problems;

    /**
     * @param directory the package's, in the recipe tree
     */
    PatchStepReader(RecipeFiles files, String directory, List<RecipeProblem> problems) {
        this.files = files;
        this.directory = directory;
        this.problems = problems;
    }

    PatchStep patch(PipelineStep step) throws IOException {
        int strip = Numbers.read(step.input("strip-components"), "strip-components", 1, problems);
        int fuzz = Numbers.read(step.input("fuzz"), "fuzz", 2, problems);
        Optional<Text> series =
                step.input("series").filter(text -> !text.value().isBlank());
        if (series.isPresent()) {
            String name = series.get().value().strip();
            String path = resolve(step, name, series.get().at());
            return path != null && (files.isFile(path) || !files.list(directory).isEmpty())
                    ? step(step, path, strip, fuzz, series(step, path, series.get()))
                    : step(step, null, strip, fuzz, List.of());
        }
        List<PatchName> names = names(step);
        if (names.isEmpty()) {
            problems.add(new RecipeProblem(step.at(), "a patch step needs patches or series"));
        }
        return step(step, null, strip, fuzz, names);
    }

    /** {@code git am} strips one component and allows no fuzz. */
    PatchStep gitAm(PipelineStep step) throws IOException {
        return step(step, null, 1, 0, names(step));
    }

    private static PatchStep step(
            PipelineStep step, @Nullable String series, int strip, int fuzz, List<PatchName> names) {
        return new PatchStep(
                step,
                series,
                strip,
                fuzz,
                Workspace.resolve(step.workingDirectory(), ".").orElse("."),
                names);
    }

    private List<PatchName> names(PipelineStep step) throws IOException {
        List<PatchName> names = new ArrayList<>();
        Optional<Text> patches = step.input("patches");
        if (patches.isPresent()) {
            for (Words word : Words.of(patches.get())) {
                names.add(new PatchName(word.text(), resolve(step, word.text(), word.at()), word.at()));
            }
        }
        return names;
    }

    private List<PatchName> series(PipelineStep step, String path, Text argument) throws IOException {
        Optional<byte[]> bytes;
        try {
            bytes = files.read(path, MAX_SERIES);
        } catch (FileTooLargeException e) {
            problems.add(new RecipeProblem(argument.at(), "the series " + e.getMessage()));
            return List.of();
        }
        if (bytes.isEmpty()) {
            problems.add(new RecipeProblem(
                    argument.at(), "the series file " + path + " is not there; name one of the package's directory"));
            return List.of();
        }
        List<String> lines =
                new String(bytes.get(), StandardCharsets.UTF_8).lines().toList();
        List<PatchName> names = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            for (String name : PatchSeries.parse(lines.get(i)).patches()) {
                Position at = new Position(path, i + 1, 1);
                names.add(new PatchName(name, resolve(step, name, at), at));
            }
        }
        return names;
    }

    /**
     * The path in the recipe tree. A name without a directory that is nowhere is taken for one of the package's that is
     * missing; one within a directory for upstream's own: null.
     */
    private @Nullable String resolve(PipelineStep step, String name, Position at) throws IOException {
        Optional<String> inside = Workspace.resolve(step.workingDirectory(), name);
        if (inside.isEmpty()) {
            if (!name.startsWith("/")) { // a package of the build may have installed one there
                problems.add(new RecipeProblem(
                        at,
                        "the patch " + name + " lies outside of the workspace; name one of the package's directory"));
            }
            return null;
        }
        String path = directory + "/" + inside.get();
        return files.isFile(path) || !inside.get().contains("/") ? path : null;
    }
}
