package dev.nearstream.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A tar in memory, entry after entry. */
public final class TarText {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar;

    public TarText() {
        tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    public TarText file(String name, String text) {
        return file(name, text, 0644);
    }

    TarText file(String name, String text, int mode) {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_NORMAL, true);
        entry.setMode(mode);
        return add(entry, text);
    }

    TarText directory(String name) {
        return add(new TarArchiveEntry(name, TarConstants.LF_DIR, true), "");
    }

    TarText symbolicLink(String name, String target) {
        return link(name, target, TarConstants.LF_SYMLINK);
    }

    TarText hardLink(String name, String target) {
        return link(name, target, TarConstants.LF_LINK);
    }

    private TarText link(String name, String target, byte type) {
        TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
        entry.setLinkName(target);
        return add(entry, "");
    }

    /** An entry of any type. */
    TarText special(String name, byte type) {
        return add(new TarArchiveEntry(name, type, true), "");
    }

    /** What GNU tar writes before an entry of a long name, its name in the content. */
    TarText longName(String name) {
        return add(new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME), name);
    }

    TarText gnuLongNames() {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        return this;
    }

    private TarText add(TarArchiveEntry entry, String text) {
        entry.setModTime(0); // the same text makes the same bytes, whenever
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        entry.setSize(content.length);
        try {
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    byte[] tar() {
        try {
            tar.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public byte[] gzip() {
        return packed(GZIPOutputStream::new);
    }

    /** What packs a stream. */
    interface Packer {
        OutputStream on(OutputStream out) throws IOException;
    }

    byte[] packed(Packer packer) {
        return packed(tar(), packer);
    }

    static byte[] packed(byte[] plain, Packer packer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = packer.on(out)) {
            packing.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
