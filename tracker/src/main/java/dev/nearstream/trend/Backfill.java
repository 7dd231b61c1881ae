package dev.nearstream.trend;

import dev.nearstream.history.RecipeHistory;
import dev.nearstream.history.WeekCommit;
import dev.nearstream.task.Task;
import dev.nearstream.trend.WeekState.CarriedPackage;
import dev.nearstream.upstream.GitRecipeFiles;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Reads the past of a recipe tree out of its repository, week by week: of each ISO week (UTC) the tree of its last commit
 * by first parents, and what that declares, by its recipes alone. Each week is in the store before the next is read, so
 * that it goes on where it was stopped; a week whose last commit is another than the one that is known is read anew, with
 * all that follow.
 */
public final class Backfill {
    private final RecipeHistory history;
    private final String recipes;
    private final TrendStore store;
    private final int threads;

    /** What is told on the way. */
    public interface Watcher {
        /** A week has been read and stored. */
        void week(PastWeek week, int done, int all);
    }

    /**
     * What was done.
     *
     * @param weeks that the history has
     * @param added those of them that were not known
     * @param read recipes that were read for it
     */
    public record Result(int weeks, int added, int read) {}

    /** @param recipes where the tree comes from, as runs call it */
    public Backfill(RecipeHistory history, String recipes, TrendStore store, int threads) {
        this.history = history;
        this.recipes = recipes;
        this.store = store;
        this.threads = threads;
    }

    /**
     * Brings the store up to a commit.
     *
     * @throws IOException where the repository lacks an object
     */
    public Result run(String head, Watcher watcher) throws IOException, UpstreamException {
        List<WeekCommit> weeks = history.weeks(head);
        int known = known(weeks);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            WeekReader reader = new WeekReader(pool);
            Map<String, CarriedPackage> before = Map.of();
            int read = 0;
            if (known > 0 && known < weeks.size()) {
                before = state(reader, weeks.get(known - 1)).packages();
            }
            for (int i = known; i < weeks.size(); i++) {
                Task.check();
                WeekState state = state(reader, weeks.get(i));
                WeekChange change = WeekChange.between(before, state.packages());
                int deltas = state.packages().values().stream()
                        .mapToInt(of -> of.deltas().size())
                        .sum();
                PastWeek week = new PastWeek(
                        weeks.get(i), state.recipes(), state.packages().size(), deltas, change.bumped());
                store.add(recipes, week, change);
                watcher.week(week, i + 1, weeks.size());
                before = state.packages();
                read += state.read();
            }
            return new Result(weeks.size(), weeks.size() - known, read);
        } finally {
            pool.shutdownNow();
        }
    }

    /** How many of the weeks the store has as they are; what it has beyond is forgotten. */
    private int known(List<WeekCommit> weeks) {
        List<PastWeek> stored = store.weeks(recipes);
        int same = 0;
        while (same < stored.size()
                && same < weeks.size()
                && stored.get(same).at().equals(weeks.get(same))) {
            same++;
        }
        if (same < stored.size()) {
            store.forgetFrom(recipes, stored.get(same).at().week());
        }
        return same;
    }

    private WeekState state(WeekReader reader, WeekCommit week) throws IOException, UpstreamException {
        try (GitRecipeFiles tree = history.tree(week.commit())) {
            return reader.read(tree);
        }
    }
}
