package dev.nearstream.tracker;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.PatchAssessor;
import dev.nearstream.delta.SeriesPatch;
import dev.nearstream.delta.Verdict;
import dev.nearstream.patch.PatchParser;
import dev.nearstream.recipe.Fetch;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.upstream.Release;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds a package's patches against its upstreams, at the packaged version and at the newest release. Thread-safe. */
final class PatchTracker {
    private final RecipeFiles files;
    private final Upstreams upstreams;
    private final PatchAssessor assessor;

    PatchTracker(RecipeFiles files, Upstreams upstreams, PatchAssessor assessor) {
        this.files = files;
        this.upstreams = upstreams;
        this.assessor = assessor;
    }

    /**
     * Assesses all patches.
     *
     * @param newest the release that a bump would go to, or null where none is known
     * @param repository the URL whose release it is
     */
    PatchFindings assess(Recipe recipe, List<Delta.PatchFile> patches, @Nullable Release newest, String repository)
            throws IOException {
        PatchFindings findings = new PatchFindings();
        if (patches.isEmpty()) {
            return findings;
        }
        for (Map.Entry<String, Map<String, List<Delta.PatchFile>>> of :
                places(patches).entrySet()) {
            Sources packaged = Sources.packaged(recipe, of.getKey(), upstreams);
            at(recipe, of.getValue(), packaged, findings, findings::now);
            if (newest != null) {
                Sources latest = Sources.at(recipe, of.getKey(), upstreams, newest, repository);
                at(recipe, of.getValue(), latest, findings, findings::atLatest);
            }
        }
        return findings;
    }

    /** By the subpackage whose steps apply them, and the directory that they are applied in; each in the steps' order. */
    static Map<String, Map<String, List<Delta.PatchFile>>> places(List<Delta.PatchFile> patches) {
        Map<String, Map<String, List<Delta.PatchFile>>> places = new LinkedHashMap<>();
        patches.forEach(
                patch -> places.computeIfAbsent(patch.step().step().subpackage(), unused -> new LinkedHashMap<>())
                        .computeIfAbsent(patch.directory(), unused -> new ArrayList<>())
                        .add(patch));
        return places;
    }

    private void at(
            Recipe recipe,
            Map<String, List<Delta.PatchFile>> byDirectory,
            Sources sources,
            PatchFindings findings,
            BiConsumer<Delta.PatchFile, Verdict> to)
            throws IOException {
        Mount.Troubles troubles = new Mount.Troubles();
        try (Submodules submodules = new Submodules(upstreams)) {
            for (Map.Entry<String, List<Delta.PatchFile>> place : byDirectory.entrySet()) {
                List<Mount> mounts = sources.seenFrom(place.getKey());
                Optional<String> missing = why(recipe, place.getKey(), sources, mounts);
                if (missing.isPresent()) {
                    place.getValue().forEach(patch -> findings.notAssessed(patch, missing.get()));
                    continue;
                }
                List<Delta.PatchFile> readable = new ArrayList<>();
                List<SeriesPatch> series = series(place.getValue(), readable, findings);
                String id =
                        place.getKey() + " " + mounts.stream().map(Mount::id).collect(Collectors.joining(" < "));
                WorkspaceTree tree = new WorkspaceTree(place.getKey(), mounts, submodules, troubles);
                List<Verdict> verdicts = assessor.assess(series, tree, id);
                for (int i = 0; i < readable.size(); i++) {
                    to.accept(readable.get(i), verdicts.get(i));
                }
            }
        } finally {
            sources.close();
        }
        findings.mayPass(troubles.passing() || sources.passing());
    }

    private List<SeriesPatch> series(
            List<Delta.PatchFile> patches, List<Delta.PatchFile> readable, PatchFindings findings) throws IOException {
        List<SeriesPatch> series = new ArrayList<>();
        for (Delta.PatchFile patch : patches) {
            Optional<SeriesPatch> read = read(files, patch);
            if (read.isPresent()) {
                series.add(read.get());
                readable.add(patch);
            } else {
                findings.notAssessed(patch, patch.path() + " is not there");
            }
        }
        return series;
    }

    /** The patch with its file's bytes; empty where that is not there. */
    static Optional<SeriesPatch> read(RecipeFiles files, Delta.PatchFile patch) throws IOException {
        return files.read(patch.path(), PatchParser.MAX_BYTES)
                .map(bytes -> new SeriesPatch(patch.path(), bytes, patch.strip(), patch.fuzz()));
    }

    /** Why the tree that a directory shows is not known, or empty. */
    static Optional<String> why(Recipe recipe, String directory, Sources sources, List<Mount> mounts) {
        Optional<String> missing = sources.missingIn(directory);
        if (missing.isPresent() || !mounts.isEmpty()) {
            return missing;
        }
        String filling = recipe.fetches().stream().anyMatch(Fetch::extract) ? "checkout or archive" : "checkout";
        return Optional.of("no %s of the recipe fills the directory %s".formatted(filling, directory));
    }
}
