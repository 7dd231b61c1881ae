package dev.nearstream.patch;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contiguous change to one file, whatever diff format it was written in.
 *
 * <p>The lines stay where they are in the patch file's bytes and are only pointed to, so that a patch of many
 * megabytes costs nine bytes a line.
 */
public final class Hunk {
    static final byte OLD_INCOMPLETE = 4;
    static final byte NEW_INCOMPLETE = 8;
    private static final byte KIND = 3;
    private static final HunkLine.Kind[] KINDS = {HunkLine.Kind.CONTEXT, HunkLine.Kind.REMOVED, HunkLine.Kind.ADDED};

    private final int line;
    private final long oldStart;
    private final long newStart;
    private final boolean oldNone;
    private final boolean newNone;
    private final @Nullable String section;
    private final byte[] text;
    private final int[] from;
    private final int[] to;
    private final byte[] flags;

    Hunk(
            int line,
            long oldStart,
            long newStart,
            boolean oldNone,
            boolean newNone,
            @Nullable String section,
            byte[] text,
            int[] from,
            int[] to,
            byte[] flags) {
        this.line = line;
        this.oldStart = oldStart;
        this.newStart = newStart;
        this.oldNone = oldNone;
        this.newNone = newNone;
        this.section = section;
        this.text = text;
        this.from = from;
        this.to = to;
        this.flags = flags;
    }

    /** The line of the patch file, from 1, at which the hunk begins. */
    public int line() {
        return line;
    }

    /** The first old line as the patch names it; with no old lines, the line after which the new ones go. */
    public long oldStart() {
        return oldStart;
    }

    /** The first new line as the patch names it; with no new lines, the line before the gap. */
    public long newStart() {
        return newStart;
    }

    /** What stands behind the second {@code @@}, usually the function. */
    public Optional<String> section() {
        return Optional.ofNullable(section);
    }

    /** The number of lines in the old version: context and removed ones. */
    public int oldCount() {
        return size() - addedLines();
    }

    /** The number of lines in the new version: context and added ones. */
    public int newCount() {
        return size() - removedLines();
    }

    /** The number of added lines. */
    public int addedLines() {
        return count(HunkLine.Kind.ADDED);
    }

    /** The number of removed lines. */
    public int removedLines() {
        return count(HunkLine.Kind.REMOVED);
    }

    /** The lines as written; each is copied out of the patch when it is asked for. */
    public List<HunkLine> lines() {
        return new AbstractList<>() {
            @Override
            public HunkLine get(int index) {
                return new HunkLine(kind(index), copy(index));
            }

            @Override
            public int size() {
                return Hunk.this.size();
            }
        };
    }

    /** The old version's lines: what the hunk looks for. */
    public List<byte[]> oldSide() {
        return side(HunkLine.Kind.ADDED);
    }

    /** The new version's lines: what the hunk leaves behind. */
    public List<byte[]> newSide() {
        return side(HunkLine.Kind.REMOVED);
    }

    /** Whether the header says, by a line number that is a lone 0, that the new (or else the old) version is empty or absent. */
    boolean saysNone(boolean inNew) {
        return inNew ? newNone : oldNone;
    }

    int size() {
        return flags.length;
    }

    HunkLine.Kind kind(int index) {
        return KINDS[flags[index] & KIND];
    }

    byte[] text() {
        return text;
    }

    int from(int index) {
        return from[index];
    }

    int to(int index) {
        return to[index];
    }

    /** Whether the line ends with a newline in the new (or else the old) version. */
    boolean hasNewline(int index, boolean inNew) {
        return (flags[index] & (inNew ? NEW_INCOMPLETE : OLD_INCOMPLETE)) == 0;
    }

    private List<byte[]> side(HunkLine.Kind without) {
        return lines().stream()
                .filter(hunkLine -> hunkLine.kind() != without)
                .map(HunkLine::text)
                .toList();
    }

    private byte[] copy(int index) {
        int length = to[index] - from[index];
        byte[] copy = new byte[length + (hasNewline(index, kind(index) == HunkLine.Kind.ADDED) ? 1 : 0)];
        System.arraycopy(text, from[index], copy, 0, length);
        if (copy.length > length) {
            copy[length] = '\n';
        }
        return copy;
    }

    private int count(HunkLine.Kind kind) {
        int count = 0;
        for (byte flag : flags) {
            if ((flag & KIND) == kind.code()) {
                count++;
            }
        }
        return count;
    }
}
