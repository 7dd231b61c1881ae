package dev.nearstream.bump;

import dev.nearstream.delta.WatchedComparator;
import java.util.HashSet;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/** Texts compared element by element: lines, or the words of lines. */
final class Words extends Sequence {
    private static final int MANY_LINES = 5_000;
    private static final SequenceComparator<Words> EQUAL = new SequenceComparator<>() {
        @Override
        public boolean equals(Words a, int ai, Words b, int bi) {
            return a.elements.get(ai).equals(b.elements.get(bi));
        }

        @Override
        public int hash(Words seq, int ptr) {
            return seq.elements.get(ptr).hashCode();
        }
    };

    private final List<String> elements;

    private Words(List<String> elements) {
        this.elements = elements;
    }

    @Override
    public int size() {
        return elements.size();
    }

    /**
     * Whether differences of these texts are made in a bounded time: not of many lines of which few are different from
     * each other.
     */
    static boolean areComparable(byte[]... texts) {
        for (byte[] text : texts) {
            List<String> lines = ThreeTexts.lines(text);
            if (lines.size() > MANY_LINES && new HashSet<>(lines).size() * 10L < lines.size()) {
                return false;
            }
        }
        return true;
    }

    /** The edits that make one of the other, in order, none touching the next. */
    static List<Edit> diff(List<String> from, List<String> to) {
        EditList edits = new HistogramDiff().diff(new WatchedComparator<>(EQUAL), new Words(from), new Words(to));
        return List.copyOf(edits);
    }
}
