package dev.nearstream.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The entries of a tar, of any of its forms. */
final class TarEntries {
    private TarEntries() {}

    /** @param stream the tar itself, unpacked */
    static void read(InputStream stream, UnpackMeter meter, EntrySink sink) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(meter.stream(stream), StandardCharsets.UTF_8.name())) {
            @Nullable TarArchiveEntry entry = next(tar, meter);
            while (entry != null) {
                // Its content is read to the end here, so that what the next header costs is known.
                try (InputStream content = meter.content(tar)) {
                    one(entry, content, meter, sink);
                    content.transferTo(OutputStream.nullOutputStream());
                }
                entry = next(tar, meter);
            }
        }
    }

    private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar, UnpackMeter meter) throws IOException {
        meter.headerBegins();
        @Nullable TarArchiveEntry entry = tar.getNextEntry();
        meter.headerEnds();
        return entry;
    }

    private static void one(TarArchiveEntry entry, InputStream content, UnpackMeter meter, EntrySink sink)
            throws IOException {
        String name = entry.getName();
        meter.entry(EntryPath.shown(name), entry.getRealSize());
        if (entry.isSymbolicLink()) {
            sink.symbolicLink(name, entry.getLinkName());
        } else if (entry.isLink()) {
            sink.hardLink(name, entry.getLinkName());
        } else if (entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO()) {
            throw new ArchiveRefusedException("the entry " + EntryPath.shown(name) + " is a device");
        } else if (entry.isDirectory()) {
            sink.directory(name);
        } else if (entry.isFile()) {
            sink.file(name, (entry.getMode() & 0100) != 0, entry.getRealSize(), content);
        } else {
            throw new ArchiveRefusedException(
                    "the entry " + EntryPath.shown(name) + " is neither a file, a directory nor a link");
        }
    }
}
