package dev.nearstream.bump;

import dev.nearstream.delta.WatchedComparator;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeChunk.ConflictState;
import org.eclipse.jgit.merge.MergeResult;

/**
 * A three-way merge of a file's lines, as git does it: what we changed since the base and what upstream changed since
 * the base, both at their places. Lines that both changed in the same way are merged; lines that both changed in other
 * ways, or that touch, are a conflict.
 *
 * @param text the merged bytes; in a conflict, ours stands
 * @param conflicts where both changed, in order
 * @param open whether we change anything that upstream has not, the conflicts apart
 */
@SuppressWarnings("ArrayRecordComponent") // a value made on demand, never compared
public record LineMerge(byte[] text, List<Conflict> conflicts, boolean open) {
    private static final int OURS = 1;

    public LineMerge {
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Lines that both changed.
     *
     * @param line of upstream's file, from 1
     * @param ours what the patch leaves there
     * @param theirs what upstream has there
     */
    public record Conflict(int line, String ours, String theirs) {}

    public static LineMerge of(byte[] base, byte[] ours, byte[] theirs) {
        // JGit's merge takes an empty file for one that is not there, and a side that did nothing for a conflict with
        // it.
        if (Arrays.equals(base, ours) || Arrays.equals(ours, theirs)) {
            return new LineMerge(theirs, List.of(), false);
        }
        if (Arrays.equals(base, theirs)) {
            return new LineMerge(ours, List.of(), true);
        }
        MergeResult<RawText> merged = new MergeAlgorithm()
                .merge(
                        new WatchedComparator<>(RawTextComparator.DEFAULT),
                        new RawText(base),
                        new RawText(ours),
                        new RawText(theirs));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        ByteArrayOutputStream besides = new ByteArrayOutputStream();
        List<Conflict> conflicts = new ArrayList<>();
        String mine = "";
        for (MergeChunk chunk : merged) {
            RawText from = merged.getSequences().get(chunk.getSequenceIndex());
            ConflictState state = chunk.getConflictState();
            boolean second = state == ConflictState.NEXT_CONFLICTING_RANGE;
            if (state == ConflictState.FIRST_CONFLICTING_RANGE) {
                mine = lines(from, chunk);
            } else if (second) {
                conflicts.add(new Conflict(chunk.getBegin() + 1, mine, lines(from, chunk)));
            }
            boolean written = state == ConflictState.NO_CONFLICT
                    || (state == ConflictState.FIRST_CONFLICTING_RANGE && chunk.getSequenceIndex() == OURS);
            if (written) {
                text.writeBytes(bytes(from, chunk));
            }
            if (state == ConflictState.NO_CONFLICT || second) {
                besides.writeBytes(bytes(from, chunk));
            }
        }
        return new LineMerge(text.toByteArray(), conflicts, !Arrays.equals(besides.toByteArray(), theirs));
    }

    private static String lines(RawText text, MergeChunk chunk) {
        return new String(bytes(text, chunk), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(RawText text, MergeChunk chunk) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = chunk.getBegin(); i < chunk.getEnd(); i++) {
            out.writeBytes(line(text, i));
        }
        return out.toByteArray();
    }

    /** A line with its end, which the file's last one may not have. */
    static byte[] line(RawText text, int index) {
        ByteBuffer raw = text.getRawString(index);
        boolean ended = index < text.size() - 1 || !text.isMissingNewlineAtEnd();
        byte[] line = new byte[raw.remaining() + (ended ? 1 : 0)];
        raw.get(line, 0, raw.remaining());
        if (ended) {
            line[line.length - 1] = '\n';
        }
        return line;
    }
}
