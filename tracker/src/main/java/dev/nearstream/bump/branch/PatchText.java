package dev.nearstream.bump.branch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.util.io.BinaryHunkOutputStream;

/** The difference of two trees in git's format, with full hashes; files that are no text as {@code GIT binary patch}. */
final class PatchText {
    private final ObjectReader reader;
    private final ByteArrayOutputStream diff = new ByteArrayOutputStream();
    private final List<DiffStat.Line> stat = new ArrayList<>();

    PatchText(ObjectReader reader, ObjectId from, ObjectId to) throws IOException {
        this.reader = reader;
        try (DiffFormatter formatter = new DiffFormatter(diff)) {
            formatter.setReader(reader, new Config());
            formatter.setAbbreviationLength(Constants.OBJECT_ID_STRING_LENGTH);
            for (DiffEntry entry : formatter.scan(from, to)) {
                add(formatter, entry);
            }
        }
    }

    byte[] diff() {
        return diff.toByteArray();
    }

    /** Behind the {@code ---} of a mail. */
    String stat() {
        return DiffStat.of(stat);
    }

    private void add(DiffFormatter formatter, DiffEntry entry) throws IOException {
        FileHeader header = formatter.toFileHeader(entry);
        boolean text = header.getPatchType() == FileHeader.PatchType.UNIFIED;
        byte[] before = text ? new byte[0] : bytes(entry, DiffEntry.Side.OLD);
        byte[] after = text ? new byte[0] : bytes(entry, DiffEntry.Side.NEW);
        if (text) {
            formatter.format(entry);
        } else {
            String words = new String(header.getBuffer(), ISO_8859_1);
            int names = words.indexOf("\n--- ");
            diff.writeBytes(words.substring(0, names < 0 ? words.indexOf("\nBinary ") + 1 : names + 1)
                    .getBytes(ISO_8859_1));
            diff.writeBytes("GIT binary patch\n".getBytes(ISO_8859_1));
            literal(after);
            literal(before);
        }
        int added = 0;
        int removed = 0;
        for (Edit edit : header.toEditList()) {
            added += edit.getLengthB();
            removed += edit.getLengthA();
        }
        stat.add(new DiffStat.Line(entry, !text, text ? removed : before.length, text ? added : after.length));
    }

    private byte[] bytes(DiffEntry entry, DiffEntry.Side side) throws IOException {
        return entry.getMode(side) == FileMode.MISSING
                ? new byte[0]
                : reader.open(entry.getId(side).toObjectId(), Constants.OBJ_BLOB)
                        .getBytes();
    }

    private void literal(byte[] content) throws IOException {
        diff.writeBytes(("literal " + content.length + "\n").getBytes(ISO_8859_1));
        ByteArrayOutputStream hunk = new ByteArrayOutputStream();
        try (BinaryHunkOutputStream lines = new BinaryHunkOutputStream(hunk);
                DeflaterOutputStream deflater = new DeflaterOutputStream(lines)) {
            deflater.write(content);
        }
        diff.writeBytes(hunk.toByteArray());
        diff.write('\n');
    }
}
