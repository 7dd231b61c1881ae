package dev.nearstream.bump;

import dev.nearstream.delta.WatchedComparator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** The hunks of a unified diff, as {@code git diff} writes them, without the lines that name the files. */
public final class UnifiedHunks {
    private static final int CONTEXT = 3;

    private UnifiedHunks() {}

    /** Empty where the two are the same. */
    public static byte[] between(byte[] before, byte[] after) {
        RawText old = new RawText(before);
        RawText now = new RawText(after);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(text)) {
            formatter.setContext(CONTEXT);
            formatter.format(
                    new HistogramDiff().diff(new WatchedComparator<>(RawTextComparator.DEFAULT), old, now), old, now);
            formatter.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory are always written", e);
        }
        return text.toByteArray();
    }
}
