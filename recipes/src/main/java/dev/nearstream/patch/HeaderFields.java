package dev.nearstream.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines {@code Name: value} in the text before a patch: all of those in the first paragraph (a mail's header,
 * DEP-3), and those of well-known names anywhere. A {@code #} before them, as quilt and Debian write it, is allowed.
 */
final class HeaderFields {
    private static final Pattern FIELD = Pattern.compile("(?:#+ ?)?([A-Za-z][A-Za-z0-9-]{1,40}):(?:[ \t]+(.*)|)");
    private static final Pattern CONTINUED = Pattern.compile("(?:#+ ?)?[ \t]+(\\S.*)");
    private static final Set<String> WELL_KNOWN = Set.of(
            "description",
            "subject",
            "origin",
            "author",
            "from",
            "date",
            "forwarded",
            "applied-upstream",
            "upstream-status",
            "last-update",
            "bug",
            "bug-debian",
            "bug-ubuntu",
            "reviewed-by");

    private HeaderFields() {}

    static List<PatchHeader.HeaderField> fields(List<String> lines) {
        List<PatchHeader.HeaderField> fields = new ArrayList<>();
        boolean first = true;
        boolean continues = false;
        for (String line : lines) {
            if (line.equals("---")) {
                break;
            }
            Matcher field = FIELD.matcher(line);
            Matcher continued = CONTINUED.matcher(line);
            if (field.matches() && (first || isWellKnown(field.group(1)))) {
                fields.add(new PatchHeader.HeaderField(field.group(1), value(field.group(2))));
                continues = true;
            } else if (continues && continued.matches()) {
                PatchHeader.HeaderField last = fields.remove(fields.size() - 1);
                fields.add(new PatchHeader.HeaderField(last.name(), join(last.value(), continued.group(1))));
            } else {
                continues = false;
                first &= !line.isBlank() || fields.isEmpty();
            }
        }
        return fields;
    }

    static List<PatchHeader.HeaderField> trailers(List<String> lines) {
        int end = lines.indexOf("---");
        int last = (end < 0 ? lines.size() : end) - 1;
        while (last >= 0 && lines.get(last).isBlank()) {
            last--;
        }
        int start = last;
        while (start >= 0 && !lines.get(start).isBlank()) {
            start--;
        }
        List<PatchHeader.HeaderField> trailers = new ArrayList<>();
        for (String line : lines.subList(start + 1, last + 1)) {
            Matcher field = FIELD.matcher(line.strip());
            if (field.matches() && start >= 0) {
                trailers.add(new PatchHeader.HeaderField(field.group(1), value(field.group(2))));
            }
        }
        return trailers;
    }

    private static boolean isWellKnown(String name) {
        return WELL_KNOWN.contains(name.toLowerCase(Locale.ROOT));
    }

    private static String value(@Nullable String group) {
        return group == null ? "" : group.strip();
    }

    private static String join(String value, String more) {
        return value.isEmpty() ? more.strip() : value + "\n" + more.strip();
    }
}
