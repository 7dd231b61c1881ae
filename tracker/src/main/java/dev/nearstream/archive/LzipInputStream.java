package dev.nearstream.archive;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.LZMAInputStream;

/** Unpacks lzip, version 1 (its manual, chapter "File format"): members of an LZMA stream and its sums. */
final class LzipInputStream extends InputStream {
    static final byte[] MAGIC = {'L', 'Z', 'I', 'P'};
    /** What LZMA calls lc 3, lp 0, pb 2: lzip knows no other. */
    private static final byte PROPERTIES = 0x5d;

    private static final int LARGEST_DICTIONARY = 128 << 20;

    private final DataInputStream in;
    private final CRC32 crc = new CRC32();
    private long length;
    private @Nullable LZMAInputStream member;
    private boolean first = true;

    /** @param in buffered: it is read byte by byte */
    LzipInputStream(InputStream in) {
        this.in = new DataInputStream(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        while (true) {
            LZMAInputStream of = member == null ? begin() : member;
            if (of == null) {
                return -1;
            }
            int got = of.read(bytes, offset, count);
            if (got >= 0) {
                crc.update(bytes, offset, got);
                length += got;
                return got;
            }
            end();
        }
    }

    /** The next member, or null where there is none. */
    private @Nullable LZMAInputStream begin() throws IOException {
        byte[] header = in.readNBytes(6);
        boolean lzip = header.length == 6
                && header[0] == MAGIC[0]
                && header[1] == MAGIC[1]
                && header[2] == MAGIC[2]
                && header[3] == MAGIC[3]
                && header[4] == 1;
        if (!lzip) {
            if (first) {
                throw new IOException("no lzip of version 1");
            }
            return null; // what follows the last member is no part of it
        }
        first = false;
        int base = 1 << (header[5] & 0x1f);
        int dictionary = base - (base / 16) * ((header[5] >> 5) & 7);
        if (base <= 0 || dictionary < 1 << 12 || dictionary > LARGEST_DICTIONARY) {
            throw new IOException("an lzip dictionary of %,d bytes is not read".formatted(dictionary));
        }
        crc.reset();
        length = 0;
        LZMAInputStream next = new LZMAInputStream(in, -1, PROPERTIES, dictionary);
        member = next;
        return next;
    }

    private void end() throws IOException {
        long sum = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
        long size = Long.reverseBytes(in.readLong());
        in.readLong(); // the member's own length
        if (sum != crc.getValue() || size != length) {
            throw new EOFException("an lzip member is not what its sums say");
        }
        member = null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
