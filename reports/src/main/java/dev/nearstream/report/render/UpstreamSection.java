package dev.nearstream.report.render;

import dev.nearstream.bump.LicenceFiles;
import dev.nearstream.delta.pin.DependencyChanges.Change;
import dev.nearstream.report.BumpReport;
import dev.nearstream.report.UpstreamLinks;
import dev.nearstream.report.render.BumpPage.Extent;
import dev.nearstream.tracker.UpstreamChanges;
import dev.nearstream.tracker.UpstreamNotes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What upstream changed. */
final class UpstreamSection {
    private UpstreamSection() {}

    static void write(Page page, BumpReport report, Extent extent) {
        UpstreamChanges changes = report.changes();
        if (changes == null && report.plan().from().equals(report.plan().to())) {
            return; // a rebuild
        }
        page.heading(3, "Upstream");
        if (changes != null) {
            page.paragraph("Changes: " + compare(changes));
            licences(page, changes.licences());
            dependencies(page, changes.dependencies(), extent.rows());
            if (!changes.problems().isEmpty()) {
                page.paragraph("Not read:");
                page.bullets(LeftToDo.some(
                        changes.problems().stream().map(Message::of).toList(), extent.rows()));
            }
        } else {
            page.paragraph("What it changed is not known.");
        }
        if (changes != null && changes.notes() != null && extent == Extent.ALL) {
            notes(page, changes, changes.notes());
        }
    }

    private static void notes(Page page, UpstreamChanges changes, UpstreamNotes notes) {
        Optional<String> link = switch (notes.source()) {
            case RELEASES, TAG -> UpstreamLinks.tag(changes.repository(), notes.name());
            case FILE -> UpstreamLinks.file(changes.repository(), changes.to(), notes.name());
        };
        String name = Inline.web(Code.of(notes.name()), link);
        page.folded("Upstream's release notes", content -> {
            content.paragraph(
                    switch (notes.source()) {
                        case RELEASES -> "As the releases' pages say, up to " + name + ":";
                        case FILE -> "What is new in " + name + ":";
                        case TAG -> "The message of the tag " + name + ":";
                    });
            ReleaseNotes.write(content, notes.text(), notes.markdown());
        });
    }

    private static String compare(UpstreamChanges changes) {
        Optional<String> link = UpstreamLinks.compare(changes.repository(), changes.from(), changes.to());
        return Inline.web(Code.of(changes.from() + "..." + changes.to()), link)
                + (link.isEmpty() && !changes.repository().isEmpty() ? " of " + Code.of(changes.repository()) : "");
    }

    private static void licences(Page page, List<LicenceFiles.Change> licences) {
        if (!licences.isEmpty()) {
            page.paragraph("Licence files, to be read by a person:");
            page.bullets(LeftToDo.some(
                    licences.stream()
                            .map(one -> Code.of(one.path()) + ": "
                                    + one.fate().name().toLowerCase(Locale.ROOT))
                            .toList(),
                    20));
        }
    }

    private static void dependencies(Page page, List<Change> dependencies, int rows) {
        if (dependencies.isEmpty()) {
            return;
        }
        page.folded("Dependencies that upstream asks for (" + Numbers.count(dependencies.size()) + ")", content -> {
            Table table = Table.of("Manifest", "Dependency", "Before", "After");
            dependencies.stream()
                    .limit(rows)
                    .forEach(change -> table.row(
                            Code.of(change.manifest(), 80),
                            Code.of(change.name(), 120),
                            version(change.before()),
                            version(change.after())));
            content.table(table);
            if (dependencies.size() > rows) {
                content.paragraph("And " + Numbers.count(dependencies.size() - rows) + " more.");
            }
        });
    }

    private static String version(@Nullable String version) {
        return version == null ? Inline.UNKNOWN : version.isEmpty() ? "any" : Code.of(version, 80);
    }
}
