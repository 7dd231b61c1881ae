package dev.nearstream.tracker;

import dev.nearstream.delta.DeltaReport;
import dev.nearstream.delta.PatchAssessor;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.recipe.RecipeTree;
import dev.nearstream.score.Scorer;
import dev.nearstream.score.ScoringPolicy;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.Run;
import dev.nearstream.store.Store;
import dev.nearstream.store.StoreBusyException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
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
    private final int jobs;

    /**
     * @param jobs upstreams at once, at least 1
     */
    public TrackingRun(
            Store store,
            RecipeFiles files,
            Upstreams upstreams,
            Past past,
            ScoringPolicy policy,
            Clock clock,
            int jobs) {
        this.store = store;
        this.files = files;
        this.upstreams = upstreams;
        this.past = past;
        this.policy = policy;
        this.clock = clock;
        this.jobs = jobs;
    }

    /**
     * Tracks every package, then marks the run as finished.
     *
     * @param wanted the run to begin; a dead one of the same recipes and selection is resumed instead
     * @param tree as read; its unreadable recipes become failed outcomes
     * @param report on the deltas of the tree's recipes
     * @param stop once true, the packages in hand are finished and the rest is left
     * @throws StoreBusyException where another process is at a run on this store
     */
    public RunSummary run(Run wanted, RecipeTree tree, DeltaReport report, Progress progress, BooleanSupplier stop)
            throws StoreBusyException, InterruptedException {
        Run run = store.beginOrResume(wanted);
        boolean resumed = !run.id().equals(wanted.id());
        Set<String> done = store.done(run.id());
        List<Outcome.Failed> broken = unreadable(tree);
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

    private boolean track(Run run, List<RecipeDeltas> open, Progress progress, BooleanSupplier stop)
            throws InterruptedException {
        Instant now = run.started();
        DeltaTracker deltaTracker =
                new DeltaTracker(files, upstreams, new PatchAssessor(store.verdicts()), Assessors.all(files));
        OutcomeScorer scorer = new OutcomeScorer(new Scoring(new Scorer(policy)), past, now);
        PackageTracker tracker = new PackageTracker(upstreams, deltaTracker, scorer, past, now);
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        try {
            List<Future<Boolean>> tasks = new ArrayList<>();
            for (RecipeDeltas deltas : open) {
                tasks.add(pool.submit(() -> {
                    if (stop.getAsBoolean()) {
                        return false;
                    }
                    Outcome outcome = tracker.track(deltas);
                    store.write(run.id(), outcome);
                    progress.done(outcome);
                    return true;
                }));
            }
            boolean complete = true;
            for (Future<Boolean> task : tasks) {
                complete &= task.get();
            }
            return complete;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error error) {
                throw error; // no memory for the store or the progress: a matter of this machine
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
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
