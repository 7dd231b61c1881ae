package dev.nearstream.report;

import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.store.Outcome;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a night has to say, in the order in which a maintainer acts on it.
 *
 * @param changes null for the first run
 * @param deeds what is worth doing, first things first
 * @param unsent patches of which nobody says that they were sent to upstream, the costliest first
 * @param dropNow deltas that upstream has at the packaged version
 * @param dropAtBump deltas that upstream has at the newest release
 * @param kept deltas that a person has decided to keep
 * @param unused patch files that no step uses
 * @param breaking deltas that apply at the packaged version and not at the newest release
 * @param fuzzy deltas that apply at the newest release only with fuzz
 * @param notReproduced deltas that do not apply at their own version
 * @param behind packages with releases not taken, the longest first
 * @param behindApart the same where the stream is pinned, manual or disabled
 * @param notAssessed packages without an assessment, the reason of most first
 * @param deltasNotAssessed deltas of assessed packages without a verdict, the same way
 * @param problems of the recipes, by place; unused patch files apart
 * @param findings what a person should know: early warnings first, then that of most packages
 * @param worst tracked packages with avoidable or blocked points, the most avoidable first, then the most blocked
 */
public record NightReport(
        Night night,
        ZoneId zone,
        Totals totals,
        @Nullable Changes changes,
        List<Deed> deeds,
        List<Unsent> unsent,
        List<CarriedDelta> dropNow,
        List<CarriedDelta> dropAtBump,
        List<CarriedDelta> kept,
        List<UnusedFile> unused,
        List<CarriedDelta> breaking,
        List<CarriedDelta> fuzzy,
        List<CarriedDelta> notReproduced,
        List<Behind> behind,
        List<Behind> behindApart,
        List<Finding> findings,
        List<NotAssessed> notAssessed,
        List<NotAssessed> deltasNotAssessed,
        List<RecipeProblem> problems,
        List<Outcome.Tracked> worst) {

    /** Which delta it was stands on the package's page; here equal reasons are one. */
    private static final Pattern NAMED_DELTA = Pattern.compile("^[a-z-]+:.+?(?= is not assessed: )");

    /**
     * What there is to say of the night.
     *
     * @param before the previous finished run of the same recipes and selection, or null
     * @param zone of the times that are shown
     */
    public static NightReport of(Night night, @Nullable Night before, ZoneId zone) {
        List<Behind> behind = night.tracked()
                .filter(tracked -> tracked.lag().releases() > 0)
                .map(tracked -> Behind.at(tracked, night.run().started()))
                .sorted(Behind.WORST_FIRST)
                .toList();
        return new NightReport(
                night,
                zone,
                Totals.of(night),
                before == null ? null : Changes.between(before, night),
                Deeds.of(night),
                Unsent.of(night, RecipeLinks.of(night.run())),
                deltas(night, CarriedDelta::droppableNow),
                deltas(night, CarriedDelta::droppableAtLatest),
                deltas(night, CarriedDelta::kept),
                unused(night),
                deltas(night, CarriedDelta::breaksAtLatest),
                deltas(night, carried -> carried.fuzzAtLatest() && !carried.notReproduced()),
                deltas(night, CarriedDelta::notReproduced),
                behind.stream().filter(one -> one.of().lag().stream() == null).toList(),
                behind.stream().filter(one -> one.of().lag().stream() != null).toList(),
                findings(night),
                notAssessed(night),
                deltasNotAssessed(night),
                problems(night),
                worst(night));
    }

    private static List<CarriedDelta> deltas(Night night, Predicate<CarriedDelta> which) {
        return night.deltas().filter(which).sorted(CarriedDelta.WORST_FIRST).toList();
    }

    private static List<Finding> findings(Night night) {
        NotAssessed.Groups groups = new NotAssessed.Groups();
        night.tracked()
                .forEach(tracked ->
                        tracked.findings().forEach(text -> groups.add("finding", text, tracked.packageName())));
        return groups.list().stream()
                .map(group -> new Finding(group.reason(), group.names()))
                .sorted(Comparator.comparing(finding -> !finding.isEarlyWarning()))
                .toList();
    }

    private static List<NotAssessed> notAssessed(Night night) {
        NotAssessed.Groups groups = new NotAssessed.Groups();
        night.skipped().forEach(one -> groups.add("skipped", one.reason(), one.packageName()));
        night.failed().forEach(one -> groups.add("failed: " + one.stage(), one.message(), one.packageName()));
        night.tracked().filter(one -> one.score() == null).forEach(one -> {
            String why = one.notScored();
            String reason =
                    why == null ? "no reason given" : NAMED_DELTA.matcher(why).replaceFirst("a delta");
            groups.add("not scored", reason, one.packageName());
        });
        return groups.list();
    }

    private static List<NotAssessed> deltasNotAssessed(Night night) {
        NotAssessed.Groups groups = new NotAssessed.Groups();
        night.deltas().forEach(carried -> {
            String why = DeltaProblem.of(carried.delta());
            if (why != null) {
                groups.add(
                        carried.delta().kind().label(),
                        why,
                        carried.of().packageName() + " " + carried.delta().id());
            }
        });
        return groups.list();
    }

    private static List<RecipeProblem> problems(Night night) {
        return Stream.concat(night.problems().stream(), night.tracked().flatMap(tracked -> tracked.problems().stream()))
                .filter(problem -> !UnusedFile.isOne(problem))
                .distinct()
                .sorted(Comparator.comparing(
                                (RecipeProblem problem) -> problem.at().file())
                        .thenComparingInt(problem -> problem.at().line())
                        .thenComparingInt(problem -> problem.at().column())
                        .thenComparing(RecipeProblem::message))
                .toList();
    }

    private static List<Outcome.Tracked> worst(Night night) {
        Comparator<Outcome.Tracked> order = Comparator.comparingDouble(
                        (Outcome.Tracked one) -> -Totals.points(one, ScoreClass.AVOIDABLE))
                .thenComparingDouble(one -> -Totals.points(one, ScoreClass.BLOCKED))
                .thenComparingDouble(one -> -Totals.points(one, ScoreClass.NECESSARY))
                .thenComparingDouble(one -> -Totals.points(one, ScoreClass.LAG))
                .thenComparing(Outcome.Tracked::packageName);
        return night.tracked()
                .filter(one ->
                        Totals.points(one, ScoreClass.AVOIDABLE) > 0 || Totals.points(one, ScoreClass.BLOCKED) > 0)
                .sorted(order)
                .toList();
    }

    /** Of the tracked packages, and of those that no upstream is needed to know of. */
    private static List<UnusedFile> unused(Night night) {
        List<UnusedFile> unused =
                new ArrayList<>(night.tracked().flatMap(UnusedFile::of).toList());
        Set<String> listed = unused.stream().map(one -> one.at().file()).collect(Collectors.toSet());
        night.problems().stream()
                .filter(problem ->
                        UnusedFile.isOne(problem) && listed.add(problem.at().file()))
                .map(UnusedFile::unscored)
                .forEach(unused::add);
        return unused;
    }
}
