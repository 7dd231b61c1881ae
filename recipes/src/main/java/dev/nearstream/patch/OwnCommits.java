package dev.nearstream.patch;

import dev.nearstream.patch.PatchHeader.CommitClaim;
import dev.nearstream.patch.PatchHeader.CommitClaim.Kind;
import dev.nearstream.patch.PatchHeader.HeaderField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the upstream commits that a patch claims to be. A hash in a header is as often the culprit as the cure, so only
 * four places count: a mail's {@code From <hash>}; {@code commit <hash>} alone in the first line; {@code (cherry picked
 * from commit <hash>)}; and the fields {@code Origin} and {@code Upstream-Status: Backport}. Behind words such as Fixes
 * or Reverts a hash never counts, there either.
 */
final class OwnCommits {
    private static final Pattern MAIL = Pattern.compile("From ([0-9a-f]{40}) ");
    private static final int MAIL_LINE = "From ".length() + 41;
    private static final int MOST_MAILS = 100;
    private static final int LONGEST_FIELD = 2000;

    /** As {@code git show} and {@code git log --decorate} write it; a sentence that begins with the word goes on. */
    private static final Pattern LEADING_COMMIT = Pattern.compile("commit ([0-9a-f]{7,40})(?: \\(.*\\))?\\s*");

    /** Mails fold their subject at any blank. */
    private static final Pattern CHERRY_PICKED =
            Pattern.compile("\\(cherry[ -]picked\\s+from\\s+commit\\s+([0-9a-f]{7,40})\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern OWN_ORIGIN =
            Pattern.compile("(?:upstream|backport(?:ed)?)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_URL = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern BACKPORT = Pattern.compile("backport\\b.*", Pattern.CASE_INSENSITIVE);

    /** GitHub, GitLab, Gitea: {@code /commit/<hash>}; cgit: {@code /commit/?id=<hash>}; gitweb: {@code a=commit;h=<hash>}. */
    private static final Pattern COMMIT_URL = Pattern.compile(
            "https?://\\S{0,400}?(?:\\bcommits?/(?:[^\\s#]{0,200}[?&;]id=)?|/\\+/|\\ba=commit(?:diff)?[;&]h=)([0-9a-f]{7,40})"
                    + "(?![0-9A-Za-z])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ANY_URL = Pattern.compile("[a-z]+://\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern HASH = Pattern.compile("(?<![0-9A-Za-z.-])[0-9a-f]{7,40}(?![0-9A-Za-z.-])");

    private OwnCommits() {}

    /**
     * The commits, each once, the likeliest place first.
     *
     * @param mails the hashes of the file's mails, see {@link #mails}
     * @param text before the first part
     */
    static List<CommitClaim> find(List<String> mails, String text, List<HeaderField> fields) {
        List<CommitClaim> claims = new ArrayList<>();
        mails.forEach(mail -> add(claims, mail, Kind.MAIL_FROM));
        text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(LEADING_COMMIT::matcher)
                .filter(Matcher::matches)
                .ifPresent(leading -> add(claims, leading.group(1), Kind.LEADING_COMMIT));
        Matcher picked = CHERRY_PICKED.matcher(text);
        while (picked.find()) {
            boolean quoted = Culprits.lineBefore(text, picked.start()).startsWith(">");
            if (!quoted && !Culprits.named(text, picked.start())) {
                add(claims, picked.group(1), Kind.CHERRY_PICKED_FROM);
            }
        }
        for (HeaderField field : fields) {
            String value = field.value().replace('\n', ' ').strip();
            value = value.substring(0, Math.min(value.length(), LONGEST_FIELD));
            if (field.name().equalsIgnoreCase("Origin") && isOwn(value)) {
                add(claims, hash(value), Kind.ORIGIN);
            } else if (field.name().equalsIgnoreCase("Upstream-Status")
                    && BACKPORT.matcher(value).matches()) {
                add(claims, hash(value), Kind.UPSTREAM_STATUS);
            }
        }
        return claims;
    }

    /** The hashes of all mails in the file: a line of a hunk never begins with a letter. */
    static List<String> mails(byte[] bytes) {
        List<String> hashes = new ArrayList<>();
        for (int start = 0; start + MAIL_LINE <= bytes.length && hashes.size() < MOST_MAILS; ) {
            if (bytes[start] == 'F') {
                String line = new String(bytes, start, MAIL_LINE, StandardCharsets.ISO_8859_1);
                Matcher mail = MAIL.matcher(line);
                if (mail.matches() && !mail.group(1).chars().allMatch(c -> c == '0')) {
                    hashes.add(mail.group(1));
                }
            }
            while (start < bytes.length && bytes[start++] != '\n') {
                // to the next line
            }
        }
        return hashes;
    }

    /** DEP-3 knows upstream, backport, vendor and other; many write the address alone. */
    private static boolean isOwn(String origin) {
        return OWN_ORIGIN.matcher(origin).matches() || BARE_URL.matcher(origin).lookingAt();
    }

    private static @Nullable String hash(String value) {
        Matcher url = COMMIT_URL.matcher(value);
        if (url.find()) {
            return Culprits.fixedOrNamed(value, url.start()) ? null : url.group(1);
        }
        // A pull request's number, or a date, is no hash.
        String plain = ANY_URL.matcher(value).replaceAll(" ");
        Optional<String> bare = HASH.matcher(plain)
                .results()
                .filter(match -> !Culprits.fixedOrNamed(plain, match.start()))
                .map(match -> match.group())
                .filter(hash -> hash.length() == 40
                        || (hash.chars().anyMatch(c -> c <= '9') && hash.chars().anyMatch(c -> c > '9')))
                .findFirst();
        return bare.orElse(null);
    }

    private static void add(List<CommitClaim> claims, @Nullable String written, Kind kind) {
        String hash = written == null ? "" : written.toLowerCase(Locale.ROOT);
        if (!hash.isEmpty() && claims.stream().noneMatch(claim -> claim.hash().equals(hash))) {
            claims.add(new CommitClaim(hash, kind));
        }
    }
}
