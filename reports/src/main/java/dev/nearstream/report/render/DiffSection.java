package dev.nearstream.report.render;

import dev.nearstream.store.AssessedDelta;
import java.util.List;
import java.util.Map;

/** The patches' own texts on one package's page, folded. A page shows so much of them; the rest are named. Not thread-safe. */
final class DiffSection {
    /** Characters a page; one text, as the store has it, always fits. */
    private static final int MOST = 66_000;

    private final Map<String, String> texts;
    private int left = MOST;

    /** @param texts by the SHA-256 of the patches' bytes */
    DiffSection(Map<String, String> texts) {
        this.texts = texts;
    }

    /** Nothing for what is no patch, or whose text is not kept. */
    void write(Page page, PageLinks links, AssessedDelta delta) {
        String text = delta.contentHash() == null ? null : texts.get(delta.contentHash());
        if (text == null) {
            return;
        }
        List<String> lines = text.lines().toList();
        if (text.length() > left) {
            page.paragraph("Its diff of " + Numbers.count(lines.size(), "line") + " is not shown: this page has "
                    + Numbers.count(MOST / 1000) + " kB of diffs. It is the file that the recipe names at "
                    + links.at(delta.where()) + ".");
            return;
        }
        left -= text.length();
        page.folded("Diff, " + Numbers.count(lines.size(), "line"), folded -> folded.fence("diff", lines));
    }
}
