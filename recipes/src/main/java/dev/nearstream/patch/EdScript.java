package dev.nearstream.patch;

import java.util.regex.Pattern;

/** Tells the commands of {@code diff -e} and {@code diff} from other text, as GNU patch does. */
final class EdScript {
    private static final Pattern ED = Pattern.compile("(?:\\d+(?:,\\d+)?)?(?:[cd]|s/\\.//)[ \t]*\n|\\d*[ai][ \t]*\n");
    private static final Pattern NORMAL = Pattern.compile("\\d[\\d,]*[acd][\\d,]*[ \t]*\r?\n");

    private static final Pattern NORMAL_START = Pattern.compile("\\d[\\d,]*[acd]");

    private EdScript() {}

    /** Whether a line is a command of an ed script. */
    static boolean isCommand(String line) {
        return ED.matcher(line).matches();
    }

    /** Whether a line begins as the header of a hunk of {@code diff} without options does. */
    static boolean looksNormal(String line) {
        return NORMAL_START.matcher(line).lookingAt();
    }

    /** Whether a line is the header of a hunk of {@code diff} without options. */
    static boolean isNormalCommand(String line) {
        return NORMAL.matcher(line).matches();
    }
}
