package dev.nearstream.patch;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a patch file says about itself before its first hunk: a mail's header, DEP-3 fields, {@code Upstream-Status}, or
 * any text. All of it is a claim; nothing here is checked.
 *
 * @param subject the mail's subject without {@code [PATCH …]}, or the description's first line, or {@code null}
 * @param author the author as written, or {@code null}
 * @param date the date as written, or {@code null}
 * @param mailCommit the hash of the first mail's {@code From <hash>} line, or {@code null}
 * @param fields the fields of the mail and of DEP-3, in order, with continuation lines joined by a newline
 * @param trailers the lines {@code Name: value} of the message's last paragraph, in order
 * @param advisories the CVE and GHSA ids that are named, each once, in order
 * @param commitClaims the upstream commits that this patch claims to be
 * @param text the text itself
 */
public record PatchHeader(
        @Nullable String subject,
        @Nullable String author,
        @Nullable String date,
        @Nullable String mailCommit,
        List<HeaderField> fields,
        List<HeaderField> trailers,
        List<String> advisories,
        List<CommitClaim> commitClaims,
        String text) {
    /** The header of a patch without one. */
    public static final PatchHeader EMPTY =
            new PatchHeader(null, null, null, null, List.of(), List.of(), List.of(), List.of(), "");

    public PatchHeader {
        fields = List.copyOf(fields);
        trailers = List.copyOf(trailers);
        advisories = List.copyOf(advisories);
        commitClaims = List.copyOf(commitClaims);
    }

    /** The first field of a name, in whatever case. */
    public Optional<String> field(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(HeaderField::value)
                .findFirst();
    }

    /** OpenEmbedded's {@code Upstream-Status}: "Backport", "Submitted [where]", "Inappropriate [why]". */
    public Optional<String> upstreamStatus() {
        return field("Upstream-Status");
    }

    /** DEP-3's {@code Origin}: where the patch comes from. */
    public Optional<String> origin() {
        return field("Origin");
    }

    /** DEP-3's {@code Forwarded}: "no", "not-needed", "yes" or where it was sent. */
    public Optional<String> forwarded() {
        return field("Forwarded");
    }

    /** DEP-3's {@code Applied-Upstream}: the version or commit that is said to have it. */
    public Optional<String> appliedUpstream() {
        return field("Applied-Upstream");
    }

    /**
     * A named line of the header.
     *
     * @param name the name as written
     * @param value what stands behind the colon
     */
    public record HeaderField(String name, String value) {}

    /**
     * An upstream commit that the patch claims to be. Hashes that stand elsewhere (behind Fixes, Reverts, introduced,
     * since, after) name the culprit and are left out.
     *
     * @param hash at least seven hexadecimal digits, in lower case
     * @param kind where it stands
     */
    public record CommitClaim(String hash, Kind kind) {
        /** Where a claimed commit is named. */
        public enum Kind {
            /** {@code From <hash>} of a mail, or of one of several in the file. */
            MAIL_FROM,
            /** {@code (cherry picked from commit <hash>)}. */
            CHERRY_PICKED_FROM,
            /** {@code Origin: upstream, …}, {@code Origin: backport, …}, or an {@code Origin} that is a commit's address. */
            ORIGIN,
            /** {@code Upstream-Status: Backport [the commit's address]}. */
            UPSTREAM_STATUS,
            /** {@code commit <hash>}, alone in the first line, as {@code git show} writes it. */
            LEADING_COMMIT
        }
    }
}
