package dev.nearstream.bump;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a patch without what changes at every rebase.
 *
 * @param text the line; a file's name is {@code ## name ##}, a hunk's head {@code @@} and the function
 * @param place the file whose part it is in, and the function; empty before the first
 */
record PatchLine(String text, String place) {
    private static final Pattern HUNK = Pattern.compile("@@ -\\d+(?:,(\\d+))? \\+\\d+(?:,(\\d+))? @@(.*)");
    private static final Pattern NOISE = Pattern.compile(
            "(?:index [0-9a-f]+\\.\\.[0-9a-f]+.*|diff --git .*|diff -.*|Index: .*|=+|(?:dis)?similarity index .*)");

    /** The lines of a patch in unified form; those of another form stay as they are. */
    static List<PatchLine> of(String patch) {
        String[] written = patch.split("\r?\n", -1);
        int length = written.length > 0 && written[written.length - 1].isEmpty() ? written.length - 1 : written.length;
        List<PatchLine> lines = new ArrayList<>();
        String file = "";
        String place = "";
        int before = 0;
        int after = 0;
        for (int i = 0; i < length; i++) {
            String line = written[i];
            if (before > 0 || after > 0) {
                before -= line.startsWith("+") || line.startsWith("\\") ? 0 : 1;
                after -= line.startsWith("-") || line.startsWith("\\") ? 0 : 1;
                lines.add(new PatchLine(line, place));
                continue;
            }
            Matcher hunk = HUNK.matcher(line);
            if (hunk.matches()) {
                before = count(hunk.group(1));
                after = count(hunk.group(2));
                String function = hunk.group(3).strip();
                place = function.isEmpty() ? file : file + ": " + function;
                lines.add(new PatchLine(("@@ " + function).strip(), place));
            } else if (line.startsWith("--- ") && i + 1 < length && written[i + 1].startsWith("+++ ")) {
                file = name(line, written[i + 1]);
                place = file;
                lines.add(new PatchLine("## " + file + " ##", place));
                i++;
            } else if (!NOISE.matcher(line).matches()) {
                lines.add(new PatchLine(line, place));
            }
        }
        return lines;
    }

    private static String name(String old, String now) {
        String name = now.startsWith("+++ /dev/null") ? old.substring(4) : now.substring(4);
        int time = name.indexOf('\t');
        return (time < 0 ? name : name.substring(0, time)).strip().replaceFirst("^[ab]/", "");
    }

    private static int count(String number) {
        // At most nine digits: what is more is no hunk's.
        return number == null ? 1 : Integer.parseInt(number.substring(0, Math.min(number.length(), 9)));
    }
}
