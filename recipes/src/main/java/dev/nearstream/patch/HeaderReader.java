package dev.nearstream.patch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text before a patch file's first part. */
final class HeaderReader {
    private static final int LONGEST = 1 << 18;
    private static final Pattern SUBJECT_TAGS = Pattern.compile("^(?:\\[[^\\]]{0,80}\\]\\s*)+");

    private HeaderReader() {}

    static PatchHeader read(byte[] bytes, List<FilePatch> files) {
        String text = leadingText(bytes, files.isEmpty() ? 0 : files.get(0).line());
        if (text.isBlank()) {
            return PatchHeader.EMPTY;
        }
        List<String> lines = text.lines().toList();
        List<PatchHeader.HeaderField> fields = HeaderFields.fields(lines);
        List<String> mails = OwnCommits.mails(bytes);
        return new PatchHeader(
                subject(fields, lines),
                value(fields, "From", "Author").map(EncodedWords::decode).orElse(null),
                value(fields, "Date", "Last-Update").orElse(null),
                mails.isEmpty() ? null : mails.get(0),
                fields,
                HeaderFields.trailers(lines),
                Advisories.named(text),
                OwnCommits.find(mails, text, fields),
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

    private static boolean isSeparator(String line) {
        return line.isBlank() || line.startsWith("diff ") || line.startsWith("=====") || line.startsWith("Index: ");
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
}
