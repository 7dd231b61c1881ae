package dev.nearstream.tracker;

import dev.nearstream.delta.PatchAssessor;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.history.IsoWeek;
import dev.nearstream.score.Scorer;
import dev.nearstream.store.Outcome;
import dev.nearstream.task.Task;
import dev.nearstream.trend.PastRecipe;
import dev.nearstream.upstream.GitRecipeFiles;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** What a run at a past week's end would have found. */
final class PastNight {
    private final PastVerdicts.Tools tools;
    private final PastPackages packages;
    private final PastKnowledge knowledge;
    private final IsoWeek week;
    private final LocalDate asOf;

    /** A package and what was found of it. */
    record Found(RecipeDeltas deltas, Outcome.Tracked outcome) {}

    PastNight(PastVerdicts.Tools tools, PastPackages packages, PastKnowledge knowledge, IsoWeek week) {
        this.tools = tools;
        this.packages = packages;
        this.knowledge = knowledge;
        this.week = week;
        this.asOf = week.sunday().isAfter(tools.today()) ? tools.today() : week.sunday();
    }

    /** The last second that counts. */
    Instant end() {
        return asOf.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minus(Duration.ofSeconds(1));
    }

    /**
     * The packages of a tree that could be held against an upstream, in the order of their files; of two with one name the
     * first.
     *
     * @param wanted by the package's name
     */
    List<Found> track(GitRecipeFiles tree, Predicate<String> wanted) throws IOException {
        PatchAssessor assessor = new PatchAssessor(tools.verdicts());
        OutcomeScorer scorer =
                new OutcomeScorer(tree, new Scoring(new Scorer(tools.policy())), knowledge, end(), Duration.ZERO);
        PackageTracker tracker = new PackageTracker(
                tools.upstreams(),
                DeltaTracker.ofPast(tree, tools.upstreams(), assessor, Assessors.all(tree)),
                scorer,
                knowledge,
                end(),
                asOf);
        Task task = Task.current();
        List<Future<Optional<Found>>> pending = new ArrayList<>();
        for (String file : PastRecipe.files(tree)) {
            pending.add(tools.threads().submit(() -> {
                task.throwIfCancelled();
                return track(tree, file, wanted, tracker);
            }));
        }
        List<Found> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Future<Optional<Found>> one : pending) {
            got(one, task)
                    .filter(found -> names.add(found.outcome().packageName()))
                    .ifPresent(all::add);
        }
        return all;
    }

    private Optional<Found> track(GitRecipeFiles tree, String file, Predicate<String> wanted, PackageTracker tracker)
            throws IOException {
        PastPackages.Found read = packages.read(tree, file);
        RecipeDeltas deltas = read.deltas();
        if (deltas == null || !wanted.test(deltas.recipe().name().value())) {
            return Optional.empty();
        }
        knowledge.prepare(deltas, week);
        if (tracker.track(deltas) instanceof Outcome.Tracked outcome && isAtHand(outcome)) {
            return Optional.of(new Found(deltas, outcome));
        }
        packages.leave(file);
        return Optional.empty();
    }

    /** Whether another day could tell more than nothing. */
    private static boolean isAtHand(Outcome.Tracked outcome) {
        return outcome.upstream() != null || outcome.lag().newestVersion() != null || outcome.score() != null;
    }

    private static Optional<Found> got(Future<Optional<Found>> pending, Task task) throws IOException {
        try {
            return pending.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while judging a past week");
        } catch (ExecutionException e) {
            task.throwIfCancelled();
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("a past package's tracker failed: " + e.getCause(), e);
        }
    }
}
