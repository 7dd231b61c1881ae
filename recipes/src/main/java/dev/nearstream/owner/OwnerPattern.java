package dev.nearstream.owner;

import com.google.re2j.Pattern;

/**
 * A path pattern of a CODEOWNERS file: gitignore's, without {@code !} and {@code [ ]}. One with a slash before its end is
 * anchored at the root, any other matches at every depth; {@code *} and {@code ?} stay within a path segment, {@code **}
 * does not; what matches a directory holds for all in it, save that {@code docs/*} holds for the files directly in it.
 *
 * @param beginning what is in every path that matches: the pattern up to its first wildcard
 */
record OwnerPattern(String text, String beginning, Pattern regex) {
    private static final java.util.regex.Pattern WILDCARD = java.util.regex.Pattern.compile("[*?]");

    static OwnerPattern of(String text) {
        boolean directory = text.endsWith("/");
        String body = directory ? text.substring(0, text.length() - 1) : text;
        boolean anchored = body.contains("/");
        String path = body.startsWith("/") ? body.substring(1) : body;
        StringBuilder regex = new StringBuilder(anchored ? "" : "(?:.*/)?");
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (path.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (path.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        boolean direct = anchored && path.endsWith("/*");
        regex.append(directory ? "/.*" : direct ? "" : "(?:/.*)?");
        String beginning = WILDCARD.split(path, 2)[0];
        return new OwnerPattern(text, beginning, Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    /** @param path relative to the root, with {@code /} */
    boolean matches(String path) {
        return path.contains(beginning) && regex.matches(path); // few contain it, and the regex is the dear part
    }
}
