package dev.nearstream.recipe;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A replacement text of Go's {@code regexp.Regexp.Expand}: {@code $name} takes the longest run of letters, digits and
 * underscores as the name, {@code ${name}} is exact, {@code $$} is a dollar. A name of digits alone is a group's number.
 * A group that does not exist is empty: {@code $1_x} is the group named {@code 1_x}, not the first and then {@code _x}.
 */
final class GoReplacement {
    private final List<Part> parts = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /** Literal text, or a group; {@code group} is -1 for one that does not exist. */
    private record Part(@Nullable String literal, int group) {}

    GoReplacement(String text, Pattern pattern) {
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int dollar = text.indexOf('$', at);
            if (dollar < 0) {
                literal.append(text, at, text.length());
                break;
            }
            literal.append(text, at, dollar);
            boolean braced = text.startsWith("{", dollar + 1);
            int start = dollar + (braced ? 2 : 1);
            int end = start;
            while (end < text.length() && isWord(text.charAt(end))) {
                end++;
            }
            if (text.startsWith("$", dollar + 1)) {
                literal.append('$');
                at = dollar + 2;
            } else if (end == start || (braced && !text.startsWith("}", end))) {
                // Go takes a malformed reference as plain text.
                literal.append('$');
                at = dollar + 1;
            } else {
                parts.add(new Part(literal.toString(), -1));
                literal.setLength(0);
                parts.add(new Part(null, group(text.substring(start, end), pattern)));
                at = braced ? end + 1 : end;
            }
        }
        parts.add(new Part(literal.toString(), -1));
    }

    /** The groups that it names and the pattern has not. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    void append(Matcher match, StringBuilder to) {
        for (Part part : parts) {
            if (part.literal() != null) {
                to.append(part.literal());
            } else if (part.group() >= 0) {
                String value = match.group(part.group());
                to.append(value == null ? "" : value);
            }
        }
    }

    private int group(String name, Pattern pattern) {
        boolean number = name.length() < 9 && name.chars().allMatch(c -> c >= '0' && c <= '9');
        if (number && (name.length() == 1 || name.charAt(0) != '0')) {
            int group = Integer.parseInt(name);
            if (group <= pattern.groupCount()) {
                return group;
            }
        } else {
            Map<String, Integer> named = pattern.namedGroups();
            Integer group = named.get(name);
            if (group != null) {
                return group;
            }
        }
        missing.add(name);
        return -1;
    }

    private static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }
}
