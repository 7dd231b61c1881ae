package dev.nearstream.recipe;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;

/** A regular expression with the meaning that Go's {@code regexp} (RE2) gives it; linear in time. */
public final class GoRegex {
    private final Pattern pattern;

    private GoRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles an expression.
     *
     * @throws IllegalArgumentException where Go would not compile it; the message is one line
     */
    public static GoRegex compile(String expression) {
        try {
            return new GoRegex(Pattern.compile(expression));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "'" + expression + "' is no regular expression of Go's form: " + e.getDescription(), e);
        }
    }

    /** Whether it matches anywhere in the text. */
    public boolean matches(String text) {
        return pattern.matcher(text).find();
    }

    /** Go's {@code ReplaceAllString}: every match, each expanded by {@link GoReplacement}'s rules. */
    public String replaceAll(String text, String replacement) {
        GoReplacement expand = new GoReplacement(replacement, pattern);
        StringBuilder out = new StringBuilder();
        Matcher match = pattern.matcher(text);
        int copied = 0;
        int lastEnd = -1;
        while (match.find()) {
            boolean emptyBehindLast = match.start() == match.end() && match.end() == lastEnd;
            if (emptyBehindLast) {
                continue;
            }
            out.append(text, copied, match.start());
            expand.append(match, out);
            copied = match.end();
            lastEnd = match.end();
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** The groups that a replacement names and this expression has not: they are empty, which is seldom meant. */
    public List<String> missingGroups(String replacement) {
        return new GoReplacement(replacement, pattern).missing();
    }
}
