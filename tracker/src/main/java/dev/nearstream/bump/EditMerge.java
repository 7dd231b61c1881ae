package dev.nearstream.bump;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * A merge change by change, for files in which a three-way merge by lines finds a conflict: each of our changes is
 * either open (upstream did nothing at its place), or stands there already (upstream changed the place, and what we add
 * stands in what it wrote, what we remove does not), or is a conflict.
 *
 * <p>An added line that stands somewhere else proves nothing, and so does a removed line that is gone because upstream
 * rewrote it: what is only removed stands there only where upstream, too, only removed, and has the line nowhere else.
 *
 * @param text upstream's file with the open changes made
 * @param standing how many changes stand there already
 * @param open how many were made
 * @param conflicts those that neither stand there nor can be made
 */
@SuppressWarnings("ArrayRecordComponent") // a value made on demand, never compared
record EditMerge(byte[] text, int standing, int open, List<LineMerge.Conflict> conflicts) {
    /** Fewer letters and digits, as in a brace or {@code else}, say nothing of where a line comes from. */
    private static final int DISTINCT = 6;

    EditMerge {
        conflicts = List.copyOf(conflicts);
    }

    static EditMerge of(byte[] base, byte[] ours, byte[] theirs) {
        Sides sides = new Sides(new RawText(base), new RawText(ours), new RawText(theirs));
        List<Edit> theirEdits = diff(sides.base(), sides.theirs());
        List<LineMerge.Conflict> conflicts = new ArrayList<>();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int standing = 0;
        int open = 0;
        int copied = 0;
        for (Edit edit : diff(sides.base(), sides.ours())) {
            List<Edit> touching = theirEdits.stream()
                    .filter(their -> their.getBeginA() <= edit.getEndA() && their.getEndA() >= edit.getBeginA())
                    .toList();
            if (touching.isEmpty()) {
                int at = edit.getBeginA() + shift(theirEdits, edit.getBeginA());
                write(text, sides.theirs(), copied, at);
                write(text, sides.ours(), edit.getBeginB(), edit.getEndB());
                copied = at + edit.getLengthA();
                open++;
            } else if (sides.stands(edit, touching)) {
                standing++;
            } else {
                conflicts.add(sides.conflict(edit, touching));
            }
        }
        write(text, sides.theirs(), copied, sides.theirs().size());
        return new EditMerge(text.toByteArray(), standing, open, conflicts);
    }

    private static List<Edit> diff(RawText from, RawText to) {
        return new HistogramDiff().diff(RawTextComparator.DEFAULT, from, to);
    }

    /** By how many lines upstream has moved what stands at a line of the base. */
    private static int shift(List<Edit> theirs, int line) {
        return theirs.stream()
                .filter(their -> their.getEndA() <= line)
                .mapToInt(their -> their.getLengthB() - their.getLengthA())
                .sum();
    }

    private static void write(ByteArrayOutputStream out, RawText text, int from, int to) {
        for (int i = from; i < to; i++) {
            out.writeBytes(LineMerge.line(text, i));
        }
    }

    private record Sides(RawText base, RawText ours, RawText theirs) {

        boolean stands(Edit edit, List<Edit> touching) {
            boolean allGone = true;
            for (int line = edit.getBeginA(); line < edit.getEndA(); line++) {
                int at = line;
                allGone &= touching.stream().anyMatch(their -> their.getBeginA() <= at && at < their.getEndA());
            }
            if (!allGone) {
                return false;
            }
            if (edit.getLengthB() == 0) {
                return touching.stream().allMatch(their -> their.getLengthB() == 0)
                        && lines(base, edit.getBeginA(), edit.getEndA()).stream()
                                .noneMatch(lines(theirs, 0, theirs.size())::contains);
            }
            List<String> added = lines(ours, edit.getBeginB(), edit.getEndB());
            return added.stream().anyMatch(Sides::isDistinct) && isIn(added, written(touching));
        }

        /** What upstream has from the first to the last of its changes that touch ours. */
        private List<String> written(List<Edit> touching) {
            return lines(
                    theirs,
                    touching.get(0).getBeginB(),
                    touching.get(touching.size() - 1).getEndB());
        }

        private static boolean isIn(List<String> added, List<String> written) {
            for (int i = 0; i + added.size() <= written.size(); i++) {
                if (written.subList(i, i + added.size()).equals(added)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isDistinct(String line) {
            return line.chars().filter(Character::isLetterOrDigit).count() >= DISTINCT;
        }

        LineMerge.Conflict conflict(Edit edit, List<Edit> touching) {
            return new LineMerge.Conflict(
                    touching.get(0).getBeginB() + 1,
                    String.join("", lines(ours, edit.getBeginB(), edit.getEndB())),
                    String.join("", written(touching)));
        }

        private static List<String> lines(RawText text, int from, int to) {
            List<String> lines = new ArrayList<>();
            for (int i = from; i < to; i++) {
                lines.add(new String(LineMerge.line(text, i), StandardCharsets.UTF_8));
            }
            return lines;
        }
    }
}
