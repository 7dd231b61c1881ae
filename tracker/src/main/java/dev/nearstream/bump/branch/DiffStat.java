package dev.nearstream.bump.branch;

import java.util.List;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.util.QuotedString;

/** What {@code git diff --stat --summary} says of a patch, for people. */
final class DiffStat {
    /** Signs of one file at most. */
    private static final int SIGNS = 40;

    private DiffStat() {}

    /**
     * One file.
     *
     * @param removed lines, or a binary file's size before
     * @param added lines, or its size after
     */
    record Line(DiffEntry entry, boolean binary, int removed, int added) {

        String path() {
            String path =
                    entry.getChangeType() == DiffEntry.ChangeType.DELETE ? entry.getOldPath() : entry.getNewPath();
            return QuotedString.GIT_PATH.quote(path);
        }

        String count() {
            return binary ? "Bin" : Integer.toString(removed + added);
        }

        String rest(int most) {
            return binary ? removed + " -> " + added + " bytes" : signs(added, most, "+") + signs(removed, most, "-");
        }

        private static String signs(int lines, int most, String sign) {
            int scaled = most <= SIGNS ? lines : (lines * SIGNS + most - 1) / most;
            return sign.repeat(scaled);
        }

        String summary() {
            return switch (entry.getChangeType()) {
                case ADD -> " create mode " + entry.getNewMode() + " " + path() + "\n";
                case DELETE -> " delete mode " + entry.getOldMode() + " " + path() + "\n";
                default -> "";
            };
        }
    }

    static String of(List<Line> lines) {
        int width = lines.stream().mapToInt(line -> line.path().length()).max().orElse(0);
        int digits =
                lines.stream().mapToInt(line -> line.count().length()).max().orElse(0);
        int most = lines.stream()
                .filter(line -> !line.binary())
                .mapToInt(line -> line.added() + line.removed())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        int added = 0;
        int removed = 0;
        for (Line line : lines) {
            text.append((" %-" + width + "s | %" + digits + "s %s")
                            .formatted(line.path(), line.count(), line.rest(most))
                            .stripTrailing())
                    .append('\n');
            added += line.binary() ? 0 : line.added();
            removed += line.binary() ? 0 : line.removed();
        }
        text.append(' ').append(many(lines.size(), "file")).append(" changed");
        text.append(added > 0 ? ", " + many(added, "insertion") + "(+)" : "");
        text.append(removed > 0 ? ", " + many(removed, "deletion") + "(-)" : "");
        text.append('\n');
        lines.forEach(line -> text.append(line.summary()));
        return text.toString();
    }

    private static String many(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
