package dev.nearstream.delta;

import dev.nearstream.patch.FilePatch;
import dev.nearstream.patch.Hunk;
import dev.nearstream.patch.HunkLine;
import dev.nearstream.patch.Patch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Tells copies of one patch in several streams of a package: the same lines are added to and removed from the same files,
 * in the same order. Headers, context, line numbers, and the numbers in paths ({@code foo-1.2/src}) may differ; files
 * that are named differently, or in another directory, make it another patch.
 */
final class PatchFamily {
    private static final Pattern FIRST_DIRECTORY = Pattern.compile("^\\.?/?[^/]+/(?=.)");
    private static final Pattern NUMBERS = Pattern.compile("\\d+(?:[._]\\d+)*");

    private PatchFamily() {}

    /**
     * The same for all copies, hexadecimal.
     *
     * @param contentHash of the file, which stands for a patch whose changes are not in lines
     */
    static String of(Patch patch, String contentHash) {
        if (patch.problem() != null || patch.hunkCount() == 0) {
            return contentHash;
        }
        MessageDigest digest = PatchFacts.sha256();
        for (FilePatch file : patch.files()) {
            if (file.hunks().isEmpty()) {
                return contentHash; // a binary part, a rename, a mode
            }
            String name = file.newName().or(file::oldName).orElse("");
            String path = FIRST_DIRECTORY.matcher(name).replaceFirst("");
            digest.update(("file " + NUMBERS.matcher(path).replaceAll("#") + "\n").getBytes(StandardCharsets.UTF_8));
            for (Hunk hunk : file.hunks()) {
                for (HunkLine line : hunk.lines()) {
                    if (line.kind() != HunkLine.Kind.CONTEXT) {
                        digest.update((byte) line.kind().sign());
                        digest.update(line.text());
                        digest.update((byte) 0);
                    }
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
