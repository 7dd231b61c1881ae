package dev.nearstream.patch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects the lines of one hunk while it is read. */
final class HunkBuilder {
    private final byte[] text;
    private int[] from = new int[16];
    private int[] to = new int[16];
    private byte[] flags = new byte[16];
    private int size;
    private boolean oldNone;
    private boolean newNone;

    HunkBuilder(byte[] text) {
        this.text = text;
    }

    void add(HunkLine.Kind kind, int lineFrom, int lineTo) {
        if (size == flags.length) {
            int capacity = size + (size >> 1);
            from = Arrays.copyOf(from, capacity);
            to = Arrays.copyOf(to, capacity);
            flags = Arrays.copyOf(flags, capacity);
        }
        from[size] = lineFrom;
        to[size] = lineTo;
        flags[size++] = kind.code();
    }

    /** Says of the line added last that it has no newline in one of the versions. */
    void markIncomplete(byte flag) {
        flags[size - 1] |= flag;
    }

    /** Says of which versions the header claims that there is nothing in the file. */
    void markNone(boolean inOld, boolean inNew) {
        oldNone = inOld;
        newNone = inNew;
    }

    int size() {
        return size;
    }

    Hunk build(int line, long oldStart, long newStart, @Nullable String section) {
        return new Hunk(
                line,
                oldStart,
                newStart,
                oldNone,
                newNone,
                section,
                text,
                Arrays.copyOf(from, size),
                Arrays.copyOf(to, size),
                Arrays.copyOf(flags, size));
    }
}
