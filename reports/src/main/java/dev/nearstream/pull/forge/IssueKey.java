package dev.nearstream.pull.forge;

import java.util.regex.Pattern;

/**
 * The key of an issue, as a comment in the first line of its text: not seen, and there even where the text is cut.
 *
 * @param mark the whole line
 */
record IssueKey(String mark) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/@+-]");

    /** No two keys have the same. */
    static IssueKey of(String key) {
        StringBuilder safe = new StringBuilder();
        key.codePoints().forEach(c -> {
            String one = Character.toString(c);
            if (PLAIN.matcher(one).matches()) {
                safe.append(one);
            } else {
                safe.append('%').append(Integer.toHexString(c)).append(';');
            }
        });
        return new IssueKey("<!-- nearstream-key:" + safe + " -->");
    }

    boolean isOf(Standing issue) {
        return issue.body().startsWith(mark);
    }

    String before(String body) {
        return mark + "\n" + body;
    }
}
