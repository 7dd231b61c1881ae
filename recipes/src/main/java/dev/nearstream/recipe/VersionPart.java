package dev.nearstream.recipe;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A component of a version.
 *
 * @param text the digits, the letter, the suffix's name, or the hash
 */
record VersionPart(Kind kind, String text) {

    /** In the order in which apk ranks components of different kinds: what comes first is newer. */
    enum Kind {
        NUMBER,
        LETTER,
        SUFFIX,
        SUFFIX_NUMBER,
        HASH,
        REVISION
    }

    /** Suffixes in order; those before {@code none} come before the plain version. */
    private static final List<String> SUFFIXES =
            List.of("alpha", "beta", "pre", "rc", "none", "cvs", "svn", "git", "hg", "p");

    private static final int NONE = SUFFIXES.indexOf("none");

    /** The components of a version, or empty where the text is none. */
    static Optional<List<VersionPart>> read(String text) {
        List<VersionPart> parts = new ArrayList<>();
        int at = 0;
        do {
            int end = digits(text, at);
            if (end == at) {
                return Optional.empty();
            }
            parts.add(new VersionPart(Kind.NUMBER, text.substring(at, end)));
            at = end;
        } while (at < text.length() && text.charAt(at) == '.' && at++ >= 0);
        if (at < text.length() && isLetter(text.charAt(at))) {
            parts.add(new VersionPart(Kind.LETTER, text.substring(at, ++at)));
        }
        while (at < text.length() && text.charAt(at) == '_') {
            int end = at + 1;
            while (end < text.length() && isLetter(text.charAt(end))) {
                end++;
            }
            String suffix = text.substring(at + 1, end);
            if (suffix.equals("none") || !SUFFIXES.contains(suffix)) {
                return Optional.empty();
            }
            parts.add(new VersionPart(Kind.SUFFIX, suffix));
            at = digits(text, end);
            if (at > end) {
                parts.add(new VersionPart(Kind.SUFFIX_NUMBER, text.substring(end, at)));
            }
        }
        if (at < text.length() && text.charAt(at) == '~') {
            int end = at + 1;
            while (end < text.length() && isHexadecimal(text.charAt(end))) {
                end++;
            }
            if (end == at + 1) {
                return Optional.empty();
            }
            parts.add(new VersionPart(Kind.HASH, text.substring(at + 1, end)));
            at = end;
        }
        if (text.startsWith("-r", at) && digits(text, at + 2) > at + 2) {
            int end = digits(text, at + 2);
            parts.add(new VersionPart(Kind.REVISION, text.substring(at + 2, end)));
            at = end;
        }
        return at == text.length() ? Optional.of(List.copyOf(parts)) : Optional.empty();
    }

    boolean isPrerelease() {
        return kind == Kind.SUFFIX && SUFFIXES.indexOf(text) < NONE;
    }

    /** Compares two components at the same place. */
    int compare(VersionPart other, boolean first) {
        if (kind != other.kind) {
            // A prerelease suffix comes before whatever the other has there; else the lower kind is newer.
            if (isPrerelease()) {
                return -1;
            }
            return other.isPrerelease() ? 1 : other.kind.compareTo(kind);
        }
        return switch (kind) {
            case NUMBER ->
                !first && (text.startsWith("0") || other.text.startsWith("0"))
                        ? text.compareTo(other.text)
                        : number(text).compareTo(number(other.text));
            case LETTER, HASH -> text.compareTo(other.text);
            case SUFFIX -> Integer.compare(SUFFIXES.indexOf(text), SUFFIXES.indexOf(other.text));
            case SUFFIX_NUMBER, REVISION -> number(text).compareTo(number(other.text));
        };
    }

    private static BigInteger number(String digits) {
        return new BigInteger(digits);
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static boolean isHexadecimal(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
