package dev.nearstream.bump;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.Edit;

/**
 * A three-way merge of a stretch's words, for lines of which upstream changed another word than we did. At least one
 * word that nobody changed must lie between two changes, and upstream must have left most of each line that we change as
 * it was: where it wrote the lines anew, words that happen to be the same say nothing.
 */
final class WordMerge {
    private static final Pattern WORD = Pattern.compile("\\w+|[^\\S\\n]+|\\n|.", Pattern.DOTALL);
    private static final int MAX_WORDS = 2000;

    private WordMerge() {}

    static Optional<RegionFate> of(Region region) {
        List<String> base = words(region.base());
        List<String> ours = words(region.ours());
        List<String> theirs = words(region.theirs());
        if (base.isEmpty() || base.size() + ours.size() + theirs.size() > MAX_WORDS) {
            return Optional.empty();
        }
        List<Edit> ourEdits = Words.diff(base, ours);
        List<Edit> theirEdits = Words.diff(base, theirs);
        if (ourEdits.stream().anyMatch(our -> theirEdits.stream().anyMatch(their -> touch(our, their)))
                || !isKept(base, ourEdits, theirEdits)) {
            return Optional.empty();
        }
        List<String> merged = new ArrayList<>(base);
        List<Change> changes = new ArrayList<>();
        ourEdits.forEach(edit -> changes.add(new Change(edit, ours)));
        theirEdits.forEach(edit -> changes.add(new Change(edit, theirs)));
        changes.sort(Comparator.comparingInt((Change change) -> change.edit().getBeginA())
                .reversed());
        for (Change change : changes) {
            List<String> place =
                    merged.subList(change.edit().getBeginA(), change.edit().getEndA());
            place.clear();
            place.addAll(change.words()
                    .subList(change.edit().getBeginB(), change.edit().getEndB()));
        }
        return Optional.of(new RegionFate(
                RegionFate.Kind.OPEN, List.of(String.join("", merged)), "upstream changed other words beside ours"));
    }

    private record Change(Edit edit, List<String> words) {}

    private static boolean touch(Edit one, Edit other) {
        return one.getBeginA() <= other.getEndA() && other.getBeginA() <= one.getEndA();
    }

    /** Whether upstream left more than half of the words, blanks apart, of every line that we change. */
    private static boolean isKept(List<String> base, List<Edit> ours, List<Edit> theirs) {
        for (Edit edit : ours) {
            int from = edit.getBeginA();
            while (from > 0 && !base.get(from - 1).equals("\n")) {
                from--;
            }
            int to = edit.getEndA();
            while (to < base.size() && !base.get(to).equals("\n")) {
                to++;
            }
            int words = 0;
            int kept = 0;
            for (int at = from; at < to; at++) {
                if (!base.get(at).isBlank()) {
                    words++;
                    int word = at;
                    kept += theirs.stream().anyMatch(their -> their.getBeginA() <= word && word < their.getEndA())
                            ? 0
                            : 1;
                }
            }
            if (words > 0 && kept * 2 <= words) {
                return false;
            }
        }
        return true;
    }

    private static List<String> words(List<String> lines) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(String.join("", lines));
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }
}
