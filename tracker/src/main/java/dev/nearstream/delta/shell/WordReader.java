package dev.nearstream.delta.shell;

/**
 * Reads one word: its quotes are removed, what is substituted stays as written. What is never closed reaches to the
 * end of the text, so that nothing is looked at twice.
 */
final class WordReader {
    /** Reads a command substitution's commands; the cursor stands behind {@code $(}, and is left behind {@code )}. */
    interface Substitutions {
        /** False where nesting is too deep: the text is then taken as it is. */
        boolean parenthesized();

        void backquoted(String script, int line);
    }

    /**
     * A word, and whether any of it was quoted.
     *
     * @param source as it stands in the script
     */
    record Word(String text, boolean quoted, String source) {}

    private final Cursor cursor;
    private final Substitutions substitutions;

    WordReader(Cursor cursor, Substitutions substitutions) {
        this.cursor = cursor;
        this.substitutions = substitutions;
    }

    static boolean endsWord(char c) {
        return switch (c) {
            case ' ', '\t', '\r', '\n', ';', '&', '|', '(', ')', '<', '>' -> true;
            default -> false;
        };
    }

    Word read() {
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        int start = cursor.position();
        while (!cursor.atEnd()) {
            char c = cursor.peek();
            if (c == '(' && opensArray(word, quoted)) {
                array(word);
            } else if (endsWord(c)) {
                break;
            } else {
                quoted |= c == '\'' || c == '"' || c == '\\';
                piece(word);
            }
        }
        String text = word.toString();
        return new Word(text, quoted, cursor.since(start, text));
    }

    private void piece(StringBuilder word) {
        char c = cursor.next();
        switch (c) {
            case '\\' -> escaped(word);
            case '\'' -> single(word);
            case '"' -> twofold(word);
            case '$' -> dollar(word, false);
            case '`' -> backquote(word);
            default -> word.append(c);
        }
    }

    private void escaped(StringBuilder word) {
        char c = cursor.next();
        if (c != '\n' && c != Cursor.END) {
            word.append(c);
        }
    }

    private void single(StringBuilder word) {
        while (!cursor.atEnd()) {
            char c = cursor.next();
            if (c == '\'') {
                return;
            }
            word.append(c);
        }
    }

    private void twofold(StringBuilder word) {
        while (!cursor.atEnd()) {
            char c = cursor.next();
            switch (c) {
                case '"' -> {
                    return;
                }
                case '\\' -> {
                    char next = cursor.peek();
                    if (next == '\n') {
                        cursor.next();
                    } else if (next == '"' || next == '\\' || next == '$' || next == '`') {
                        word.append(cursor.next());
                    } else {
                        word.append(c);
                    }
                }
                case '$' -> dollar(word, true);
                case '`' -> backquote(word);
                default -> word.append(c);
            }
        }
    }

    private void dollar(StringBuilder word, boolean inQuotes) {
        char c = cursor.peek();
        if (c == '{' && cursor.peek(1) == '{') {
            variable(word);
        } else if (c == '{') {
            parameter(word);
        } else if (c == '(' && cursor.peek(1) == '(') {
            word.append('$');
            balanced(word);
        } else if (c == '(') {
            int start = cursor.position();
            cursor.next();
            if (!substitutions.parenthesized()) {
                word.append("$(");
                return;
            }
            word.append('$').append(cursor.since(start));
        } else if (c == '\'' && !inQuotes) {
            cursor.next();
            ansi(word);
        } else {
            word.append('$');
        }
    }

    /** {@code ${{ name }}}, a recipe's variable: the blanks inside do not count. */
    private void variable(StringBuilder word) {
        int close = cursor.distanceOnLine("}}");
        word.append('$');
        if (close < 0) {
            return;
        }
        int start = cursor.position();
        cursor.skip(close + 2);
        String inside = cursor.since(start);
        word.append("{{").append(inside, 2, inside.length() - 2);
        word.append("}}");
        int blank = word.indexOf(" ", word.length() - inside.length());
        while (blank >= 0) {
            word.deleteCharAt(blank);
            blank = word.indexOf(" ", blank);
        }
    }

    /** {@code ${name…}}, with what it nests. */
    private void parameter(StringBuilder word) {
        word.append('$');
        int depth = 0;
        while (!cursor.atEnd()) {
            char c = cursor.next();
            word.append(c);
            if (c == '\\' && !cursor.atEnd()) {
                word.append(cursor.next());
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return;
            }
        }
    }

    private void balanced(StringBuilder word) {
        int depth = 0;
        while (!cursor.atEnd()) {
            char c = cursor.next();
            word.append(c);
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return;
            }
        }
    }

    private void ansi(StringBuilder word) {
        while (!cursor.atEnd()) {
            char c = cursor.next();
            if (c == '\'') {
                return;
            }
            if (c == '\\' && cursor.peek() == '\'') {
                word.append(cursor.next());
            } else {
                word.append(c);
            }
        }
    }

    private void backquote(StringBuilder word) {
        int line = cursor.line();
        StringBuilder script = new StringBuilder();
        while (!cursor.atEnd()) {
            char c = cursor.next();
            if (c == '`') {
                break;
            }
            script.append(c == '\\' && cursor.peek() == '`' ? cursor.next() : c);
        }
        substitutions.backquoted(script.toString(), line);
        word.append('`').append(script).append('`');
    }

    private static boolean opensArray(StringBuilder word, boolean quoted) {
        return !quoted && word.length() > 1 && word.charAt(word.length() - 1) == '=';
    }

    private void array(StringBuilder word) {
        cursor.next();
        while (!cursor.atEnd() && cursor.peek() != ')') {
            if (Character.isWhitespace(cursor.peek()) || endsWord(cursor.peek())) {
                cursor.next();
                word.append(' ');
            } else {
                piece(word);
            }
        }
        cursor.next();
    }
}
