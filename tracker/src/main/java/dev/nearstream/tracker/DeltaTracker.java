package dev.nearstream.tracker;

import dev.nearstream.delta.Assessor;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.PatchAssessor;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.delta.SeriesPatch;
import dev.nearstream.delta.Verdict;
import dev.nearstream.delta.pick.PickReport;
import dev.nearstream.patch.PatchParser;
import dev.nearstream.recipe.Checkout;
import dev.nearstream.recipe.Fetch;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.release.Release;
import dev.nearstream.task.Task;
import dev.nearstream.upstream.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds a package's deltas against its upstreams, at the packaged version and at the newest release. Thread-safe. */
final class DeltaTracker {
    private final RecipeFiles files;
    private final Upstreams upstreams;
    private final PatchAssessor assessor;
    private final PackagedVerdicts packaged;
    private final BumpVerdicts bumps;
    private final @Nullable EarlyWarning early;
    private final OtherDeltas other;

    private DeltaTracker(
            RecipeFiles files,
            Upstreams upstreams,
            PatchAssessor assessor,
            List<Assessor> assessors,
            @Nullable EarlyWarning early) {
        this.files = files;
        this.upstreams = upstreams;
        this.assessor = assessor;
        this.packaged = new PackagedVerdicts(assessor);
        this.bumps = new BumpVerdicts(assessor);
        this.early = early;
        this.other = new OtherDeltas(assessors);
    }

    /**
     * One that warns early.
     *
     * @param assessors of the deltas that are no patches
     */
    static DeltaTracker of(RecipeFiles files, Upstreams upstreams, PatchAssessor assessor, List<Assessor> assessors) {
        return new DeltaTracker(files, upstreams, assessor, assessors, new EarlyWarning(upstreams, assessor));
    }

    /** One for a past tree: upstream's default branches are today's, and say nothing of it. */
    static DeltaTracker ofPast(
            RecipeFiles files, Upstreams upstreams, PatchAssessor assessor, List<Assessor> assessors) {
        return new DeltaTracker(files, upstreams, assessor, assessors, null);
    }

    /**
     * Assesses all deltas.
     *
     * @param newest the release that a bump would go to, or null where none is known
     * @param repository the URL whose release it is
     * @param releases all that are admitted, in the order of their versions
     */
    DeltaFindings assess(RecipeDeltas deltas, @Nullable Release newest, String repository, List<Tag> releases)
            throws IOException {
        DeltaFindings findings = new DeltaFindings();
        Recipe recipe = deltas.recipe();
        Map<String, Map<String, List<Delta.PatchFile>>> places = places(deltas.patches());
        if (deltas.deltas().size() > deltas.patches().size()) {
            places.putIfAbsent("", Map.of());
        }
        for (Map.Entry<String, Map<String, List<Delta.PatchFile>>> of : places.entrySet()) {
            String subpackage = of.getKey();
            List<Delta> others = subpackage.isEmpty() ? deltas.deltas() : List.of();
            Task.at("deltas", "its sources at the packaged version");
            try (Stand now = new Stand(recipe, Sources.packaged(recipe, subpackage, upstreams), upstreams)) {
                Map<Checkout, PickReport> picks = now.pick(now, releases);
                other.assess(others, now, picks, releases).forEach(findings::now);
                Map<String, List<SeriesPatch>> series = packaged(of.getValue(), now, findings);
                if (newest != null) {
                    Task.at("deltas", "its sources at the newest release");
                    atLatest(
                            of.getValue(),
                            series,
                            now,
                            Sources.at(recipe, subpackage, upstreams, newest, repository),
                            others,
                            releases,
                            findings);
                }
                if (early != null) {
                    Task.at("deltas", "patches at the default branch");
                    early.warn(recipe, subpackage, of.getValue(), series, now, findings);
                }
                findings.mayPass(now.passing());
            }
        }
        return findings;
    }

    /** The verdicts at the packaged version; answers the series that could be read, by directory. */
    private Map<String, List<SeriesPatch>> packaged(
            Map<String, List<Delta.PatchFile>> byDirectory, Stand now, DeltaFindings findings) throws IOException {
        Map<String, List<SeriesPatch>> all = new LinkedHashMap<>();
        for (Map.Entry<String, List<Delta.PatchFile>> place : byDirectory.entrySet()) {
            List<SeriesPatch> series = new ArrayList<>();
            Optional<String> missing = now.why(place.getKey());
            for (Delta.PatchFile patch : place.getValue()) {
                Optional<SeriesPatch> read = missing.isPresent() ? Optional.empty() : read(files, patch);
                if (read.isPresent()) {
                    series.add(read.get());
                } else {
                    findings.notAssessed(patch, missing.orElse(patch.path() + " is not there"));
                }
            }
            Task.at("deltas", "patches at the packaged version");
            List<Verdict> verdicts = packaged.of(series, now.tree(place.getKey()), now.id(place.getKey()));
            findings.now(place.getValue(), series, verdicts);
            all.put(place.getKey(), series);
        }
        return all;
    }

    private void atLatest(
            Map<String, List<Delta.PatchFile>> byDirectory,
            Map<String, List<SeriesPatch>> all,
            Stand now,
            Sources sources,
            List<Delta> others,
            List<Tag> releases,
            DeltaFindings findings) {
        try (Stand latest = new Stand(now.recipe(), sources, upstreams)) {
            other.assess(others, latest, latest.pick(now, releases), releases).forEach(findings::atLatest);
            all.forEach((directory, series) -> {
                List<Delta.PatchFile> patches = byDirectory.getOrDefault(directory, List.of());
                Optional<String> missing = latest.why(directory);
                if (missing.isPresent()) {
                    patches.forEach(patch -> findings.notAssessed(patch, missing.get()));
                    return;
                }
                Task.at("deltas", "patches at the newest release");
                List<Verdict> plain = assessor.assess(series, latest.tree(directory), latest.id(directory));
                findings.atLatest(patches, series, bumps.at(now, latest, directory, series, plain, releases));
            });
            findings.mayPass(latest.passing());
        }
    }

    /**
     * The files beside the recipe that deltas other than patches read: overlays, and patches that shell applies; by path.
     */
    Map<String, byte[]> beside(RecipeDeltas deltas) throws IOException {
        Map<String, byte[]> beside = new TreeMap<>();
        boolean reads = deltas.deltas().stream()
                .map(delta -> delta.facts().kind())
                .anyMatch(kind -> kind == DeltaKind.OVERLAY || kind == DeltaKind.SHELL_PATCH);
        String directory = deltas.recipe().directory();
        for (RecipeFiles.Entry entry : reads ? files.list(directory) : List.<RecipeFiles.Entry>of()) {
            String path = directory + "/" + entry.name();
            if (!entry.directory()) {
                files.read(path, PatchParser.MAX_BYTES).ifPresent(bytes -> beside.put(path, bytes));
            }
        }
        return beside;
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
