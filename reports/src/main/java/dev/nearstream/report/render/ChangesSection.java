package dev.nearstream.report.render;

import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.Changes;
import dev.nearstream.report.VerdictChange;
import dev.nearstream.store.Outcome;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is other than in the run before. */
final class ChangesSection {
    private static final int NAMES = 20;

    private ChangesSection() {}

    static void write(Page page, PageLinks links, @Nullable Changes changes, ZoneId zone) {
        page.heading(2, "What changed since the last run");
        if (changes == null) {
            page.paragraph("This is the first run of this selection of recipes: there is nothing to compare it with.");
        } else if (changes.none()) {
            page.paragraph(
                    "Nothing, since the run of " + Numbers.time(changes.before().started(), zone) + ".");
        } else {
            page.paragraph("Since the run of " + Numbers.time(changes.before().started(), zone) + ":");
            page.bullets(lines(links, changes));
        }
    }

    /** One line for each kind of change; the kinds that ask for a deed first. Package names are links, or left out. */
    static List<String> lines(PageLinks links, Changes changes) {
        List<String> lines = new ArrayList<>();
        for (VerdictChange.Kind kind : VerdictChange.Kind.values()) {
            List<VerdictChange> these = changes.verdicts().stream()
                    .filter(change -> change.kind() == kind)
                    .toList();
            add(lines, words(kind), these, change -> verdict(links, change));
        }
        add(lines, "Failed newly", changes.failed(), one -> failed(links, one));
        add(lines, "Recovered", changes.recovered(), one -> links.packagePage(one.packageName()));
        add(lines, "New deltas", changes.born(), one -> delta(links, one));
        add(lines, "Deltas gone", changes.gone(), one -> gone(links, one));
        add(lines, "New upstream releases", changes.releases(), one -> step(links, one));
        add(lines, "Packages bumped", changes.bumped(), one -> step(links, one));
        add(lines, "New packages", changes.added(), links::packagePage);
        add(lines, "Packages gone", changes.removed(), Code::ifBroken);
        return lines;
    }

    private static String words(VerdictChange.Kind kind) {
        return switch (kind) {
            case TAKEN -> "Upstream took it";
            case BROKEN -> "No longer applies";
            case REPAIRED -> "Applies again";
            case OTHER -> "Another verdict";
        };
    }

    private static <T> void add(List<String> lines, String title, List<T> all, Function<T, String> shown) {
        if (!all.isEmpty()) {
            lines.add(Inline.bold(title) + " (" + Numbers.count(all.size()) + "): "
                    + Listing.line(all, NAMES, "; ", shown));
        }
    }

    private static String verdict(PageLinks links, VerdictChange change) {
        Outcome.Tracked of = change.carried().of();
        String newest = of.lag().newestVersion();
        String where = change.atLatest()
                ? "at " + (newest == null ? "the newest release" : Code.of(newest))
                : "at its own version " + Code.of(of.version());
        return delta(links, change.carried()) + " " + where + " (" + change.before() + " → " + change.after() + ")";
    }

    private static String delta(PageLinks links, CarriedDelta carried) {
        return links.packageAndDelta(carried);
    }

    /** Without a link to the line: it is a line of the recipe as it was. */
    private static String gone(PageLinks links, CarriedDelta carried) {
        return links.beforeDelta(carried) + Code.of(carried.delta().id(), 100);
    }

    private static String failed(PageLinks links, Outcome.Failed failed) {
        return links.packagePage(failed.packageName()) + " (" + OutsideText.of(failed.stage()) + ")";
    }

    private static String step(PageLinks links, Changes.Step step) {
        return links.packagePage(step.of().packageName()) + " " + Code.of(step.from()) + " → " + Code.of(step.to());
    }
}
