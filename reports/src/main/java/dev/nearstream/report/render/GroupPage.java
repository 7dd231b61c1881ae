package dev.nearstream.report.render;

import dev.nearstream.delta.Evidence;
import dev.nearstream.report.GroupReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of a pull request for several packages: what they have in common first and once, then what each one's own would
 * say.
 */
public final class GroupPage {
    /** GitHub takes 65,536 characters. */
    private static final int LONGEST = 60_000;
    /** Of the evidence for one patch. */
    private static final int MOST_EVIDENCE = 10;

    private GroupPage() {}

    /** The page; the same report gives the same text. */
    public static String of(GroupReport report) {
        StringBuilder text = new StringBuilder(head(report));
        List<String> left = new ArrayList<>();
        for (GroupReport.Part part : report.parts()) {
            String section = "\n## " + Code.of(part.packageName()) + "\n\n" + part.text();
            if (text.length() + section.length() <= LONGEST) {
                text.append(section);
            } else {
                left.add(Code.of(part.packageName()));
            }
        }
        if (!left.isEmpty()) {
            text.append("\nThe page would be too long with the parts of ")
                    .append(String.join(", ", left))
                    .append(": their commits say what becomes of each patch.\n");
        }
        return text.toString();
    }

    private static String head(GroupReport report) {
        Page page = new Page();
        page.paragraph(opening(report));
        Table table = Table.of("Package", "Version", "Commit");
        report.parts()
                .forEach(part -> table.row(
                        Code.of(part.packageName()),
                        part.from().equals(part.to())
                                ? Code.of(part.to())
                                : Code.of(part.from()) + " to " + Code.of(part.to()),
                        Code.of(part.title())));
        page.table(table);
        if (report.patch() != null) {
            copies(page, report);
        }
        if (!report.apart().isEmpty()) {
            page.heading(3, "Not in it");
            page.bullets(report.apart().stream()
                    .map(one -> Code.of(one.packageName()) + " " + Code.of(one.to()) + ": " + Message.of(one.why()))
                    .toList());
        }
        page.heading(3, "To leave all of it");
        page.paragraph(
                "Close this pull request: it stays closed for these versions of these packages, and none of them comes back"
                        + " alone.");
        page.marker(report.key());
        return page.text();
    }

    private static String opening(GroupReport report) {
        String many = Numbers.count(report.parts().size()) + (report.parts().size() == 1 ? " package" : " packages");
        return report.patch() == null
                ? "Changes " + many + " of " + Code.of(report.owner()) + ", a commit each."
                : "Drops " + Code.of(report.patch()) + " from " + many
                        + ", a commit each: upstream has it at the version that each of them packages.";
    }

    /** What says that upstream has the patch: the same for several packages stands there once. */
    private static void copies(Page page, GroupReport report) {
        Map<String, List<String>> packages = new LinkedHashMap<>();
        List<String> paths = new ArrayList<>();
        for (GroupReport.Part part : report.parts()) {
            for (GroupReport.Copy copy : part.copies()) {
                paths.add(Code.of(copy.path()));
                for (Evidence one : copy.evidence()) {
                    List<String> of = packages.computeIfAbsent(
                            VerdictText.evidence(part.upstream(), one), unused -> new ArrayList<>());
                    String name = Code.of(part.packageName());
                    if (!of.contains(name)) {
                        of.add(name);
                    }
                }
            }
        }
        page.heading(3, "The patch");
        page.paragraph("Its copies: " + String.join(", ", paths) + ".");
        page.paragraph("What says that upstream has it, in which of the packages:");
        page.bullets(packages.entrySet().stream()
                .limit(MOST_EVIDENCE)
                .map(one -> String.join(", ", one.getValue()) + ": " + one.getKey())
                .toList());
    }
}
