package dev.nearstream.report.render;

import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.Changes;
import dev.nearstream.report.VerdictChange;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.PullRequestEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All changes of one kind.
 *
 * @param count how many there are
 * @param headline the same as part of a sentence
 * @param label what happened, as a line's beginning
 * @param items what it happened to: markdown, at least one; copies of one patch are one, and so are deltas that a package
 *     got or lost
 */
record ChangeKind(int count, String headline, String label, List<String> items) {
    private static final int NAMES = 4;

    ChangeKind {
        items = List.copyOf(items);
    }

    /**
     * Those that there are any of, what asks for a deed first.
     *
     * @param changes null where there is nothing to compare with
     * @param pulls what became of pull requests
     */
    static List<ChangeKind> of(PageLinks links, @Nullable Changes changes, List<PullRequestEvent> pulls) {
        Finder kinds = new Finder(links);
        if (changes != null) {
            kinds.verdicts(changes, VerdictChange.Kind.TAKEN, "Upstream took it", "taken by upstream");
            kinds.verdicts(changes, VerdictChange.Kind.BROKEN, "No longer applies", "broken");
        }
        kinds.pulls(pulls, PullRequestEvent.Kind.MERGED, "Merged", "merged");
        kinds.pulls(pulls, PullRequestEvent.Kind.CLOSED, "Closed by a person", "closed by people");
        if (changes != null) {
            kinds.add("package", changes.failed(), "Failed newly", "failed newly", one -> failed(links, one));
            kinds.add("new release", changes.releases(), "Released upstream", "", one -> step(links, one));
            kinds.verdicts(changes, VerdictChange.Kind.REPAIRED, "Applies again", "repaired");
            kinds.recipes(changes);
            kinds.verdicts(changes, VerdictChange.Kind.OTHER, "Another verdict", "with another verdict");
            kinds.add("new package", changes.added(), "Newly packaged", "", links::packagePage);
            kinds.add("package", changes.removed(), "No longer packaged", "gone", Code::ifBroken);
        }
        kinds.pulls(pulls, PullRequestEvent.Kind.OPENED, "Opened", "opened");
        return kinds.found;
    }

    private static final class Finder {
        private final PageLinks links;
        private final List<ChangeKind> found = new ArrayList<>();

        Finder(PageLinks links) {
            this.links = links;
        }

        /** What is other in the recipes. */
        void recipes(Changes changes) {
            add("package", changes.recovered(), "Recovered", "recovered", one -> links.packagePage(one.packageName()));
            add("package", changes.bumped(), "Bumped", "bumped", one -> step(links, one));
            carried("new delta", changes.born(), "Newly carried", "", links::delta);
            // Without a link to the line: it is a line of the recipe as it was.
            carried(
                    "delta",
                    changes.gone(),
                    "No longer carried",
                    "gone",
                    one -> Code.of(one.delta().id(), 100));
        }

        /** Those of several packages are one. */
        void pulls(List<PullRequestEvent> pulls, PullRequestEvent.Kind kind, String label, String words) {
            List<String> items = pulls.stream()
                    .filter(pull -> pull.kind() == kind)
                    .collect(Collectors.groupingBy(
                            pull -> pull.url() == null ? pull.packageName() + " " + pull.to() : pull.url(),
                            LinkedHashMap::new,
                            Collectors.toList()))
                    .values()
                    .stream()
                    .map(group -> Listing.line(
                                    group,
                                    NAMES,
                                    ", ",
                                    one -> links.packagePage(one.packageName()) + " " + Code.of(one.from()) + " → "
                                            + Code.of(one.to()))
                            + " (" + links.pull("pull request", group.get(0).url()) + ")")
                    .toList();
            add("pull request", items.size(), label, words, items);
        }

        <T> void add(String noun, List<T> all, String label, String words, Function<T, String> shown) {
            add(noun, all.size(), label, words, all.stream().map(shown).toList());
        }

        void add(String noun, int count, String label, String words, List<String> items) {
            if (!items.isEmpty()) {
                String headline = Numbers.count(count, noun) + (words.isEmpty() ? "" : " " + words);
                found.add(new ChangeKind(count, headline, label, items));
            }
        }

        /** Those of a package are one item. */
        void carried(
                String noun, List<CarriedDelta> all, String label, String words, Function<CarriedDelta, String> shown) {
            Map<String, List<CarriedDelta>> packages = all.stream()
                    .collect(Collectors.groupingBy(
                            one -> one.of().packageName(), LinkedHashMap::new, Collectors.toList()));
            List<String> items = packages.values().stream()
                    .map(these -> links.beforeDelta(these.get(0)) + Listing.line(these, NAMES, ", ", shown))
                    .toList();
            add(noun, all.size(), label, words, items);
        }

        void verdicts(Changes changes, VerdictChange.Kind kind, String label, String words) {
            Map<String, List<VerdictChange>> families = changes.verdicts().stream()
                    .filter(change -> change.kind() == kind)
                    .collect(Collectors.groupingBy(
                            change -> change.carried().family() + " " + change.atLatest() + change.before()
                                    + change.after(),
                            LinkedHashMap::new,
                            Collectors.toList()));
            int deltas = families.values().stream().mapToInt(List::size).sum();
            List<String> items = families.values().stream()
                    .map(family -> verdict(links, family))
                    .toList();
            add("delta", deltas, label, words, items);
        }
    }

    private static String verdict(PageLinks links, List<VerdictChange> family) {
        VerdictChange change = family.get(0);
        CarriedDelta carried = change.carried();
        String who = family.size() == 1
                ? links.beforeDelta(carried)
                : Listing.line(
                                family,
                                NAMES,
                                ", ",
                                one -> links.packagePage(one.carried().of().packageName())) + ": ";
        return who + links.delta(carried) + " " + where(change, family.size() == 1) + " (" + change.before() + " → "
                + change.after() + ")";
    }

    private static String where(VerdictChange change, boolean alone) {
        Outcome.Tracked of = change.carried().of();
        String newest = of.lag().newestVersion();
        if (!change.atLatest()) {
            return alone ? "at its own version " + Code.of(of.version()) : "at their own versions";
        }
        return "at " + (newest == null || !alone ? "the newest release" : Code.of(newest));
    }

    private static String failed(PageLinks links, Outcome.Failed failed) {
        return links.packagePage(failed.packageName()) + " (" + OutsideText.of(failed.stage()) + ")";
    }

    private static String step(PageLinks links, Changes.Step step) {
        return links.packagePage(step.of().packageName()) + " " + Code.of(step.from()) + " → " + Code.of(step.to());
    }
}
