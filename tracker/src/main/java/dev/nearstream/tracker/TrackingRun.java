package dev.nearstream.tracker;

import dev.nearstream.delta.DeltaReport;
import dev.nearstream.delta.PatchAssessor;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.recipe.RecipeTree;
import dev.nearstream.release.ReleaseSources;
import dev.nearstream.score.Scorer;
import dev.nearstream.score.ScoringPolicy;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.Run;
import dev.nearstream.store.Store;
import dev.nearstream.store.StoreBusyException;
import dev.nearstream.task.Stop;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A run over all packages: each outcome is in the store before the next package of its thread begins, so that a run that
 * dies is resumed by the next one of the same recipes and selection.
 */
public final class TrackingRun {
    private final Store store;
    private final RecipeFiles files;
    private final Upstreams upstreams;
    private final Past past;
    private final ScoringPolicy policy;
    private final Clock clock;
    private final Pace pace;

    public TrackingRun(
            Store store,
            RecipeFiles files,
            Upstreams upstreams,
            Past past,
            ScoringPolicy policy,
            Clock clock,
            Pace pace) {
        this.store = store;
        this.files = files;
        this.upstreams = upstreams;
        this.past = past;
        this.policy = policy;
        this.clock = clock;
        this.pace = pace;
    }

    /**
     * Tracks every package, then marks the run as finished.
     *
     * @param wanted the run to begin; a dead one of the same recipes and selection is resumed instead
     * @param tree as read; its unreadable recipes become failed outcomes
     * @param report on the deltas of the tree's recipes
     * @param stop once asked, no other package begins, and those in hand are abandoned that are not done within {@link
     *     PackageWorkers#GRACE}: nothing is written of them
     * @throws StoreBusyException where another process is at a run on this store
     */
    public RunSummary run(Run wanted, RecipeTree tree, DeltaReport report, Progress progress, Stop stop)
            throws StoreBusyException, InterruptedException {
        Run run = store.beginOrResume(wanted);
        boolean resumed = !run.id().equals(wanted.id());
        Set<String> done = store.done(run.id());
        List<Outcome.Failed> broken = new ArrayList<>(unreadable(tree));
        broken.addAll(failed(tree, report));
        List<Outcome.Failed> unreadable = broken.stream()
                .filter(outcome -> !done.contains(outcome.packageName()))
                .toList();
        List<RecipeDeltas> open = report.all().stream()
                .filter(of -> !done.contains(of.recipe().name().value()))
                .toList();
        int packages = report.all().size() + broken.size();
        progress.begin(packages, packages - open.size() - unreadable.size());
        try {
            unreadable.forEach(outcome -> {
                store.write(run.id(), outcome);
                progress.done(outcome);
            });
            boolean complete = track(run, open, progress, stop);
            if (complete) {
                store.finish(run.id(), clock.instant(), report.problems());
            }
            return new RunSummary(store.run(run.id()).orElse(run), resumed, complete);
        } finally {
            progress.end();
        }
    }

    private boolean track(Run run, List<RecipeDeltas> open, Progress progress, Stop stop) throws InterruptedException {
        Instant now = run.started();
        PatchAssessor patches = new PatchAssessor(new HeardVerdicts(store.verdicts(), progress));
        DeltaTracker deltaTracker = DeltaTracker.of(files, upstreams, patches, Assessors.all(files));
        ReleaseSources releases = upstreams.releases();
        OutcomeScorer scorer = new OutcomeScorer(
                files,
                new Scoring(new Scorer(policy)),
                past,
                now,
                releases.policy().silence());
        PackageTracker tracker = new PackageTracker(upstreams, deltaTracker, scorer, past, now, null);
        releases.expect(open.stream().map(RecipeDeltas::recipe).toList());
        PatchTexts texts = new PatchTexts(files, store.texts());
        Map<String, RecipeDeltas> patched = new HashMap<>();
        open.stream()
                .filter(of -> !of.patches().isEmpty())
                .forEach(of -> patched.put(of.recipe().name().value(), of));
        return new PackageWorkers(pace, tracker::track, outcome -> {
                    RecipeDeltas deltas = patched.get(outcome.packageName());
                    if (deltas != null && outcome instanceof Outcome.Tracked) {
                        texts.keep(deltas);
                    }
                    store.write(run.id(), outcome);
                    progress.done(outcome);
                })
                .work(open, stop);
    }

    /** One for each recipe in which the search for changes failed. */
    private static List<Outcome.Failed> failed(RecipeTree tree, DeltaReport report) {
        Map<String, String> names = new HashMap<>();
        tree.recipes().forEach(recipe -> names.put(recipe.file(), recipe.name().value()));
        return report.failed().stream()
                .map(problem -> new Outcome.Failed(
                        names.getOrDefault(problem.at().file(), problem.at().file()),
                        problem.at().file(),
                        "delta",
                        problem.toString()))
                .toList();
    }

    /** One outcome for each recipe file that gave no recipe. */
    private static List<Outcome.Failed> unreadable(RecipeTree tree) {
        Set<String> taken =
                tree.recipes().stream().map(recipe -> recipe.name().value()).collect(Collectors.toSet());
        return tree.unreadable().stream()
                .map(problem -> new Outcome.Failed(
                        name(problem.at().file(), taken), problem.at().file(), "recipe", problem.toString()))
                .toList();
    }

    /** Its file's name; with the ending where that, too, is another recipe's package. */
    private static String name(String file, Set<String> taken) {
        String name = file.substring(0, file.length() - ".yaml".length());
        return taken.contains(name) ? file : name;
    }
}
