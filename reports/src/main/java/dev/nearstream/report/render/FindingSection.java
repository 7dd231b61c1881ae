package dev.nearstream.report.render;

import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.report.Finding;
import java.util.List;

/** What a person should know, and what is wrong with recipes. */
final class FindingSection {
    private static final int NAMES = 8;

    private FindingSection() {}

    /** @param findings the early warnings first */
    static void write(Page page, PageLinks links, List<Finding> findings, List<RecipeProblem> problems) {
        page.heading(2, "Findings");
        if (findings.isEmpty() && problems.isEmpty()) {
            page.paragraph("None.");
        }
        if (!findings.isEmpty()) {
            Table table = Table.of("#Packages", "Finding", "Which");
            page.folded(
                    Numbers.count(findings.size(), "finding"),
                    folded -> Listing.table(
                            folded,
                            links,
                            findings,
                            table,
                            (rows, finding) -> rows.row(
                                    Numbers.count(finding.names().size()),
                                    Message.of(finding.text()),
                                    Listing.line(finding.names(), NAMES, ", ", links::packagePage))));
        }
        if (!problems.isEmpty()) {
            Table table = Table.of("Where", "What");
            page.folded(
                    Numbers.count(problems.size(), "problem") + " in recipes",
                    folded -> Listing.table(
                            folded,
                            links,
                            problems,
                            table,
                            (rows, problem) -> rows.row(links.at(problem.at()), Message.of(problem.message()))));
        }
    }
}
