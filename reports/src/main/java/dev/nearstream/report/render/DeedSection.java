package dev.nearstream.report.render;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.Deed;
import dev.nearstream.store.Outcome;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is worth doing first, one line a deed. */
final class DeedSection {
    private static final int LINES = 10;
    private static final int NAMES = 4;

    private DeedSection() {}

    /** @param deeds the first things first */
    static void write(Page page, PageLinks links, List<Deed> deeds) {
        page.heading(2, "Worth doing first");
        if (deeds.isEmpty()) {
            page.paragraph("Nothing: upstream has none of what is carried, and no release waits.");
            return;
        }
        page.paragraph("The most points saved for the least effort first.");
        Listing.items(page, deeds, LINES, "worth doing after these", Listing.Items.NUMBERED, deed -> line(links, deed));
    }

    private static String line(PageLinks links, Deed deed) {
        int packages = deed.packages().size();
        return what(links, deed) + ": " + DeedReason.of(deed)
                + (packages == 1 ? "" : " (" + Numbers.count(packages, "package") + ")") + " – "
                + Numbers.points(deed.gain()) + " points";
    }

    private static String what(PageLinks links, Deed deed) {
        return switch (deed.kind()) {
            case DROP -> Inline.bold("Drop") + " " + deltas(links, deed) + " from " + packages(links, deed);
            case DELETE -> Inline.bold("Delete") + " " + files(links, deed) + " of " + packages(links, deed);
            case REFRESH -> Inline.bold("Refresh") + " " + deltas(links, deed) + " in " + packages(links, deed);
            case BUMP ->
                Inline.bold("Bump") + " "
                        + each(
                                deed,
                                one -> links.packagePage(one.packageName()) + " from " + Code.of(one.version()) + " to "
                                        + Inline.newest(one))
                        + (deed.deltas().isEmpty() ? "" : " and drop " + deltas(links, deed));
        };
    }

    private static String files(PageLinks links, Deed deed) {
        return Listing.line(
                deed.files(),
                NAMES,
                ", ",
                file -> Inline.web(
                        Code.of(file.at().file(), 120),
                        links.recipes().file(file.at().file())));
    }

    private static String packages(PageLinks links, Deed deed) {
        return each(deed, one -> links.packagePage(one.packageName()));
    }

    private static String each(Deed deed, Function<Outcome.Tracked, String> shown) {
        return Listing.line(deed.packages(), NAMES, ", ", shown);
    }

    /** Copies of one patch are named once; kinds are named but for patches, whose names say it. */
    private static String deltas(PageLinks links, Deed deed) {
        Map<DeltaKind, Map<String, CarriedDelta>> kinds = new EnumMap<>(DeltaKind.class);
        deed.deltas()
                .forEach(carried -> kinds.computeIfAbsent(carried.delta().kind(), kind -> new LinkedHashMap<>())
                        .putIfAbsent(carried.delta().id(), carried));
        return kinds.entrySet().stream()
                .map(entry -> words(entry.getKey(), entry.getValue().size())
                        + Listing.line(List.copyOf(entry.getValue().values()), NAMES, ", ", links::named))
                .collect(Collectors.joining(", "));
    }

    private static String words(DeltaKind kind, int count) {
        return switch (kind) {
            case PATCH -> "";
            case CHERRY_PICK -> Numbers.noun(count, kind.label()) + " ";
            default -> Numbers.noun(count, kind.label().replace('-', ' ')) + " ";
        };
    }
}
