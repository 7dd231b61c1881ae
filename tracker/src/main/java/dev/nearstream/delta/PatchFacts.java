package dev.nearstream.delta;

import dev.nearstream.delta.Delta.Size;
import dev.nearstream.patch.Patch;
import dev.nearstream.patch.PatchHeader;
import dev.nearstream.patch.PatchParser;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What one patch file's bytes tell.
 *
 * @param contentHash SHA-256, hexadecimal
 * @param problem what stops it from being read, or null
 */
record PatchFacts(
        Size size,
        PatchHeader header,
        String contentHash,
        @Nullable String problem) {

    static PatchFacts read(byte[] bytes, String contentHash) {
        Patch patch = PatchParser.parse(bytes);
        long files = patch.files().stream()
                .map(file -> file.newName().or(file::oldName).orElse(""))
                .distinct()
                .count();
        Size size = new Size((int) files, patch.addedLines(), patch.removedLines());
        String problem = patch.problem() == null ? null : patch.problem().message();
        return new PatchFacts(size, patch.header(), contentHash, problem);
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The header's claim about upstream: OpenEmbedded's status as it is, DEP-3's with the field's name; or null. */
    @Nullable
    String declaredStatus() {
        return header.upstreamStatus()
                .or(() -> header.forwarded().map(value -> "Forwarded: " + value))
                .or(() -> header.appliedUpstream().map(value -> "Applied-Upstream: " + value))
                .orElse(null);
    }
}
