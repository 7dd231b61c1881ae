package dev.nearstream.report.render;

import dev.nearstream.report.PatchCheck;
import dev.nearstream.report.VisibleText;

/** {@code patch check} for the terminal. */
public final class PatchCheckTextRenderer {
    private PatchCheckTextRenderer() {}

    public static String of(PatchCheck check) {
        TextTable table = TextTable.of("PATCH", "VERDICT", "#HUNKS", "#FAILED", "#UPSTREAM");
        StringBuilder details = new StringBuilder();
        check.patches().forEach(one -> {
            table.row(
                    one.patch(),
                    VerdictLines.label(one.verdict()),
                    Numbers.count(one.verdict().hunks()),
                    Numbers.count(one.verdict().failedHunks()),
                    Numbers.count(one.verdict().upstreamHunks()));
            VerdictLines.of(one.verdict())
                    .forEach(line -> details.append(VisibleText.of(one.patch()))
                            .append(": ")
                            .append(line)
                            .append('\n'));
        });
        return table.text() + (details.isEmpty() ? "" : "\n" + details);
    }
}
