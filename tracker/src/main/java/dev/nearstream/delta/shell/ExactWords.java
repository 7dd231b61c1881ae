package dev.nearstream.delta.shell;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a word's source by the rules of POSIX quoting (POSIX.1-2017, Shell Command Language, 2.2 and 2.6), with nothing
 * taken for granted: what depends on more than the known variables makes the word unknown.
 */
final class ExactWords {
    private static final int MAX_WORD = 1 << 14;
    private static final String SPECIAL_IN_PATTERNS = "*?[]\\";

    private final String source;
    private final Map<String, String> variables;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder pattern = new StringBuilder();
    private boolean glob;
    private int at;
    private @Nullable String problem;

    private ExactWords(String source, Map<String, String> variables) {
        this.source = source;
        this.variables = variables;
    }

    /**
     * Reads one word.
     *
     * @param variables those whose values are known
     */
    static ShellWord read(String source, Map<String, String> variables) {
        return source.length() > MAX_WORD
                ? ShellWord.unknown("a word of " + source.length() + " characters")
                : new ExactWords(source, variables).read();
    }

    private ShellWord read() {
        if (source.startsWith("~")) {
            return ShellWord.unknown("~");
        }
        while (at < source.length() && problem == null) {
            char c = source.charAt(at++);
            switch (c) {
                case '\\' -> escaped();
                case '\'' -> single();
                case '"' -> twofold();
                case '$' -> dollar(false);
                case '`' -> problem = "`…`";
                case '{' -> brace();
                default -> unquoted(c);
            }
        }
        return problem == null
                ? new ShellWord(text.toString(), glob ? pattern.toString() : null, null)
                : ShellWord.unknown(problem);
    }

    private void unquoted(char c) {
        glob |= c == '*' || c == '?' || c == '[';
        text.append(c);
        pattern.append(c);
    }

    private void literal(char c) {
        text.append(c);
        if (SPECIAL_IN_PATTERNS.indexOf(c) >= 0) {
            pattern.append('\\');
        }
        pattern.append(c);
    }

    private void escaped() {
        if (at < source.length()) {
            char c = source.charAt(at++);
            if (c != '\n') {
                literal(c);
            }
        }
    }

    private void single() {
        int close = source.indexOf('\'', at);
        if (close < 0) {
            problem = "an open quote";
            return;
        }
        source.substring(at, close).chars().forEach(c -> literal((char) c));
        at = close + 1;
    }

    private void twofold() {
        while (at < source.length() && problem == null) {
            char c = source.charAt(at++);
            switch (c) {
                case '"' -> {
                    return;
                }
                case '\\' -> escapedInQuotes();
                case '$' -> dollar(true);
                case '`' -> problem = "`…`";
                default -> literal(c);
            }
        }
        if (problem == null) {
            problem = "an open quote";
        }
    }

    private void escapedInQuotes() {
        char c = at < source.length() ? source.charAt(at) : '\\';
        if (c == '\n') {
            at++;
        } else if (c == '"' || c == '\\' || c == '$' || c == '`') {
            literal(c);
            at++;
        } else {
            literal('\\');
        }
    }

    /** Braces with a comma or a range expand in bash and not in other shells. */
    private void brace() {
        int close = source.indexOf('}', at);
        String inside = close < 0 ? "" : source.substring(at, close);
        if (inside.contains(",") || inside.contains("..")) {
            problem = "{" + inside + "}";
        } else {
            unquoted('{');
        }
    }

    private void dollar(boolean quoted) {
        boolean braced = at < source.length() && source.charAt(at) == '{';
        int begin = braced ? at + 1 : at;
        int end = begin;
        while (end < source.length() && isName(source.charAt(end))) {
            end++;
        }
        String name = source.substring(begin, end);
        char next = end < source.length() ? source.charAt(end) : Cursor.END;
        boolean plain = !name.isEmpty() && !Character.isDigit(name.charAt(0)) && (!braced || next == '}');
        if (plain) {
            parameter(name, quoted);
            at = braced ? end + 1 : end;
        } else if (!braced
                && name.isEmpty()
                && "(@*#?$!-".indexOf(next) < 0
                && (quoted || (next != '\'' && next != '"'))) {
            literal('$');
        } else {
            int close = source.indexOf(next == '(' ? ')' : '}', at);
            problem = "$" + source.substring(at, close < 0 ? source.length() : close + 1);
        }
    }

    private void parameter(String name, boolean quoted) {
        String value = variables.get(name);
        boolean splits = !quoted && value != null && value.chars().anyMatch(c -> " \t\n*?[\\".indexOf(c) >= 0);
        if (value == null || splits) {
            problem = "$" + name;
            return;
        }
        value.chars().forEach(c -> literal((char) c));
    }

    private static boolean isName(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
