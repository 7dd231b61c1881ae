package dev.nearstream.archive;

import dev.nearstream.task.Task;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what comes out of one archive, and ends it where that is more than its {@link UnpackLimits}. */
final class UnpackMeter {
    /** What stands between two entries' contents: headers, long names, padding. */
    private static final long LONGEST_HEADER = 256L << 10;

    private final UnpackLimits limits;
    private final long most;
    private final long end;
    private int entries;
    private long stream;
    private long content;
    private long header = Long.MAX_VALUE;

    /** @param packed the archive's bytes */
    UnpackMeter(UnpackLimits limits, long packed) {
        this.limits = limits;
        this.most = Math.min(limits.bytes(), Math.max(limits.free(), packed * limits.ratio()));
        this.end = System.nanoTime() + limits.time().toNanos();
    }

    /** Another entry, of that size where it is known. */
    void entry(String name, long size) throws ArchiveRefusedException {
        entries++;
        if (entries > limits.entries()) {
            throw new ArchiveRefusedException("more than %,d entries".formatted(limits.entries()));
        }
        if (size > most - content) {
            throw tooMuch("with " + name);
        }
    }

    /** From here to {@link #headerEnds} the library reads headers, which it keeps in memory. */
    void headerBegins() {
        header = stream;
    }

    void headerEnds() {
        header = Long.MAX_VALUE;
    }

    /** The unpacked stream that holds the entries; tar's. */
    InputStream stream(InputStream in) {
        return new Counted(in) {
            @Override
            void took(long count) throws IOException {
                stream += count;
                if (header != Long.MAX_VALUE && stream - header > LONGEST_HEADER) {
                    throw new ArchiveRefusedException(
                            "an entry's header is longer than %,d bytes".formatted(LONGEST_HEADER));
                }
                check(stream);
            }
        };
    }

    /** An entry's content. */
    InputStream content(InputStream in) {
        return new Counted(in) {
            @Override
            void took(long count) throws IOException {
                content += count;
                check(content);
            }

            @Override
            public void close() {
                // the archive's
            }
        };
    }

    private void check(long bytes) throws ArchiveRefusedException {
        Task.check();
        if (bytes > most) {
            throw tooMuch("");
        }
        if (System.nanoTime() > end) {
            throw new ArchiveRefusedException(
                    "unpacking takes longer than " + limits.time().toSeconds() + " s");
        }
    }

    private ArchiveRefusedException tooMuch(String what) {
        return new ArchiveRefusedException(
                "it unpacks to more than %,d bytes %s".formatted(most, what).strip());
    }

    private abstract static class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        abstract void took(long count) throws IOException;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count;
            try {
                count = super.read(bytes, offset, length);
            } catch (ArchiveRefusedException e) {
                throw e;
            } catch (IOException e) {
                // Said here, where it is known that it is the archive and not the disk.
                throw new ArchiveRefusedException("it cannot be unpacked: " + EntryPath.shown(said(e)), e);
            }
            took(Math.max(count, 0));
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(count);
            took(skipped);
            return skipped;
        }

        private static String said(IOException e) {
            return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
