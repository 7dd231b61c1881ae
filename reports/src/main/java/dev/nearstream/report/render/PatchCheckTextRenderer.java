package dev.nearstream.report.render;

import dev.nearstream.report.PatchCheck;
import dev.nearstream.report.VisibleText;
import java.util.List;

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
            List<String> lines = VerdictLines.of(one.verdict());
            if (!lines.isEmpty()) {
                details.append('\n').append(VisibleText.of(one.patch())).append('\n');
                lines.forEach(line -> details.append(Prose.of("  - ", 4, line)));
            }
        });
        return table.text() + details;
    }
}
