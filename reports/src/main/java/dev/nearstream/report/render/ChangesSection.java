package dev.nearstream.report.render;

import dev.nearstream.report.Changes;
import dev.nearstream.store.PullRequestEvent;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is other than in the run before: a sentence, the lines that matter most, and all of them folded away. */
final class ChangesSection {
    private static final int LINES = 8;
    /** Of each kind, before any has more. */
    private static final int EACH = 2;

    private static final int NAMES = 20;

    private ChangesSection() {}

    /**
     * @param changes null for the first run
     * @param pulls what became of pull requests
     */
    static void write(
            Page page, PageLinks links, @Nullable Changes changes, List<PullRequestEvent> pulls, ZoneId zone) {
        page.heading(2, "What changed");
        List<ChangeKind> kinds = ChangeKind.of(links, changes, pulls);
        String headline = kinds.stream().map(ChangeKind::headline).collect(Collectors.joining(", ")) + ".";
        if (changes == null) {
            page.paragraph("This is the first run of this selection of recipes: there is nothing to compare it with."
                    + (kinds.isEmpty() ? "" : " Since it began: " + headline));
        } else {
            String since = "since the run of " + Numbers.time(changes.before().started(), zone);
            page.paragraph(kinds.isEmpty() ? "Nothing, " + since + "." : "S" + since.substring(1) + ": " + headline);
        }
        if (kinds.isEmpty()) {
            return;
        }
        List<String> shown = first(kinds);
        page.bullets(shown);
        if (kinds.stream().mapToInt(kind -> kind.items().size()).sum() > shown.size()) {
            int all = kinds.stream().mapToInt(ChangeKind::count).sum();
            page.folded("All " + Numbers.count(all) + " changes, by kind", folded -> folded.bullets(lines(kinds)));
        }
    }

    /** One line for each kind of change; the kinds that ask for a deed first. Package names are links, or left out. */
    static List<String> lines(PageLinks links, Changes changes) {
        return lines(ChangeKind.of(links, changes, List.of()));
    }

    private static List<String> lines(List<ChangeKind> kinds) {
        return kinds.stream()
                .map(kind -> Inline.bold(kind.label()) + " ("
                        + Numbers.count(kind.count()) + "): "
                        + Listing.line(kind.items(), NAMES, "; ", item -> item))
                .toList();
    }

    /** A few of each kind; where there is room, more of the first ones. */
    private static List<String> first(List<ChangeKind> kinds) {
        int[] shown = new int[kinds.size()];
        int room = LINES;
        for (int most : new int[] {EACH, LINES}) {
            for (int i = 0; i < shown.length; i++) {
                int more = Math.min(room, Math.min(most, kinds.get(i).items().size()) - shown[i]);
                shown[i] += more;
                room -= more;
            }
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            ChangeKind kind = kinds.get(i);
            kind.items().stream().limit(shown[i]).forEach(item -> lines.add(Inline.bold(kind.label()) + ": " + item));
        }
        return lines;
    }
}
