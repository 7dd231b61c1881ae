package dev.nearstream.bump;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;

/**
 * An old and a new text of one patch held against each other, as {@code git range-diff} does: line numbers of hunks, hashes
 * of blobs and times of files make no difference, and before each line of a patch stands an outer sign.
 *
 * @param lines what is different with a few lines around it; each begins with {@code +}, {@code -}, a blank or
 *     {@code @@}. Text from outside
 * @param left how many lines more there are
 */
public record RangeDiff(List<String> lines, int left) {
    private static final int CONTEXT = 3;
    private static final int LONGEST_LINE = 300;

    public RangeDiff {
        lines = List.copyOf(lines);
    }

    /**
     * What is different.
     *
     * @param most characters of all lines; what goes beyond is counted alone
     */
    public static RangeDiff between(String before, String after, int most) {
        List<PatchLine> old = PatchLine.of(before);
        List<PatchLine> now = PatchLine.of(after);
        List<String> shown = new ArrayList<>();
        int end = 0;
        int beyond = 0;
        String place = "";
        List<Edit> edits = Words.diff(texts(old), texts(now));
        for (int i = 0; i < edits.size(); i++) {
            Edit edit = edits.get(i);
            int from = Math.max(end, edit.getBeginA() - CONTEXT);
            if (from > end || i == 0) {
                String here = from < old.size() ? old.get(from).place() : place;
                shown.add(("@@ " + here).strip());
                place = here;
            }
            from = i == 0 || from > end ? from : end;
            add(shown, " ", old, from, edit.getBeginA());
            add(shown, "-", old, edit.getBeginA(), edit.getEndA());
            add(shown, "+", now, edit.getBeginB(), edit.getEndB());
            int next = i + 1 < edits.size() ? edits.get(i + 1).getBeginA() : old.size();
            end = Math.min(next, edit.getEndA() + CONTEXT);
            add(shown, " ", old, edit.getEndA(), end);
        }
        int kept = 0;
        for (int size = 0; kept < shown.size(); kept++) {
            size += shown.get(kept).length() + 1;
            if (size > most) {
                beyond = shown.size() - kept;
                break;
            }
        }
        return new RangeDiff(shown.subList(0, kept), beyond);
    }

    /** Whether the texts say the same. */
    public boolean isEmpty() {
        return lines.isEmpty() && left == 0;
    }

    private static List<String> texts(List<PatchLine> lines) {
        return lines.stream().map(PatchLine::text).toList();
    }

    private static void add(List<String> shown, String sign, List<PatchLine> lines, int from, int to) {
        for (PatchLine line : lines.subList(from, to)) {
            String text = sign + line.text();
            shown.add(text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE) + "…");
        }
    }
}
