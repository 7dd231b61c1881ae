package dev.nearstream.bump;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.diff.Edit;

/**
 * Whether upstream wrote our change in a stretch that both changed: every line that we add is there, as often as we have
 * it and in its order, an insertion before the line that follows it, and every line that we remove is there no oftener
 * than we leave it. What else upstream wrote among them makes no difference, but for what sets them aside. Blank lines
 * and bare braces say nothing, and one of the lines must have some letters to be told by.
 *
 * <p>An added line that stands somewhere else in the file proves nothing, and so does a removed line that is gone because
 * upstream rewrote or moved it: a change that only removes stands there only where the stretch is the very same.
 */
final class SameLines {
    /** Fewer letters and digits, as in a brace or {@code else}, say nothing of where a line comes from. */
    private static final int DISTINCT = 6;

    private static final int CONTEXT = 3;

    private SameLines() {}

    /** Whether upstream wrote our change in a stretch that both changed. A change that only removes is never found so. */
    static boolean standIn(Region region) {
        Map<String, Integer> base = counted(region.base());
        Map<String, Integer> ours = counted(region.ours());
        Map<String, Integer> there = counted(region.theirs());
        boolean adds = ours.entrySet().stream()
                .anyMatch(line -> line.getValue() > of(base, line.getKey()) && isDistinct(line.getKey()));
        boolean allAdded = ours.entrySet().stream()
                .filter(line -> line.getValue() > of(base, line.getKey()))
                .allMatch(line -> of(there, line.getKey()) >= line.getValue());
        boolean allGone = base.entrySet().stream()
                .filter(line -> line.getValue() > of(ours, line.getKey()))
                .allMatch(line -> of(there, line.getKey()) <= of(ours, line.getKey()));
        return adds && allAdded && allGone && !isSetAside(region) && keepPlaces(region);
    }

    /** Whether upstream put what it wrote there under a condition of the preprocessor's, or into a comment. */
    private static boolean isSetAside(Region region) {
        return region.theirs().stream()
                .filter(line -> !region.ours().contains(line) && !region.base().contains(line))
                .map(String::strip)
                .anyMatch(line -> line.startsWith("#if")
                        || line.startsWith("#el")
                        || line.contains("/*")
                        || line.contains("*/")
                        || line.contains("<!--")
                        || line.contains("\"\"\"")
                        || line.contains("'''"));
    }

    /** Whether what is added together stands there in its order, and an insertion before the line that follows it. */
    private static boolean keepPlaces(Region region) {
        List<String> theirs =
                region.theirs().stream().map(String::stripTrailing).toList();
        for (Edit edit : region.ourEdits()) {
            int at = 0;
            List<String> wanted = new ArrayList<>(region.ours().subList(edit.getBeginB(), edit.getEndB()));
            if (edit.getLengthA() == 0 && edit.getEndB() < region.ours().size()) {
                wanted.add(region.ours().get(edit.getEndB()));
            }
            for (String line : wanted) {
                if (!says(line)) {
                    continue;
                }
                int found = theirs.subList(at, theirs.size()).indexOf(line.stripTrailing());
                if (found < 0) {
                    return false;
                }
                at += found + 1;
            }
        }
        return true;
    }

    /** Whether any line that our changes add is in a stretch of upstream's. */
    static boolean remain(Region region) {
        Map<String, Integer> base = counted(region.base());
        Map<String, Integer> there = counted(region.theirs());
        boolean adds = region.ourEdits().stream().anyMatch(edit -> edit.getLengthB() > 0);
        return !adds
                || counted(region.ours()).keySet().stream()
                        .anyMatch(line -> isDistinct(line) && of(there, line) > of(base, line));
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
        return added.keySet().stream().anyMatch(SameLines::isDistinct)
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
                .map(String::stripTrailing)
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
        lines.stream().filter(SameLines::says).forEach(line -> counts.merge(line.stripTrailing(), 1, Integer::sum));
        return counts;
    }

    /** Blank lines and bare braces say nothing. */
    private static boolean says(String line) {
        return line.chars().anyMatch(Character::isLetterOrDigit);
    }

    static boolean isDistinct(String line) {
        return line.chars().filter(Character::isLetterOrDigit).count() >= DISTINCT;
    }
}
