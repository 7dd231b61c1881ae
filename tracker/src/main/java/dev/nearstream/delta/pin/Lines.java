package dev.nearstream.delta.pin;

import java.util.ArrayList;
import java.util.List;

/** The lines of a manifest that is read line by line. */
final class Lines {
    /** Far above any line that a tool writes; what is longer would only cost time. */
    private static final int LONGEST = 16 << 10;

    /** For lines that people write, which are held against more costly patterns. */
    private static final int LONGEST_WRITTEN = 2000;

    private Lines() {}

    /**
     * Without their ends, in LF or CRLF.
     *
     * @throws ManifestException where one is too long to be a line of a generated file
     */
    static List<String> of(String file, String text) {
        return split(file, text, LONGEST);
    }

    /**
     * The same of a file that people write.
     *
     * @throws ManifestException where one is too long for that
     */
    static List<String> written(String file, String text) {
        return split(file, text, LONGEST_WRITTEN);
    }

    private static List<String> split(String file, String text, int longest) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            if (to - from > longest) {
                throw new ManifestException(
                        file,
                        lines.size() + 1,
                        1,
                        "a line of " + (to - from) + " characters; at most " + longest + " are read");
            }
            boolean carriage = to > from && text.charAt(to - 1) == '\r';
            lines.add(text.substring(from, carriage ? to - 1 : to));
            from = to + 1;
        }
        return lines;
    }
}
