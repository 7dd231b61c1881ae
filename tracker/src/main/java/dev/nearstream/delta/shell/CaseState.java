package dev.nearstream.delta.shell;

/** Where a reader stands in {@code case … esac}: a pattern is no command, and its {@code )} closes nothing. */
final class CaseState {
    private int depth;
    private boolean pattern;

    boolean expectsPattern() {
        return pattern;
    }

    void begin() {
        depth++;
        pattern = true;
    }

    void nextPattern() {
        pattern = depth > 0;
    }

    void keyword(String word) {
        if (word.equals("esac") && depth > 0) {
            depth--;
            pattern = false;
        }
    }

    /** Passes the blank lines and comments before a pattern, and the pattern itself, unless {@code esac} stands there. */
    void pattern(Cursor cursor) {
        pattern = false;
        while (true) {
            cursor.skipBlanks();
            char c = cursor.peek();
            if (c == '#') {
                cursor.restOfLine();
            } else if (c == '\n' || c == ';' || c == '&') {
                cursor.next();
            } else {
                break;
            }
        }
        if (cursor.looksAt("esac")) {
            return;
        }
        if (cursor.peek() == '(') {
            cursor.next();
        }
        char quote = Cursor.END;
        while (!cursor.atEnd() && cursor.peek() != '\n') {
            char c = cursor.next();
            if (quote != Cursor.END) {
                quote = c == quote ? Cursor.END : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == ')') {
                return;
            }
        }
    }
}
