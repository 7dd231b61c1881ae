package dev.nearstream.report;

import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two finished runs of the same recipes and selection.
 *
 * @param before the run before
 * @param releases packages whose newest admitted release is another one
 * @param bumped packages that are at another version
 * @param verdicts by package
 * @param born deltas that were not there
 * @param gone deltas that are no longer there
 * @param failed packages that failed and did not before
 * @param recovered packages that failed before and do not any more
 * @param added packages that are new
 * @param removed packages that are no longer there
 */
public record Changes(
        Run before,
        List<Step> releases,
        List<Step> bumped,
        List<VerdictChange> verdicts,
        List<CarriedDelta> born,
        List<CarriedDelta> gone,
        List<Outcome.Failed> failed,
        List<Outcome> recovered,
        List<String> added,
        List<String> removed) {

    public Changes {
        releases = List.copyOf(releases);
        bumped = List.copyOf(bumped);
        verdicts = List.copyOf(verdicts);
        born = List.copyOf(born);
        gone = List.copyOf(gone);
        failed = List.copyOf(failed);
        recovered = List.copyOf(recovered);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /**
     * A version that moved.
     *
     * @param from null where none was known
     */
    public record Step(Outcome.Tracked of, @Nullable String from, String to) {}

    /** Whether nothing of what a reader acts on changed. */
    public boolean none() {
        return count() == 0;
    }

    /** How many there are of all kinds. */
    public int count() {
        return List.of(releases, bumped, verdicts, born, gone, failed, recovered, added, removed).stream()
                .mapToInt(List::size)
                .sum();
    }

    static Changes between(Night before, Night tonight) {
        return new Finder(before, tonight).find();
    }

    private static final class Finder {
        private final Night before;
        private final Map<String, Outcome> old;
        private final Map<String, Outcome> current;
        private final List<Step> releases = new ArrayList<>();
        private final List<Step> bumped = new ArrayList<>();
        private final List<VerdictChange> verdicts = new ArrayList<>();
        private final List<CarriedDelta> born = new ArrayList<>();
        private final List<CarriedDelta> gone = new ArrayList<>();
        private final List<Outcome.Failed> failed = new ArrayList<>();
        private final List<Outcome> recovered = new ArrayList<>();

        Finder(Night before, Night tonight) {
            this.before = before;
            this.old = before.byPackage();
            this.current = tonight.byPackage();
        }

        Changes find() {
            current.forEach((name, outcome) -> compare(old.get(name), outcome));
            return new Changes(
                    before.run(),
                    releases,
                    bumped,
                    verdicts,
                    born,
                    gone,
                    failed,
                    recovered,
                    current.keySet().stream()
                            .filter(name -> !old.containsKey(name))
                            .toList(),
                    old.keySet().stream()
                            .filter(name -> !current.containsKey(name))
                            .toList());
        }

        private void compare(@Nullable Outcome was, Outcome is) {
            if (is instanceof Outcome.Failed failure && !(was instanceof Outcome.Failed)) {
                failed.add(failure);
            }
            if (was instanceof Outcome.Failed && !(is instanceof Outcome.Failed)) {
                recovered.add(is);
            }
            // What was not assessed before is not news, or every repaired host would bear a thousand deltas.
            if (was instanceof Outcome.Tracked then && is instanceof Outcome.Tracked now) {
                versions(then, now);
                deltas(then, now);
            }
        }

        private void versions(Outcome.Tracked then, Outcome.Tracked now) {
            String newest = now.lag().newestVersion();
            String known = then.lag().newestVersion();
            if (newest != null && known != null && !newest.equals(known)) {
                releases.add(new Step(now, known, newest));
            }
            if (!now.version().equals(then.version())) {
                bumped.add(new Step(now, then.version(), now.version()));
            }
        }

        private void deltas(Outcome.Tracked then, Outcome.Tracked now) {
            Map<String, AssessedDelta> left = new TreeMap<>();
            then.deltas().forEach(delta -> left.put(delta.id(), delta));
            CarriedDelta.of(now).forEach(carried -> {
                AssessedDelta known = left.remove(carried.delta().id());
                if (known == null) {
                    born.add(carried);
                } else {
                    VerdictChange.between(known, carried).ifPresent(verdicts::add);
                }
            });
            left.values().forEach(delta -> gone.add(new CarriedDelta(then, delta)));
        }
    }
}
