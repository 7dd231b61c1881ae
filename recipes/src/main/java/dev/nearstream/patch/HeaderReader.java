package dev.nearstream.patch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text before a patch file's first part. */
final class HeaderReader {
    private static final int LONGEST = 1 << 18;
    private static final Pattern ADVISORY = Pattern.compile(
            "\\b(?:CVE-\\d{4}-\\d{4,19}|GHSA(?:-[23456789cfghjmpqrvwx]{4}){3})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAIL = Pattern.compile("From ([0-9a-f]{40}) ");
    private static final int MAIL_LINE = "From ".length() + 41;
    private static final int MOST_MAILS = 100;
    private static final Pattern LEADING_COMMIT = Pattern.compile("commit ([0-9a-f]{7,40})\\b.*");
    private static final Pattern CHERRY_PICKED = Pattern.compile("\\(cherry[ -]picked from commit ([0-9a-f]{7,40})\\b");
    private static final Pattern OWN_ORIGIN = Pattern.compile("(?:upstream|backport)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern HASH = Pattern.compile("(?<![0-9A-Za-z-])[0-9a-f]{7,40}(?![0-9A-Za-z-])");
    private static final Pattern SUBJECT_TAGS = Pattern.compile("^(?:\\[[^\\]]{0,80}\\]\\s*)+");

    private HeaderReader() {}

    static PatchHeader read(byte[] bytes, List<FilePatch> files) {
        String text = leadingText(bytes, files.isEmpty() ? 0 : files.get(0).line());
        if (text.isBlank()) {
            return PatchHeader.EMPTY;
        }
        List<String> lines = text.lines().toList();
        List<PatchHeader.HeaderField> fields = HeaderFields.fields(lines);
        List<PatchHeader.CommitClaim> claims = new ArrayList<>();
        String first =
                lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        List<String> mails = mailCommits(bytes);
        mails.forEach(mail -> claim(claims, mail, PatchHeader.CommitClaim.Kind.MAIL_FROM));
        claim(claims, firstGroup(LEADING_COMMIT, first), PatchHeader.CommitClaim.Kind.LEADING_COMMIT);
        Matcher picked = CHERRY_PICKED.matcher(text);
        while (picked.find()) {
            claim(claims, picked.group(1), PatchHeader.CommitClaim.Kind.CHERRY_PICKED_FROM);
        }
        fields.stream()
                .filter(field -> field.name().equalsIgnoreCase("Origin")
                        && OWN_ORIGIN.matcher(field.value().replace('\n', ' ')).matches())
                .flatMap(field -> hash(field.value()).stream())
                .forEach(hash -> claim(claims, hash, PatchHeader.CommitClaim.Kind.ORIGIN));
        return new PatchHeader(
                subject(fields, lines),
                value(fields, "From", "Author").map(EncodedWords::decode).orElse(null),
                value(fields, "Date", "Last-Update").orElse(null),
                mails.isEmpty() ? null : mails.get(0),
                fields,
                HeaderFields.trailers(lines),
                advisories(text),
                claims,
                text);
    }

    private static String leadingText(byte[] bytes, int firstPart) {
        int end = 0;
        for (int line = 1; line != firstPart && end < bytes.length && end < LONGEST; line++) {
            while (end < bytes.length && bytes[end++] != '\n') {
                // to the end of the line
            }
        }
        String text = new String(bytes, 0, Math.min(end, LONGEST), StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(text.lines().toList());
        while (!lines.isEmpty() && isSeparator(lines.get(lines.size() - 1))) {
            lines.remove(lines.size() - 1);
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /** The hashes of all mails in the file: a line of a hunk never begins with a letter. */
    private static List<String> mailCommits(byte[] bytes) {
        List<String> hashes = new ArrayList<>();
        for (int start = 0; start + MAIL_LINE <= bytes.length && hashes.size() < MOST_MAILS; ) {
            if (bytes[start] == 'F') {
                String line = new String(bytes, start, MAIL_LINE, StandardCharsets.ISO_8859_1);
                String hash = firstGroup(MAIL, line);
                if (hash != null && !hash.chars().allMatch(c -> c == '0')) {
                    hashes.add(hash);
                }
            }
            while (start < bytes.length && bytes[start++] != '\n') {
                // to the next line
            }
        }
        return hashes;
    }

    private static boolean isSeparator(String line) {
        return line.isBlank() || line.startsWith("diff ") || line.startsWith("=====") || line.startsWith("Index: ");
    }

    private static void claim(
            List<PatchHeader.CommitClaim> claims, @Nullable String hash, PatchHeader.CommitClaim.Kind kind) {
        if (hash != null && claims.stream().noneMatch(claim -> claim.hash().equals(hash))) {
            claims.add(new PatchHeader.CommitClaim(hash, kind));
        }
    }

    private static @Nullable String subject(List<PatchHeader.HeaderField> fields, List<String> lines) {
        Optional<String> subject = value(fields, "Subject").or(() -> value(fields, "Description"));
        if (subject.isEmpty() && lines.get(0).startsWith("commit ")) {
            subject = lines.stream()
                    .filter(line -> line.startsWith("    ") && !line.isBlank())
                    .findFirst();
        }
        String text = subject.map(EncodedWords::decode).orElse("").strip();
        if (fields.stream().noneMatch(field -> field.name().equals("From"))) {
            text = text.lines().findFirst().orElse("");
        }
        text = SUBJECT_TAGS.matcher(text.replace('\n', ' ')).replaceFirst("").strip();
        return text.isEmpty() ? null : text;
    }

    private static Optional<String> value(List<PatchHeader.HeaderField> fields, String... names) {
        for (String name : names) {
            for (PatchHeader.HeaderField field : fields) {
                if (field.name().equalsIgnoreCase(name)) {
                    return Optional.of(field.value());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> hash(String origin) {
        return HASH.matcher(origin)
                .results()
                .map(match -> match.group())
                .filter(hash -> hash.chars().anyMatch(Character::isDigit))
                .findFirst();
    }

    private static List<String> advisories(String text) {
        Set<String> ids = new LinkedHashSet<>();
        Matcher matcher = ADVISORY.matcher(text);
        while (matcher.find()) {
            String id = matcher.group();
            boolean ghsa = id.regionMatches(true, 0, "GHSA", 0, 4);
            ids.add(ghsa ? "GHSA" + id.substring(4).toLowerCase(Locale.ROOT) : id.toUpperCase(Locale.ROOT));
        }
        return List.copyOf(ids);
    }

    private static @Nullable String firstGroup(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.matches() ? matcher.group(1) : null;
    }
}
