package dev.nearstream.bump;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.diff.Edit;

/**
 * Whether upstream wrote our change in a stretch that both changed: every line that we add is there, as often as we have
 * it, and every line that we remove is there no oftener than we leave it. Blanks at the ends of a line make no
 * difference, and lines of few letters, as a brace, say nothing.
 *
 * <p>An added line that stands somewhere else in the file proves nothing, and so does a removed line that is gone because
 * upstream rewrote it: a change that only removes stands there only where upstream, too, only removed, and has the lines
 * nowhere else.
 */
final class SameLines {
    /** Fewer letters and digits, as in a brace or {@code else}, say nothing of where a line comes from. */
    private static final int DISTINCT = 6;

    private static final int CONTEXT = 3;

    private SameLines() {}

    /**
     * @param theirs the whole of upstream's file
     */
    static boolean standIn(Region region, List<String> theirs) {
        Map<String, Integer> base = counted(region.base());
        Map<String, Integer> ours = counted(region.ours());
        Map<String, Integer> there = counted(region.theirs());
        boolean adds = ours.entrySet().stream().anyMatch(line -> line.getValue() > of(base, line.getKey()));
        boolean allAdded = ours.entrySet().stream()
                .filter(line -> line.getValue() > of(base, line.getKey()))
                .allMatch(line -> of(there, line.getKey()) >= line.getValue());
        boolean allGone = base.entrySet().stream()
                .filter(line -> line.getValue() > of(ours, line.getKey()))
                .allMatch(line -> of(there, line.getKey()) <= of(ours, line.getKey()));
        return adds ? allAdded && allGone : onlyRemoved(region, theirs);
    }

    private static boolean onlyRemoved(Region region, List<String> theirs) {
        Set<String> removed = region.ourEdits().stream()
                .flatMap(edit -> region.base().subList(edit.getBeginA(), edit.getEndA()).stream())
                .filter(line -> line.chars().anyMatch(Character::isLetterOrDigit))
                .map(String::strip)
                .collect(Collectors.toSet());
        return !removed.isEmpty()
                && region.ourEdits().stream().allMatch(edit -> edit.getLengthB() == 0)
                && region.onlyRemoved()
                && theirs.stream().map(String::strip).noneMatch(removed::contains);
    }

    /**
     * Whether what we add stands beside a stretch that upstream left alone: no further off than a patch's context goes,
     * and more often than it stood there before. A use that is sorted in elsewhere is an example.
     */
    static boolean standBeside(Region region, ThreeTexts texts) {
        if (region.ourEdits().stream().anyMatch(edit -> edit.getLengthA() > 0)) {
            return false;
        }
        Map<String, Integer> before =
                counted(around(texts.base(), region.start(), region.base().size()));
        Map<String, Integer> there = counted(
                around(texts.theirs(), region.line() - 1, region.theirs().size()));
        Map<String, Integer> added = counted(region.ours());
        return !added.isEmpty()
                && added.entrySet().stream()
                        .allMatch(line -> of(there, line.getKey()) >= of(before, line.getKey()) + line.getValue());
    }

    private static List<String> around(List<String> lines, int from, int length) {
        return lines.subList(Math.max(0, from - CONTEXT), Math.min(lines.size(), from + length + CONTEXT));
    }

    /**
     * Whether a line that we only remove is in upstream's file oftener than in ours: where upstream took it away it put it
     * somewhere else, and what is there is not gone.
     */
    static boolean haveMoved(List<Edit> ourEdits, List<String> base, ThreeTexts texts) {
        Set<String> removed = ourEdits.stream()
                .filter(edit -> edit.getLengthB() == 0)
                .flatMap(edit -> base.subList(edit.getBeginA(), edit.getEndA()).stream())
                .filter(SameLines::isDistinct)
                .map(String::strip)
                .collect(Collectors.toSet());
        if (removed.isEmpty()) {
            return false;
        }
        Map<String, Integer> ours = counted(texts.ours());
        Map<String, Integer> theirs = counted(texts.theirs());
        return removed.stream().anyMatch(line -> of(theirs, line) > of(ours, line));
    }

    /** Whether all that we remove is there, and nothing that we add. */
    static boolean isUndone(Region region) {
        Map<String, Integer> base = counted(region.base());
        Map<String, Integer> ours = counted(region.ours());
        Map<String, Integer> there = counted(region.theirs());
        return base.entrySet().stream().allMatch(line -> of(there, line.getKey()) >= line.getValue())
                && ours.keySet().stream().allMatch(line -> of(there, line) <= of(base, line));
    }

    private static int of(Map<String, Integer> counts, String line) {
        return counts.getOrDefault(line, 0);
    }

    private static Map<String, Integer> counted(List<String> lines) {
        Map<String, Integer> counts = new HashMap<>();
        lines.stream().filter(SameLines::isDistinct).forEach(line -> counts.merge(line.strip(), 1, Integer::sum));
        return counts;
    }

    static boolean isDistinct(String line) {
        return line.chars().filter(Character::isLetterOrDigit).count() >= DISTINCT;
    }
}
