package dev.nearstream.report;

import dev.nearstream.report.ScoreCause.Kind;
import dev.nearstream.score.Score;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.score.ScoreComponent;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the components of two scores of one package against each other, delta by delta. */
final class ScoreCauses {
    private static final String LAG = "lag";

    /** Less than would be seen. */
    private static final double LEAST = 0.05;

    private ScoreCauses() {}

    /** What makes the difference, the largest first. */
    static List<ScoreCause> between(Outcome.Tracked then, Score was, Outcome.Tracked now, Score is) {
        Map<String, String> familiesNow = families(now);
        // An edited patch has another family under its old id; a family whose heaviest member has gone goes on.
        Map<String, String> familiesThen = families(then);
        familiesThen.putAll(familiesNow);
        Map<String, List<ScoreComponent>> before = groups(was, familiesThen);
        Map<String, List<ScoreComponent>> after = groups(is, familiesNow);
        Set<String> keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        List<ScoreCause> causes = new ArrayList<>();
        for (String key : keys) {
            List<ScoreComponent> old = before.getOrDefault(key, List.of());
            List<ScoreComponent> current = after.getOrDefault(key, List.of());
            double points = sum(current) - sum(old);
            if (Math.abs(points) >= LEAST) {
                causes.add(
                        key.equals(LAG)
                                ? lag(points, old, current)
                                : delta(points, old, current, days(key, familiesThen, then, familiesNow, now)));
            }
        }
        causes.sort(Comparator.comparingDouble((ScoreCause cause) -> -Math.abs(cause.points()))
                .thenComparing(ScoreCause::reason));
        return causes;
    }

    private static Map<String, String> families(Outcome.Tracked of) {
        Map<String, String> families = new HashMap<>();
        for (AssessedDelta delta : of.deltas()) {
            String family = delta.family();
            families.put(delta.id(), family == null ? "delta " + delta.id() : "family " + family);
        }
        return families;
    }

    private static Map<String, List<ScoreComponent>> groups(Score score, Map<String, String> families) {
        return score.components().stream()
                .collect(Collectors.groupingBy(
                        component -> component.delta() == null
                                ? LAG
                                : families.getOrDefault(component.delta(), "delta " + component.delta()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static double sum(List<ScoreComponent> components) {
        return components.stream().mapToDouble(ScoreComponent::points).sum();
    }

    private static ScoreCause lag(double points, List<ScoreComponent> old, List<ScoreComponent> current) {
        List<String> before = old.stream().map(ScoreComponent::reason).toList();
        List<String> after = current.stream().map(ScoreComponent::reason).toList();
        String now = without(after, before);
        String then = without(before, after);
        return new ScoreCause(
                points,
                ScoreClass.LAG,
                Kind.CHANGED,
                now.isEmpty() ? after.isEmpty() ? "at the newest release" : String.join("; ", after) : now,
                then.isEmpty() ? null : then);
    }

    private static String without(List<String> reasons, List<String> others) {
        return reasons.stream().filter(reason -> !others.contains(reason)).collect(Collectors.joining("; "));
    }

    /** Where days are counted from an earlier one than before: what was found out of past weeks; else null. */
    private static @Nullable String days(
            String key,
            Map<String, String> familiesThen,
            Outcome.Tracked then,
            Map<String, String> familiesNow,
            Outcome.Tracked now) {
        Optional<LocalDate> before = since(key, familiesThen, then);
        Optional<LocalDate> since = since(key, familiesNow, now);
        return before.isPresent() && since.isPresent() && since.get().isBefore(before.get())
                ? "days were counted from " + before.get() + "; past weeks showed that it is so since " + since.get()
                : null;
    }

    private static Optional<LocalDate> since(String key, Map<String, String> families, Outcome.Tracked of) {
        return of.deltas().stream()
                .filter(delta -> delta.avoidableSince() != null && key.equals(families.get(delta.id())))
                .map(delta -> Objects.requireNonNull(delta.avoidableSince()))
                .min(Comparator.naturalOrder());
    }

    private static ScoreCause delta(
            double points, List<ScoreComponent> old, List<ScoreComponent> current, @Nullable String days) {
        if (old.isEmpty() || current.isEmpty()) {
            ScoreComponent main = heaviest(current.isEmpty() ? old : current);
            Kind kind = current.isEmpty() ? Kind.GONE : Kind.NEW;
            return new ScoreCause(points, main.scoreClass(), kind, main.reason(), null);
        }
        ScoreComponent now = heaviest(current);
        ScoreComponent then = heaviest(old);
        String before = sum(old) == 0
                ? "no points"
                : now.scoreClass() == then.scoreClass()
                        ? days
                        : String.format(
                                Locale.ROOT,
                                "%s, %.1f points",
                                then.scoreClass().label(),
                                sum(old));
        return new ScoreCause(points, now.scoreClass(), Kind.CHANGED, now.reason(), before);
    }

    private static ScoreComponent heaviest(List<ScoreComponent> components) {
        return components.stream()
                .max(Comparator.comparingDouble(ScoreComponent::points))
                .orElseThrow();
    }
}
