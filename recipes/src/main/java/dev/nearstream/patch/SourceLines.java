package dev.nearstream.patch;

import java.util.Arrays;

/** A file's bytes cut into lines, numbered from 1; a line has its newline with it, which the last one may lack. */
final class SourceLines {
    private final byte[] bytes;
    private final int[] starts;
    private final int count;

    SourceLines(byte[] bytes) {
        this.bytes = bytes;
        int[] found = new int[Math.max(16, bytes.length / 24)];
        int lines = 0;
        for (int at = 0; at < bytes.length; ) {
            if (lines + 1 >= found.length) {
                found = Arrays.copyOf(found, found.length * 2);
            }
            found[lines++] = at;
            while (at < bytes.length && bytes[at++] != '\n') {
                // to the end of the line
            }
        }
        found[lines] = bytes.length;
        starts = found;
        count = lines;
    }

    int count() {
        return count;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where a line begins; for the line after the last, the number of bytes. */
    int start(int line) {
        return starts[line - 1];
    }

    /** Whether a line is the same, newline included, as one of a hunk; a line that is not there is of length 0. */
    boolean matches(long line, Hunk hunk, int index, boolean inNew) {
        int from = hunk.from(index);
        int length = hunk.to(index) - from;
        boolean newline = hunk.hasNewline(index, inNew);
        if (line < 1 || line > count) {
            return length == 0 && !newline;
        }
        int start = starts[(int) line - 1];
        int end = starts[(int) line];
        return end - start == length + (newline ? 1 : 0)
                && (!newline || bytes[end - 1] == '\n')
                && Arrays.equals(bytes, start, start + length, hunk.text(), from, from + length);
    }
}
