package dev.nearstream.bump;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;

/**
 * A stretch of a file in its three versions, as a three-way merge cuts it: stretches that nobody changed, that one side
 * changed, and that both changed. What touches belongs together.
 *
 * @param start where it begins in the base, from 0
 * @param line where it begins in upstream's file, from 1
 * @param ourEdits where ours differs from the base, relative to the stretch
 * @param theirEdits where upstream's does
 */
record Region(
        int start,
        int line,
        List<String> base,
        List<String> ours,
        List<String> theirs,
        List<Edit> ourEdits,
        List<Edit> theirEdits) {

    Region {
        base = List.copyOf(base);
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
        ourEdits = List.copyOf(ourEdits);
        theirEdits = List.copyOf(theirEdits);
    }

    boolean isOurs() {
        return !ourEdits.isEmpty();
    }

    boolean isTheirs() {
        return !theirEdits.isEmpty();
    }

    /** Whether upstream did nothing there but remove lines. */
    boolean onlyRemoved() {
        return theirEdits.stream().allMatch(edit -> edit.getLengthB() == 0);
    }

    /**
     * The whole file, cut.
     *
     * @param form of three texts the lines as they are compared, which need not be as they are written
     */
    static List<Region> of(ThreeTexts texts, ThreeTexts form) {
        List<Edit> ours = Words.diff(form.base(), form.ours());
        List<Edit> theirs = Words.diff(form.base(), form.theirs());
        List<Region> regions = new ArrayList<>();
        Cut cut = new Cut(texts, regions);
        int our = 0;
        int their = 0;
        while (our < ours.size() || their < theirs.size()) {
            int begin = Math.min(begin(ours, our), begin(theirs, their));
            int end = begin;
            int firstOur = our;
            int firstTheir = their;
            boolean grown = true;
            while (grown) {
                grown = false;
                for (; our < ours.size() && begin(ours, our) <= end; our++, grown = true) {
                    end = Math.max(end, ours.get(our).getEndA());
                }
                for (; their < theirs.size() && begin(theirs, their) <= end; their++, grown = true) {
                    end = Math.max(end, theirs.get(their).getEndA());
                }
            }
            cut.unchanged(begin);
            cut.changed(end, ours.subList(firstOur, our), theirs.subList(firstTheir, their));
        }
        cut.unchanged(texts.base().size());
        return regions;
    }

    private static int begin(List<Edit> edits, int at) {
        return at < edits.size() ? edits.get(at).getBeginA() : Integer.MAX_VALUE;
    }

    /** Walks through the three texts at once. */
    private static final class Cut {
        private final ThreeTexts texts;
        private final List<Region> regions;
        private int base;
        private int our;
        private int their;

        Cut(ThreeTexts texts, List<Region> regions) {
            this.texts = texts;
            this.regions = regions;
        }

        void unchanged(int until) {
            if (until > base) {
                add(until, until - base, until - base, List.of(), List.of());
            }
        }

        void changed(int until, List<Edit> ours, List<Edit> theirs) {
            add(until, until - base + grown(ours), until - base + grown(theirs), ours, theirs);
        }

        private void add(int until, int ourLength, int theirLength, List<Edit> ours, List<Edit> theirs) {
            regions.add(new Region(
                    base,
                    their + 1,
                    texts.base().subList(base, until),
                    texts.ours().subList(our, our + ourLength),
                    texts.theirs().subList(their, their + theirLength),
                    moved(ours, base, our),
                    moved(theirs, base, their)));
            base = until;
            our += ourLength;
            their += theirLength;
        }

        private static int grown(List<Edit> edits) {
            return edits.stream()
                    .mapToInt(edit -> edit.getLengthB() - edit.getLengthA())
                    .sum();
        }

        private static List<Edit> moved(List<Edit> edits, int a, int b) {
            return edits.stream()
                    .map(edit -> new Edit(
                            edit.getBeginA() - a, edit.getEndA() - a, edit.getBeginB() - b, edit.getEndB() - b))
                    .toList();
        }
    }
}
