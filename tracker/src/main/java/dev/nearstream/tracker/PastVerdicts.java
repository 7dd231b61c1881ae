package dev.nearstream.tracker;

import dev.nearstream.delta.VerdictCache;
import dev.nearstream.history.IsoWeek;
import dev.nearstream.history.RecipeHistory;
import dev.nearstream.score.ScoringPolicy;
import dev.nearstream.task.Task;
import dev.nearstream.trend.PastStanding;
import dev.nearstream.trend.PastWeek;
import dev.nearstream.trend.Span;
import dev.nearstream.trend.Taken;
import dev.nearstream.trend.TrendStore;
import dev.nearstream.upstream.GitRecipeFiles;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

/**
 * Holds the packages of past weeks against what upstream had released at each week's end: how far they were behind, their
 * points under today's policy, and what upstream took of what they carried. Tags count from the day that they are dated;
 * branches and lists of other hosts are as they are today. Each week is in the store before the next is looked at, so that
 * it goes on where it was stopped.
 */
public final class PastVerdicts {
    private final RecipeHistory history;
    private final String recipes;
    private final TrendStore store;
    private final Tools tools;
    private final PastPackages packages = new PastPackages();

    /**
     * What packages are judged with.
     *
     * @param upstreams that fetch nothing
     * @param today the last day that may be judged, UTC
     * @param threads that packages are judged by
     */
    public record Tools(
            VerdictCache verdicts,
            Upstreams upstreams,
            ScoringPolicy policy,
            LocalDate today,
            ExecutorService threads) {}

    /** What is told on the way. */
    public interface Watcher {
        /** A week has been judged and stored. */
        void week(PastStanding week, int done, int all);
    }

    /**
     * What was done.
     *
     * @param weeks that the store knows
     * @param judged those of them that were judged now
     */
    public record Result(int weeks, int judged) {}

    /** @param recipes where the tree comes from, as runs call it */
    public PastVerdicts(RecipeHistory history, String recipes, TrendStore store, Tools tools) {
        this.history = history;
        this.recipes = recipes;
        this.store = store;
        this.tools = tools;
    }

    /**
     * Judges the weeks that the store knows.
     *
     * @param again also those that have been judged, as mirrors may have come since
     * @throws IOException where the recipe repository lacks an object
     */
    public Result run(boolean again, Watcher watcher) throws IOException, UpstreamException {
        String basis = Fingerprint.ofRules("policy " + tools.policy().hash());
        List<PastWeek> weeks = store.weeks(recipes);
        List<Span> spans = store.spans(recipes);
        Set<IsoWeek> judged = again ? Set.of() : judged(basis);
        PastKnowledge knowledge = new PastKnowledge(spans, store.taken(recipes));
        Map<IsoWeek, List<Span>> ended = ended(spans);
        int count = 0;
        for (int i = 0; i < weeks.size(); i++) {
            PastWeek week = weeks.get(i);
            IsoWeek at = week.at().week();
            if (judged.contains(at)) {
                continue;
            }
            Task.check();
            PastNight night = new PastNight(tools, packages, knowledge, at);
            List<Taken> taken = new ArrayList<>();
            List<Span> went = ended.getOrDefault(at, List.of());
            if (i > 0 && !went.isEmpty()) {
                taken.addAll(before(night, weeks.get(i - 1), at, went));
            }
            PastTally tally = new PastTally(night.end());
            try (GitRecipeFiles tree = history.tree(week.at().commit())) {
                for (PastNight.Found found : night.track(tree, name -> true)) {
                    tally.add(found.outcome());
                    taken.addAll(PastKnowledge.taken(found.deltas(), found.outcome(), at));
                }
            }
            PastStanding standing = tally.standing(at, week.packages(), basis);
            store.judge(recipes, standing, knowledge.news(taken));
            watcher.week(standing, i + 1, weeks.size());
            count++;
        }
        return new Result(weeks.size(), count);
    }

    private Set<IsoWeek> judged(String basis) {
        return store.standings(recipes).stream()
                .filter(standing -> standing.basis().equals(basis))
                .map(PastStanding::week)
                .collect(Collectors.toSet());
    }

    /** By the week in which they ended. */
    private static Map<IsoWeek, List<Span>> ended(List<Span> spans) {
        Map<IsoWeek, List<Span>> ended = new HashMap<>();
        for (Span span : spans) {
            if (span.gone() != null) {
                ended.computeIfAbsent(span.gone(), week -> new ArrayList<>()).add(span);
            }
        }
        return ended;
    }

    /** What went this week is held against upstream as it was at the week's end: the release that has it may be new. */
    private List<Taken> before(PastNight night, PastWeek before, IsoWeek week, List<Span> went)
            throws IOException, UpstreamException {
        Map<String, Set<String>> ids = went.stream()
                .collect(Collectors.groupingBy(
                        Span::packageName,
                        Collectors.mapping(span -> span.delta().id(), Collectors.toSet())));
        List<Taken> taken = new ArrayList<>();
        try (GitRecipeFiles tree = history.tree(before.at().commit())) {
            for (PastNight.Found found : night.track(tree, ids::containsKey)) {
                Set<String> of = ids.getOrDefault(found.outcome().packageName(), Set.of());
                PastKnowledge.taken(found.deltas(), found.outcome(), week).stream()
                        .filter(one -> of.contains(one.delta()))
                        .forEach(taken::add);
            }
        }
        return taken;
    }
}
