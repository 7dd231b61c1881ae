package dev.nearstream.delta.edit;

import dev.nearstream.delta.WatchedComparator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.jspecify.annotations.Nullable;

/**
 * What a sed command makes of one file.
 *
 * @param lines how many it changes, adds or removes; 0 where it leaves the file as it is
 * @param text the file after it; meaningless where there is a {@code problem}
 * @param problem why that cannot be told, or null
 */
@SuppressWarnings("ArrayRecordComponent") // a value made on demand, never compared
record FileEdit(int lines, byte[] text, @Nullable String problem) {
    private static final int MAX_FILE = 8 << 20;
    private static final byte[] LARGE_FILE = "version https://git-lfs.".getBytes(StandardCharsets.UTF_8);

    static FileEdit of(SedProgram sed, List<String> arguments, byte[] content) {
        if (content.length > MAX_FILE) {
            return failed("it has more than " + (MAX_FILE >> 20) + " MiB");
        }
        if (isPointer(content)) {
            return failed("it is kept in Git LFS");
        }
        SedProgram.Result result = sed.run(arguments, content, "C.UTF-8");
        if (result.problem() != null) {
            return failed(result.problem());
        }
        boolean same = Arrays.equals(content, result.output());
        if (same && !isAscii(content)) {
            // The build's locale is not known; in C, a point matches each byte.
            SedProgram.Result bytes = sed.run(arguments, content, "C");
            if (bytes.problem() != null || !Arrays.equals(content, bytes.output())) {
                return failed("what it does to it depends on the locale");
            }
        }
        return new FileEdit(same ? 0 : changed(content, result.output()), result.output(), null);
    }

    Optional<byte[]> after() {
        return problem == null ? Optional.of(text) : Optional.empty();
    }

    private static FileEdit failed(String problem) {
        return new FileEdit(0, new byte[0], problem);
    }

    /** At least 1: a change of the last line's end counts too. */
    static int changed(byte[] before, byte[] after) {
        int lines = 0;
        for (Edit edit : new HistogramDiff()
                .diff(new WatchedComparator<>(RawTextComparator.DEFAULT), new RawText(before), new RawText(after))) {
            lines += Math.max(edit.getLengthA(), edit.getLengthB());
        }
        return Math.max(lines, 1);
    }

    static boolean isPointer(byte[] content) {
        return content.length >= LARGE_FILE.length
                && Arrays.equals(LARGE_FILE, 0, LARGE_FILE.length, content, 0, LARGE_FILE.length);
    }

    private static boolean isAscii(byte[] content) {
        for (byte b : content) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
