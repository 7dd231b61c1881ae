package dev.nearstream.tracker;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.delta.Verdict;
import dev.nearstream.history.IsoWeek;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Outcome;
import dev.nearstream.trend.CarriedDelta;
import dev.nearstream.trend.Span;
import dev.nearstream.trend.Taken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of packages in a past week: since when they carried what they carry, by the weeks that were read, and since
 * when upstream had it, by the weeks that were judged. Safe for several threads, each of which prepares a package before it
 * looks at it.
 */
final class PastKnowledge implements Past {
    private final Map<String, List<Span>> spans = new HashMap<>();
    private final Map<String, Taken> taken = new ConcurrentHashMap<>();
    private final Map<String, LocalDate> carried = new ConcurrentHashMap<>();
    private final Map<String, Map<String, LocalDate>> avoidable = new ConcurrentHashMap<>();

    /** @param all in the order of their births */
    PastKnowledge(List<Span> all, List<Taken> taken) {
        all.forEach(span -> spans.computeIfAbsent(
                        key(span.packageName(), span.delta().id()), unused -> new ArrayList<>())
                .add(span));
        taken.forEach(one -> this.taken.put(key(one.packageName(), one.delta(), one.content()), one));
    }

    /** Remembers what was found out in a week, and answers what of it was not known. */
    List<Taken> news(List<Taken> found) {
        List<Taken> news = new ArrayList<>();
        for (Taken one : found) {
            String key = key(one.packageName(), one.delta(), one.content());
            Taken known = taken.get(key);
            if (known == null || one.seen().compareTo(known.seen()) < 0) {
                taken.put(key, one);
                news.add(one);
            }
        }
        return news;
    }

    /** Makes ready what is asked of a package as it stands at a week's end. */
    void prepare(RecipeDeltas deltas, IsoWeek week) {
        String name = deltas.recipe().name().value();
        Map<String, LocalDate> since = new HashMap<>();
        for (Delta delta : deltas.deltas()) {
            CarriedDelta of = CarriedDelta.of(deltas.recipe(), delta);
            if (delta instanceof Delta.PatchFile patch) {
                born(key(name, of.id()), week).ifPresent(born -> carried.put(patch.path(), born.monday()));
            }
            Taken known = taken.get(key(name, of.id(), of.content()));
            if (known != null && known.seen().compareTo(week) < 0) {
                since.put(of.id(), known.seen().sunday());
            }
        }
        avoidable.put(name, since);
    }

    /** The first week of those without a break that this one is of. */
    private Optional<IsoWeek> born(String key, IsoWeek week) {
        @Nullable IsoWeek first = null;
        @Nullable IsoWeek end = null;
        for (Span span : spans.getOrDefault(key, List.of())) {
            first = first != null && span.born().equals(end) ? first : span.born();
            end = span.gone();
            if (span.covers(week)) {
                return Optional.of(first);
            }
        }
        return Optional.empty();
    }

    /** What upstream had of what a package carries, at the week's end. */
    static List<Taken> taken(RecipeDeltas deltas, Outcome.Tracked outcome, IsoWeek week) {
        Map<String, String> contents = new HashMap<>();
        deltas.deltas()
                .forEach(delta -> contents.put(
                        delta.facts().id(),
                        CarriedDelta.of(deltas.recipe(), delta).content()));
        List<Taken> found = new ArrayList<>();
        for (AssessedDelta delta : outcome.deltas()) {
            String content = contents.get(delta.id());
            if (content != null && PastTally.isUpstream(delta)) {
                Optional<Evidence> last = lastCommit(delta);
                found.add(new Taken(
                        outcome.packageName(),
                        delta.id(),
                        content,
                        last.map(Evidence::date).orElse(null),
                        last.map(Evidence::firstRelease).orElse(null),
                        week));
            }
        }
        return found;
    }

    /** The commit that completed it. */
    private static Optional<Evidence> lastCommit(AssessedDelta delta) {
        Verdict verdict = delta.now() instanceof Verdict.Upstream now ? now : delta.atLatest();
        return verdict == null
                ? Optional.empty()
                : verdict.evidence().stream()
                        .filter(one -> one.date() != null)
                        .max(Comparator.comparing(PastKnowledge::day));
    }

    private static LocalDate day(Evidence evidence) {
        LocalDate date = evidence.date();
        return date == null ? LocalDate.MIN : date;
    }

    private static String key(String... parts) {
        return String.join("\0", parts);
    }

    /** Never the outcome: it is of another day. */
    @Override
    public Optional<Outcome.Tracked> lastTracked(String packageName) {
        return Optional.empty();
    }

    @Override
    public Map<String, LocalDate> avoidableSince(RecipeDeltas carried) {
        return avoidable.getOrDefault(carried.recipe().name().value(), Map.of());
    }

    @Override
    public Optional<LocalDate> carriedSince(String path) {
        return Optional.ofNullable(carried.get(path));
    }
}
