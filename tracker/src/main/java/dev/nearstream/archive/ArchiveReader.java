package dev.nearstream.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** Reads archives by what they are, whatever they are called. */
final class ArchiveReader {
    private static final int BUFFER = 1 << 16;
    private static final int TAR_BLOCK = 512;
    private static final int XZ_MEMORY_KIB = 128 << 10;

    private ArchiveReader() {}

    /** How a tar is packed, by its first bytes. */
    private enum Packing {
        GZIP("\u001f\u008b"),
        XZ("\u00fd7zXZ\u0000"),
        BZIP2("BZh"),
        ZSTD("(\u00b5/\u00fd"),
        LZIP("LZIP"),
        NONE("");

        private final String magic;

        Packing(String magic) {
            this.magic = magic;
        }

        InputStream unpack(InputStream in) throws IOException {
            return switch (this) {
                case GZIP -> new GZIPInputStream(in, BUFFER);
                case XZ -> new XZInputStream(in, XZ_MEMORY_KIB);
                case BZIP2 -> new BZip2CompressorInputStream(in, true);
                case ZSTD -> new ZstdCompressorInputStream(in);
                case LZIP -> new LzipInputStream(in);
                case NONE -> in;
            };
        }
    }

    /**
     * Gives all entries to the sink.
     *
     * @throws DiskFailureException as the sink does
     * @throws ArchiveRefusedException where it is no archive, or one that is not taken; the sink may have had entries
     */
    static void read(Path file, UnpackLimits limits, EntrySink sink) throws IOException {
        UnpackMeter meter = new UnpackMeter(limits, Files.size(file));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            byte[] start = peek(in, 8);
            if (begins(start, "PK\u0003\u0004") || begins(start, "PK\u0005\u0006")) {
                ZipEntries.read(file, meter, sink);
                return;
            }
            Packing packing = Arrays.stream(Packing.values())
                    .filter(each -> begins(start, each.magic))
                    .findFirst()
                    .orElse(Packing.NONE);
            InputStream tar = new BufferedInputStream(packing.unpack(in), BUFFER);
            byte[] header = peek(tar, TAR_BLOCK);
            if (!isTar(header)) {
                throw new ArchiveRefusedException(
                        "it is no archive; a tar (plain, gz, xz, bz2, zst, lz) or a zip is read");
            }
            TarEntries.read(tar, meter, sink);
        } catch (ArchiveRefusedException | DiskFailureException e) {
            throw e;
        } catch (IOException | RuntimeException | LinkageError e) {
            // The libraries say so in many ways, and some in none that is checked.
            throw refused(e);
        }
    }

    /** Whether its first header's sum is right: the oldest tars have no other mark. */
    private static boolean isTar(byte[] header) {
        try {
            return header.length == TAR_BLOCK && TarUtils.verifyCheckSum(header);
        } catch (IllegalArgumentException e) {
            return false; // there is no number where the sum should be
        }
    }

    private static ArchiveRefusedException refused(Throwable e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < 10; depth++, cause = cause.getCause()) {
            if (cause instanceof ArchiveRefusedException refused) {
                return refused;
            }
        }
        String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new ArchiveRefusedException("it cannot be unpacked: " + EntryPath.shown(said), e);
    }

    private static byte[] peek(InputStream in, int count) throws IOException {
        in.mark(count);
        byte[] bytes = in.readNBytes(count);
        in.reset();
        return bytes;
    }

    private static boolean begins(byte[] bytes, String magic) {
        return new String(bytes, StandardCharsets.ISO_8859_1).startsWith(magic);
    }
}
