package dev.nearstream.report;

import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.PullRequestEvent;
import dev.nearstream.store.Run;
import dev.nearstream.store.Store;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run and what it found.
 *
 * @param outcomes sorted by package; one a package
 * @param problems of the recipes and their patch files, whatever became of the packages
 * @param pulls what became of the packages' pull requests from this run to the next, as it was seen
 */
public record Night(Run run, List<Outcome> outcomes, List<RecipeProblem> problems, List<PullRequestEvent> pulls) {

    public Night {
        outcomes = outcomes.stream()
                .sorted(Comparator.comparing(Outcome::packageName))
                .toList();
        problems = List.copyOf(problems);
        Set<String> packages = outcomes.stream().map(Outcome::packageName).collect(Collectors.toSet());
        pulls = pulls.stream()
                .filter(pull -> packages.contains(pull.packageName()))
                .toList();
    }

    /** Without pull requests. */
    public Night(Run run, List<Outcome> outcomes, List<RecipeProblem> problems) {
        this(run, outcomes, problems, List.of());
    }

    /** Without problems either. */
    public Night(Run run, List<Outcome> outcomes) {
        this(run, outcomes, List.of());
    }

    /** What the store has of the run. */
    public static Night read(Store store, Run run) {
        return new Night(run, store.outcomes(run.id()), store.problems(run.id()), pulls(store, run));
    }

    private static List<PullRequestEvent> pulls(Store store, Run run) {
        Instant next = next(store.runs(), run);
        return store.pullRequests().since(run.started()).stream()
                .filter(pull -> pull.seen().isBefore(next))
                .toList();
    }

    /** The same with what has become of pull requests since it was read. */
    public Night withPulls(Store store) {
        return new Night(run, outcomes, problems, pulls(store, run));
    }

    /** The same with what has become of pull requests since an earlier run's time had passed. */
    public Night withPullsAfter(Store store, Run earlier) {
        Instant from = next(store.runs(), earlier);
        return new Night(run, outcomes, problems, store.pullRequests().since(from));
    }

    /** When the next finished run of the same recipes and selection began: what is seen from then on is that one's. */
    static Instant next(List<Run> runs, Run run) {
        return runs.stream()
                .filter(later -> later.finishedLike(run) && later.started().isAfter(run.started()))
                .map(Run::started)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    public Stream<Outcome.Tracked> tracked() {
        return of(Outcome.Tracked.class);
    }

    public Stream<Outcome.Skipped> skipped() {
        return of(Outcome.Skipped.class);
    }

    public Stream<Outcome.Failed> failed() {
        return of(Outcome.Failed.class);
    }

    /** Every delta of every tracked package, in their order. */
    public Stream<CarriedDelta> deltas() {
        return tracked().flatMap(CarriedDelta::of);
    }

    /** By package. */
    public Map<String, Outcome> byPackage() {
        Map<String, Outcome> all = new TreeMap<>();
        outcomes.forEach(outcome -> all.put(outcome.packageName(), outcome));
        return all;
    }

    private <T extends Outcome> Stream<T> of(Class<T> kind) {
        return outcomes.stream().filter(kind::isInstance).map(kind::cast);
    }
}
