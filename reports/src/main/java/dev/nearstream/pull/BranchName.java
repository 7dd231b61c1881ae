package dev.nearstream.pull;

import dev.nearstream.upstream.Hashes;
import java.util.regex.Pattern;

/** Parts of branches' names, made of text from outside. */
final class BranchName {
    private static final int LONGEST = 60;
    private static final int SHORT = 8;
    /** What git takes anywhere in a name; a dot only where it begins and ends nothing. */
    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9_-]+|\\.+");

    private BranchName() {}

    /** The text, as far as it may stand in a branch's name, and the beginning of a hash: {@code fix-x-patch-0123abcd}. */
    static String of(String text, String hash) {
        String plain = OTHERS.matcher(text).replaceAll("-").replaceAll("^-+|-+$", "");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return (cut.isEmpty() ? "" : cut + "-") + hash.substring(0, Math.min(SHORT, hash.length()));
    }

    /** The same, with the text's own hash. */
    static String of(String text) {
        return of(text, Hashes.of(text));
    }
}
