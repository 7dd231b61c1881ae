package dev.nearstream.recipe;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;

/** A regular expression with the meaning that Go's {@code regexp} (RE2) gives it; linear in time. */
public final class GoRegex {
    /** Of its program, in instructions; the largest that is known of recipes has a hundred. */
    private static final int MAX_SIZE = 10_000;

    private static final int MAX_DEPTH = 200;
    private static final int MAX_SHOWN = 200;

    private final Pattern pattern;

    private GoRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles an expression.
     *
     * @throws IllegalArgumentException where Go would not compile it, or it would be a program of more than 10,000
     *     instructions; the message is one line
     */
    public static GoRegex compile(String expression) {
        if (expression.length() > MAX_SIZE || RegexSize.of(expression) > MAX_SIZE) {
            throw new IllegalArgumentException(
                    "the regular expression '%s' is too large: with its repetitions it stands for more than %d characters"
                            .formatted(shown(expression), MAX_SIZE));
        }
        if (RegexSize.depth(expression) > MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "the regular expression '%s' nests more than %d groups".formatted(shown(expression), MAX_DEPTH));
        }
        try {
            return new GoRegex(Pattern.compile(expression));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "'" + shown(expression) + "' is no regular expression of Go's form: " + e.getDescription(), e);
        }
    }

    private static String shown(String expression) {
        return expression.length() <= MAX_SHOWN ? expression : expression.substring(0, MAX_SHOWN) + "…";
    }

    /** Whether it matches anywhere in the text. */
    public boolean matches(String text) {
        return pattern.matcher(text).find();
    }

    /**
     * Go's {@code ReplaceAllString}: every match, each expanded by {@link GoReplacement}'s rules.
     *
     * @throws IllegalArgumentException where the result would be longer than 1 MiB
     */
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
            if (out.length() > Variables.MAX_LENGTH) {
                throw new IllegalArgumentException(
                        "the text grows beyond 1 MiB by the replacement " + shown(replacement));
            }
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** The groups that a replacement names and this expression has not: they are empty, which is seldom meant. */
    public List<String> missingGroups(String replacement) {
        return new GoReplacement(replacement, pattern).missing();
    }
}
