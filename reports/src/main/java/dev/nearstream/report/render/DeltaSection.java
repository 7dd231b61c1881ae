package dev.nearstream.report.render;

import dev.nearstream.delta.Delta;
import dev.nearstream.report.CarriedDelta;
import dev.nearstream.report.PackageReport;
import dev.nearstream.store.AssessedDelta;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One delta on its package's page. */
final class DeltaSection {
    private DeltaSection() {}

    static void write(Page page, PageLinks links, PackageReport report, CarriedDelta carried) {
        AssessedDelta delta = carried.delta();
        page.heading(3, Code.of(delta.id(), 200));
        List<String> lines = new ArrayList<>();
        lines.add("Declared at " + links.at(delta.where()));
        lines.add("Size: " + size(delta));
        lines.add("Purpose: " + delta.purpose().label()
                + (delta.declaredStatus() == null
                        ? ""
                        : "; declares “" + OutsideText.of(delta.declaredStatus(), 200) + "”"));
        if (delta.carriedSince() != null) {
            lines.add("Carried since " + delta.carriedSince() + age(report.days(delta.carriedSince())));
        }
        BackgroundText.touched(links, delta).ifPresent(who -> lines.add("Last touched by " + who));
        BackgroundText.reason(delta).ifPresent(reason -> lines.add("Reason: " + Message.of(reason)));
        BackgroundText.copies(report.families(), delta)
                .ifPresent(copies -> lines.add("Copies: " + OutsideText.of(copies)));
        BackgroundText.decision(delta).ifPresent(why -> lines.add(Inline.bold("Kept") + ", " + Message.of(why)));
        if (delta.avoidableSince() != null && !delta.decided()) {
            lines.add(Inline.bold("Avoidable") + " since " + delta.avoidableSince()
                    + age(report.days(delta.avoidableSince())));
        }
        if (delta.notAssessed() != null) {
            lines.add("Not assessed: " + Message.of(delta.notAssessed()));
        }
        page.bullets(lines);
        VerdictSection.write(page, carried);
    }

    private static String size(AssessedDelta delta) {
        Delta.Size size = new Delta.Size(delta.files(), delta.addedLines(), delta.removedLines());
        if (!size.filesKnown()) {
            return "not known from the recipe";
        }
        String files = Numbers.count(size.files(), "file");
        return size.linesKnown(delta.kind())
                ? files + ", " + Numbers.count(size.addedLines(), "line") + " added, "
                        + Numbers.count(size.removedLines()) + " removed"
                : files;
    }

    private static String age(@Nullable Long days) {
        return days == null ? "" : " (" + Numbers.count(days, "day") + ")";
    }
}
