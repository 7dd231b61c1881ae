package dev.nearstream.bump;

import dev.nearstream.task.Task;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A merge change by change, for files in which a three-way merge by lines finds a conflict: each of our changes is open
 * (upstream did nothing at its place, or something beside it), or stands there already, or is superseded, or is a
 * conflict.
 *
 * @param text upstream's file with the open changes made
 * @param fates what became of each of our changes, in order
 * @param conflicts those that neither stand there nor can be made
 */
@SuppressWarnings("ArrayRecordComponent") // a value made on demand, never compared
record EditMerge(byte[] text, List<RegionFate> fates, List<LineMerge.Conflict> conflicts) {

    private static final String MADE_BEFORE = "upstream made a change and has rewritten it since";

    EditMerge {
        fates = List.copyOf(fates);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * As the lines are written; where that leaves a conflict, as they are but for blanks and the form of quotes.
     *
     * @param taken which of our changes upstream is known to have made, and may have rewritten since
     */
    static EditMerge of(String path, byte[] base, byte[] ours, byte[] theirs, BitSet taken) {
        ThreeTexts texts = ThreeTexts.of(base, ours, theirs);
        EditMerge exact = of(path, texts, UnaryOperator.identity(), "", taken);
        if (exact.conflicts.isEmpty() || !taken.isEmpty()) {
            return exact;
        }
        EditMerge loose =
                of(path, texts, EditMerge::loose, "upstream changed quotes or blanks beside ours", new BitSet());
        // A change of ours that is one of quotes or blanks is not seen in that form, and must not get lost.
        return loose.conflicts.isEmpty() && isSeen(texts) ? loose : exact;
    }

    /** As the lines are written: the fates are those of one and the same changes, whatever upstream's text. */
    static EditMerge exact(String path, byte[] base, byte[] ours, byte[] theirs) {
        return of(path, ThreeTexts.of(base, ours, theirs), UnaryOperator.identity(), "", new BitSet());
    }

    private static boolean isSeen(ThreeTexts texts) {
        return Words.diff(texts.base(), texts.ours()).stream()
                .allMatch(edit -> !form(texts.base().subList(edit.getBeginA(), edit.getEndA()))
                        .equals(form(texts.ours().subList(edit.getBeginB(), edit.getEndB()))));
    }

    private static List<String> form(List<String> lines) {
        return lines.stream().map(EditMerge::loose).toList();
    }

    private static String loose(String line) {
        return line.replaceAll("\\s+", "").replace('\'', '"');
    }

    private static EditMerge of(String path, ThreeTexts texts, UnaryOperator<String> form, String step, BitSet taken) {
        List<String> text = new ArrayList<>();
        List<RegionFate> fates = new ArrayList<>();
        List<LineMerge.Conflict> conflicts = new ArrayList<>();
        for (Region region : Region.of(texts, texts.as(form))) {
            Task.check();
            if (!region.isOurs()) {
                text.addAll(region.theirs());
                continue;
            }
            int first = fates.size();
            boolean made =
                    taken.nextClearBit(first) >= first + region.ourEdits().size();
            RegionFate fate = made
                    ? new RegionFate(RegionFate.Kind.STANDS, region.theirs(), MADE_BEFORE)
                    : fate(path, region, texts, step);
            text.addAll(fate.lines());
            fates.addAll(Collections.nCopies(region.ourEdits().size(), fate));
            if (fate.kind() == RegionFate.Kind.CONFLICT) {
                conflicts.add(conflict(region));
            }
        }
        return new EditMerge(ThreeTexts.bytes(text), fates, conflicts);
    }

    /** What we have at the place, and what upstream has: without the lines that only lie between. */
    private static LineMerge.Conflict conflict(Region region) {
        List<String> ours = region.ourEdits().stream()
                .flatMap(edit -> region.ours().subList(edit.getBeginB(), edit.getEndB()).stream())
                .toList();
        int from = region.theirEdits().get(0).getBeginB();
        int to = region.theirEdits().get(region.theirEdits().size() - 1).getEndB();
        return new LineMerge.Conflict(
                region.line() + from,
                ThreeTexts.shown(ours),
                ThreeTexts.shown(region.theirs().subList(from, to)));
    }

    private static RegionFate fate(String path, Region region, ThreeTexts texts, String step) {
        if (!region.isTheirs() && SameLines.standBeside(region, texts)) {
            return new RegionFate(RegionFate.Kind.STANDS, region.theirs(), "");
        }
        if (!region.isTheirs()) {
            boolean asWritten = region.theirs().equals(region.base());
            return new RegionFate(RegionFate.Kind.OPEN, region.ours(), asWritten ? "" : step);
        }
        boolean same =
                region.ours().equals(region.theirs()) && !SameLines.haveMoved(region.ourEdits(), region.base(), texts);
        if (same || SameLines.standIn(region)) {
            return new RegionFate(RegionFate.Kind.STANDS, region.theirs(), "");
        }
        Optional<RegionFate> pins = Manifests.isOne(path) ? PinMerge.of(region) : Optional.empty();
        return pins.or(() -> ChecksumMerge.of(region))
                .or(() -> WordMerge.of(region))
                .orElseGet(() -> RegionFate.conflict(region));
    }

    boolean leavesNothing() {
        return conflicts.isEmpty() && fates.stream().noneMatch(fate -> fate.kind() == RegionFate.Kind.OPEN);
    }

    /** Whether something stands there only because upstream overtook it. */
    boolean isSuperseded() {
        return fates.stream().anyMatch(fate -> fate.kind() == RegionFate.Kind.SUPERSEDED);
    }

    /** What was done beyond a merge by lines, each once. */
    Set<String> steps() {
        Set<String> steps = new LinkedHashSet<>();
        fates.stream().map(RegionFate::step).filter(step -> !step.isEmpty()).forEach(steps::add);
        return steps;
    }
}
