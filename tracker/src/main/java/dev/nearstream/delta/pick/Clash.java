package dev.nearstream.delta.pick;

import java.util.Locale;

/**
 * A place where a pick and the tree have both changed something.
 *
 * @param line of the tree's file, from 1; 0 where it is about the whole file
 * @param picked what the pick would leave there
 * @param standing what stands there
 * @param what for the whole file, what is wrong; else empty
 */
record Clash(String path, int line, String picked, String standing, String what) {
    private static final int LONGEST = 100;

    static Clash whole(String path, String what) {
        return new Clash(path, 0, "", "", what);
    }

    /** On one line. */
    String words() {
        return line == 0
                ? "%s: %s".formatted(path, what)
                : "%s line %d: the pick has %s, where %s".formatted(path, line, quoted(picked), there(standing));
    }

    private static String there(String text) {
        return text.isEmpty() ? "nothing stands" : quoted(text) + " stands";
    }

    /** The first line, and how many follow. */
    private static String quoted(String text) {
        if (text.isEmpty()) {
            return "nothing";
        }
        String[] lines = text.split("\n", -1);
        int count = text.endsWith("\n") ? lines.length - 1 : lines.length;
        String first = lines[0].strip();
        String cut = first.length() <= LONGEST ? first : first.substring(0, LONGEST) + "…";
        return count <= 1 ? "'%s'".formatted(cut) : String.format(Locale.ROOT, "'%s' and %d more", cut, count - 1);
    }
}
