package dev.nearstream.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The entries of a zip, as its central directory has them. */
final class ZipEntries {
    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;
    private static final int LONGEST_LINK = 4096;

    private static final int END_LENGTH = 22;
    private static final int END = 0x06054b50;
    private static final int ZIP64_LOCATOR = 0x07064b50;
    private static final int ZIP64_LENGTH = 20;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final long LONGEST_DIRECTORY = 64L << 20;

    private ZipEntries() {}

    static void read(Path file, UnpackMeter meter, EntrySink sink) throws IOException {
        checkDirectory(file);
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                meter.entry(EntryPath.shown(entry.getName()), entry.getSize());
                one(zip, entry, meter, sink);
            }
        }
    }

    private static void one(ZipFile zip, ZipArchiveEntry entry, UnpackMeter meter, EntrySink sink) throws IOException {
        String name = entry.getName();
        int type = entry.getUnixMode() & TYPE;
        if (entry.isDirectory() || type == DIRECTORY) {
            sink.directory(name);
            return;
        }
        if (!entry.isUnixSymlink() && type != REGULAR && type != 0) {
            throw new ArchiveRefusedException("the entry " + EntryPath.shown(name) + " is a device");
        }
        if (!zip.canReadEntryData(entry)) {
            throw new ArchiveRefusedException(
                    "the entry " + EntryPath.shown(name) + " is encrypted, or packed in a way that is not read");
        }
        try (InputStream in = zip.getInputStream(entry);
                InputStream content = meter.content(in)) {
            if (entry.isUnixSymlink()) {
                sink.symbolicLink(name, new String(content.readNBytes(LONGEST_LINK + 1), StandardCharsets.UTF_8));
            } else {
                sink.file(name, (entry.getUnixMode() & 0100) != 0, entry.getSize(), content);
            }
        }
    }

    /** The library reads the directory into memory, as far as it goes: not one that is longer than honest ones are. */
    private static void checkDirectory(Path file) throws IOException {
        try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(zip.length(), LONGEST_COMMENT + END_LENGTH + ZIP64_LENGTH);
            byte[] bytes = new byte[length];
            zip.seek(zip.length() - length);
            zip.readFully(bytes);
            ByteBuffer tail = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = length - END_LENGTH; at >= 0; at--) {
                if (tail.getInt(at) == END) {
                    if (at >= ZIP64_LENGTH && tail.getInt(at - ZIP64_LENGTH) == ZIP64_LOCATOR) {
                        throw new ArchiveRefusedException("it is a zip of the 64-bit form, which is not read");
                    }
                    long directory = Integer.toUnsignedLong(tail.getInt(at + 16));
                    if (zip.length() - directory > LONGEST_DIRECTORY + length) {
                        throw new ArchiveRefusedException(
                                "its directory is longer than %,d bytes".formatted(LONGEST_DIRECTORY));
                    }
                    return;
                }
            }
            throw new ArchiveRefusedException("it is a zip without its end: cut, or damaged");
        }
    }
}
