package dev.nearstream.delta;

import dev.nearstream.delta.Delta.Size;
import dev.nearstream.patch.Patch;
import dev.nearstream.patch.PatchHeader;
import dev.nearstream.patch.PatchParser;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one patch file's bytes tell.
 *
 * @param contentHash SHA-256, hexadecimal
 * @param family the same for nearly equal copies
 * @param paths that it changes, as written
 * @param problem what stops it from being read, or null
 */
record PatchFacts(
        Size size,
        PatchHeader header,
        String contentHash,
        String family,
        List<String> paths,
        @Nullable String problem) {

    static PatchFacts read(byte[] bytes, String contentHash) {
        Patch patch = PatchParser.parse(bytes);
        List<String> paths = patch.files().stream()
                .map(file -> file.newName().or(file::oldName).orElse(""))
                .distinct()
                .toList();
        Size size = new Size(paths.size(), patch.addedLines(), patch.removedLines());
        String problem = patch.problem() == null ? null : patch.problem().message();
        return new PatchFacts(size, patch.header(), contentHash, PatchFamily.of(patch, contentHash), paths, problem);
    }

    static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * The header's claim about upstream: OpenEmbedded's status as it is, DEP-3's with the field's name, a cherry-pick's
     * commit; or null. {@link Claim} reads it.
     */
    @Nullable
    String declaredStatus() {
        return header.upstreamStatus()
                .or(() -> header.forwarded().map(value -> "Forwarded: " + value))
                .or(() -> header.appliedUpstream().map(value -> "Applied-Upstream: " + value))
                .or(this::taken)
                .orElse(null);
    }

    /** Where it says that it was taken from upstream. A mail's own hash says that it was a commit, and not whose. */
    private Optional<String> taken() {
        for (PatchHeader.CommitClaim claim : header.commitClaims()) {
            Optional<String> origin = header.origin().map(value -> "Origin: " + value.replace('\n', ' '));
            if (claim.kind() == PatchHeader.CommitClaim.Kind.ORIGIN
                    && origin.flatMap(Claim::of).isPresent()) {
                return origin;
            } else if (claim.kind() == PatchHeader.CommitClaim.Kind.CHERRY_PICKED_FROM) {
                return Optional.of("cherry picked from commit " + claim.hash());
            }
        }
        return Optional.empty();
    }
}
