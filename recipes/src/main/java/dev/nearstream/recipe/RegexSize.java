package dev.nearstream.recipe;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large a program an expression compiles to, roughly and never too small. RE2/J writes counted repetitions out, as
 * Go does, but has not Go's bounds: {@code ((a{1000}){1000}){1000}} would take all memory.
 */
final class RegexSize {
    private static final long TOO_LARGE = 1L << 40;

    private final String expression;
    private int at;
    private int deepest;

    private RegexSize(String expression) {
        this.expression = expression;
    }

    /** The groups that are open at once, at most. */
    static int depth(String expression) {
        RegexSize size = new RegexSize(expression);
        size.count();
        return size.deepest;
    }

    /** In instructions, each about a character; no overflow. */
    static long of(String expression) {
        return new RegexSize(expression).count();
    }

    private long count() {
        Deque<Long> outer = new ArrayDeque<>();
        long sum = 0;
        long last = 0;
        while (at < expression.length()) {
            char c = expression.charAt(at);
            int repeated = c == '{' ? repetition() : 0;
            if (repeated > 0) {
                sum = Math.min(TOO_LARGE, sum + last * (repeated - 1L));
                last = Math.min(TOO_LARGE, last * repeated);
            } else if (c == '(') {
                outer.push(sum);
                sum = 0;
                deepest = Math.max(deepest, outer.size());
                at++;
            } else {
                last = c == ')' ? sum + 2 : 1;
                sum = c == ')' && !outer.isEmpty() ? outer.pop() : sum;
                sum = Math.min(TOO_LARGE, sum + last);
                skip(c);
            }
        }
        while (!outer.isEmpty()) {
            sum += outer.pop();
        }
        return sum;
    }

    /** A class counts as one, whatever stands in it, and so does quoted text: none is longer than the expression. */
    private void skip(char c) {
        at++;
        if (c == '\\' && expression.startsWith("Q", at)) {
            int end = expression.indexOf("\\E", at);
            at = end < 0 ? expression.length() : end + 2;
        } else if (c == '\\') {
            at++;
        } else if (c == '[') {
            // The first character is a member, also where it is the closing bracket.
            at += expression.startsWith("^", at) ? 2 : 1;
            while (at < expression.length() && expression.charAt(at) != ']') {
                at += expression.charAt(at) == '\\' ? 2 : 1;
            }
            at++;
        }
    }

    /** Reads {@code {n}}, {@code {n,}} or {@code {n,m}}: the larger number, at least 1; 0 where it is no repetition. */
    private int repetition() {
        int close = expression.indexOf('}', at);
        String[] numbers = close < 0 || close - at > 12
                ? new String[0]
                : expression.substring(at + 1, close).split(",", -1);
        int largest = 1;
        for (String number : numbers) {
            if (!number.matches("[0-9]{0,4}")) {
                return 0;
            }
            largest = Math.max(largest, number.isEmpty() ? 1 : Integer.parseInt(number));
        }
        boolean is = numbers.length > 0 && numbers.length < 3 && !numbers[0].isEmpty();
        at = is ? close + 1 : at;
        return is ? largest : 0;
    }
}
