package dev.nearstream.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the real program did.
 *
 * @param exit its exit status: 0 applied, 1 not all hunks, 2 given up
 * @param output what it said under {@code --verbose}
 * @param files the content of each file afterwards, with its kind before it
 */
record GnuPatchRun(int exit, String output, Map<String, String> files) {
    private static final Pattern HUNK = Pattern.compile(
            "^Hunk #(?<number>\\d+) (?:succeeded at (?<line>-?\\d+)"
                    + "(?: with fuzz (?<fuzz>\\d+))?(?: \\(offset (?<offset>-?\\d+) lines?\\))?|FAILED at (?<failed>-?\\d+)(?: \\(different line endings\\))?)\\."
                    + "|^(?<ignored>\\d+) out of \\d+ hunks? ignored",
            Pattern.MULTILINE);

    private static final Pattern UNREADABLE =
            Pattern.compile("malformed|nly garbage|unexpected end of|line number|expected at line|mangled");

    /** An exit status of 2 is for malformed patches, and for faults while writing: those leave the patch unapplied. */
    String outcome() {
        return switch (exit) {
            case 0 -> "APPLIES";
            case 1 -> "CONFLICTS";
            case 2 -> UNREADABLE.matcher(output).find() ? "UNREADABLE" : "CONFLICTS";
            default -> "CRASHED";
        };
    }

    /** One line for each hunk, and one for the hunks of a file that is refused. */
    List<String> hunks() {
        List<String> hunks = new ArrayList<>();
        Matcher hunk = HUNK.matcher(output);
        while (hunk.find()) {
            if (hunk.group("ignored") != null) {
                hunks.add(hunk.group("ignored") + " ignored");
            } else if (hunk.group("failed") != null) {
                hunks.add("#" + hunk.group("number") + " failed at " + hunk.group("failed"));
            } else {
                hunks.add("#" + hunk.group("number") + " at " + hunk.group("line") + " fuzz " + or0(hunk.group("fuzz"))
                        + " offset " + or0(hunk.group("offset")));
            }
        }
        return hunks;
    }

    private static String or0(String group) {
        return group == null ? "0" : group;
    }
}
