package dev.nearstream.report.render;

import dev.nearstream.report.VerifyResult;
import java.util.List;

/** What the configured command said of the bump. */
final class VerifySection {
    private VerifySection() {}

    /** @param rows of its output, the last ones */
    static void write(Page page, VerifyResult result, int rows) {
        page.heading(3, result.verdict() == VerifyResult.Verdict.PASSED ? "Verified" : "Not verified");
        page.paragraph(sentence(result) + ".");
        List<String> lines = result.lastLines();
        if (!lines.isEmpty()) {
            List<String> last = lines.subList(Math.max(0, lines.size() - rows), lines.size());
            page.folded("The last lines of its output", folded -> folded.fence("text", last));
        }
    }

    /** {@code `melange` failed: exit status 1}. */
    static String sentence(VerifyResult result) {
        String words = result.words();
        return Code.of(result.program()) + " " + result.verdict().label()
                + (words.isEmpty() ? "" : ": " + Message.of(words));
    }
}
