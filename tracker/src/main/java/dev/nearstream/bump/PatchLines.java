package dev.nearstream.bump;

import dev.nearstream.patch.Hunk;
import java.util.Arrays;
import java.util.List;

/** A patch file's bytes by line, numbered from 1; a line has its end with it. */
final class PatchLines {
    private final byte[] bytes;
    private final int[] starts;
    private final int count;

    PatchLines(byte[] bytes) {
        this.bytes = bytes;
        int[] found = new int[bytes.length + 2];
        int lines = 0;
        for (int at = 0; at < bytes.length; lines++) {
            found[lines] = at;
            while (at < bytes.length && bytes[at++] != '\n') {
                // to the end of the line
            }
        }
        found[lines] = bytes.length;
        starts = Arrays.copyOf(found, lines + 1);
        count = lines;
    }

    int count() {
        return count;
    }

    /** The bytes from one line up to another, which is not included; nothing where that lies before. */
    byte[] between(int from, int to) {
        int end = Math.min(to, count + 1);
        return from >= end ? new byte[0] : Arrays.copyOfRange(bytes, starts[from - 1], starts[end - 1]);
    }

    /** The line behind the last hunk and its {@code \ No newline at end of file}. */
    int after(List<Hunk> hunks) {
        Hunk last = hunks.get(hunks.size() - 1);
        int line = last.line() + 1;
        for (int left = last.lines().size(); left > 0 && line <= count; line++) {
            if (!isNote(line)) {
                left--;
            }
        }
        return isNote(line) ? line + 1 : line;
    }

    private boolean isNote(int line) {
        return line <= count && bytes[starts[line - 1]] == '\\';
    }
}
