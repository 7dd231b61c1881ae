package dev.nearstream.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A comment of a recipe, be it YAML's or a script's: lines that hold nothing else and follow each other, or what stands
 * behind something on its line.
 *
 * @param line of the first, from 1
 * @param lines without {@code #} and blanks around
 */
record RecipeComment(int line, List<String> lines) {
    private static final int LONGEST_LINE = 2_000;
    private static final Pattern RULER = Pattern.compile("^#+|#+$");

    RecipeComment {
        lines = List.copyOf(lines);
    }

    /** All comments of a text, in order. Nothing is parsed: a {@code #} in a quoted text counts as none. */
    static List<RecipeComment> of(String text) {
        List<RecipeComment> comments = new ArrayList<>();
        List<String> block = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String stripped = line.strip();
            if (stripped.startsWith("#") && !stripped.startsWith("#!")) {
                block.add(words(stripped));
                continue;
            }
            close(block, number, comments);
            int hash = behind(line);
            if (hash >= 0) {
                comments.add(new RecipeComment(number, List.of(words(line.substring(hash)))));
            }
        }
        close(block, number + 1, comments);
        return comments;
    }

    /** As one line of text. */
    String text() {
        return String.join(" ", lines);
    }

    /** The line of the file on which that character of {@link #text} stands. */
    int lineAt(int offset) {
        int end = 0;
        for (int i = 0; i < lines.size(); i++) {
            end += lines.get(i).length() + 1;
            if (offset < end) {
                return line + i;
            }
        }
        return line + lines.size() - 1;
    }

    private static void close(List<String> block, int next, List<RecipeComment> comments) {
        if (!block.isEmpty()) {
            comments.add(new RecipeComment(next - block.size(), block));
            block.clear();
        }
    }

    private static String words(String comment) {
        String bounded = comment.substring(0, Math.min(comment.length(), LONGEST_LINE));
        return RULER.matcher(bounded).replaceAll("").strip();
    }

    /** Where a comment begins behind something, or -1. */
    private static int behind(String line) {
        char quote = 0;
        for (int i = 0; i < Math.min(line.length(), LONGEST_LINE); i++) {
            char c = line.charAt(i);
            if (quote == 0 && c == '#' && i > 0 && Character.isWhitespace(line.charAt(i - 1))) {
                return i;
            }
            if (quote == 0 && (c == '"' || (c == '\'' && !isApostrophe(line, i)))) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return -1;
    }

    private static boolean isApostrophe(String line, int at) {
        return at > 0 && Character.isLetterOrDigit(line.charAt(at - 1));
    }
}
