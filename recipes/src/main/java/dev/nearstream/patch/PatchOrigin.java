package dev.nearstream.patch;

import dev.nearstream.patch.PatchHeader.CommitClaim;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a patch says it comes from: where to look for it in upstream's history. All of it is a claim, and makes a
 * candidate at best: the commit of a mail may be the packager's own, an address may be another distribution's.
 *
 * @param commits upstream's commits that the patch claims to be, each once, the likeliest first; at least seven
 *     hexadecimal digits in lower case. Commits that it mends, reverts or compares itself with are none of them
 * @param subject the mail's subject without {@code [PATCH …]}, or the description's first line, or null
 * @param advisories the CVE and GHSA ids that it is said to fix, each once, in order; those whose faulty fix it mends or
 *     takes back are none of them
 * @param revert whether it takes back another commit: it is not needed once upstream has taken that back itself
 */
public record PatchOrigin(
        List<CommitClaim> commits, @Nullable String subject, List<String> advisories, boolean revert) {
    private static final Pattern REVERT = Pattern.compile(
            "^revert(?:s|ed|ing)?\\b|^\\s*this reverts commit\\b", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    public PatchOrigin {
        commits = List.copyOf(commits);
        advisories = List.copyOf(advisories);
    }

    /** What a patch's header says. */
    public static PatchOrigin of(PatchHeader header) {
        String subject = header.subject();
        boolean revert = REVERT.matcher(subject == null ? "" : subject).find()
                || REVERT.matcher(header.text()).find();
        return new PatchOrigin(header.commitClaims(), subject, fixed(header.text()), revert);
    }

    /** What the header of a patch file says. Never throws; a file without one has an origin without anything in it. */
    public static PatchOrigin of(byte[] patch) {
        return of(PatchParser.parse(patch).header());
    }

    private static List<String> fixed(String header) {
        String text = Culprits.cut(header);
        Set<String> ids = new LinkedHashSet<>();
        Matcher matcher = Advisories.matcher(text);
        while (matcher.find()) {
            if (!Culprits.named(text, matcher.start())) {
                ids.add(Advisories.spelled(matcher.group()));
            }
        }
        return List.copyOf(ids);
    }
}
