package dev.nearstream.report;

import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.Run;
import dev.nearstream.store.RunStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A run and what it found.
 *
 * @param outcomes sorted by package; one a package
 * @param problems of the recipes and their patch files, whatever became of the packages
 */
public record Night(Run run, List<Outcome> outcomes, List<RecipeProblem> problems) {

    public Night {
        outcomes = outcomes.stream()
                .sorted(Comparator.comparing(Outcome::packageName))
                .toList();
        problems = List.copyOf(problems);
    }

    /** Without problems. */
    public Night(Run run, List<Outcome> outcomes) {
        this(run, outcomes, List.of());
    }

    /** What the store has of the run. */
    public static Night read(RunStore store, Run run) {
        return new Night(run, store.outcomes(run.id()), store.problems(run.id()));
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
