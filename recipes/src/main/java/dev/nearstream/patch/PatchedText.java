package dev.nearstream.patch;

import java.util.Arrays;

/**
 * A file as it is written anew, hunk by hunk.
 *
 * <p>GNU patch's rules ({@code apply_hunk}, {@code copy_till}): context is copied from the file, not from the patch (so
 * fuzz keeps what the file says); a hunk that would change lines before those already written is misordered and fails;
 * a newline that was missing is put in where further lines of the file, or added ones at the hunk's end, follow.
 */
final class PatchedText {
    private final SourceLines source;
    private byte[] out;
    private int size;
    private boolean afterNewline = true;
    private boolean written;
    private long frozen;

    PatchedText(SourceLines source) {
        this.source = source;
        out = new byte[source.bytes().length + 256];
    }

    /** The number of the file's lines that are done with. */
    long frozen() {
        return frozen;
    }

    /** Whether nothing was written. */
    boolean isEmpty() {
        return !written;
    }

    /** Puts a hunk in at a line; false where that is before lines already written. */
    boolean apply(HunkSide hunk, long line) {
        long before = line - 1;
        int old = 0;
        int fresh = 0;
        while (old < hunk.patternLines()) {
            if (hunk.isRemoved(old)) {
                if (!copyTill(before + old)) {
                    return false;
                }
                if (!afterNewline) {
                    throw new PatchAbortedException("a line without newline is followed by a removed one");
                }
                frozen++;
                old++;
            } else if (fresh >= hunk.replacementLines()) {
                break;
            } else if (hunk.isAdded(fresh)) {
                if (!copyTill(before + old)) {
                    return false;
                }
                hunk.write(fresh++, this);
            } else {
                old++;
                fresh++;
            }
        }
        if (fresh < hunk.replacementLines() && hunk.isAdded(fresh)) {
            if (!copyTill(before + old)) {
                return false;
            }
            for (; fresh < hunk.replacementLines() && hunk.isAdded(fresh); fresh++) {
                endLine();
                hunk.write(fresh, this);
            }
        }
        return true;
    }

    /** Copies what is left of the file. */
    byte[] finish() {
        if (frozen < source.count()) {
            copyTill(source.count());
        }
        return size == out.length ? out : Arrays.copyOf(out, size);
    }

    /** Writes an added line. GNU patch takes it for a fault of the disk that an empty one without newline writes nothing. */
    void write(byte[] bytes, int from, int to, boolean newline) {
        if (from == to && !newline) {
            throw new PatchAbortedException("an added line has neither text nor newline");
        }
        written = true;
        append(bytes, from, to);
        if (newline) {
            append('\n');
        }
        afterNewline = newline;
    }

    private boolean copyTill(long line) {
        if (frozen > line) {
            return false;
        }
        int until = (int) Math.min(line, source.count());
        if (frozen < until) {
            endLine();
            int from = source.start((int) frozen + 1);
            int to = source.start(until + 1);
            append(source.bytes(), from, to);
            written = true;
            afterNewline = out[size - 1] == '\n';
        }
        frozen = line;
        return true;
    }

    private void endLine() {
        if (!afterNewline) {
            append('\n');
            afterNewline = true;
        }
    }

    private void append(byte[] bytes, int from, int to) {
        reserve(to - from);
        System.arraycopy(bytes, from, out, size, to - from);
        size += to - from;
    }

    private void append(char c) {
        reserve(1);
        out[size++] = (byte) c;
    }

    private void reserve(int more) {
        if (size + more > out.length) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, size + more));
        }
    }
}
