package dev.nearstream.delta.shell;

import dev.nearstream.delta.shell.CommandBuilder.RedirectionBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits a POSIX shell script, with bash's common additions, into its simple commands in the order of the text; those
 * of a command substitution come before the command it stands in. It never throws, whatever the text, and its time
 * grows with the text's length alone.
 */
public final class ShellReader {
    private static final int MAX_NESTING = 24;
    private static final Set<String> KEYWORDS =
            Set.of("if", "then", "elif", "else", "fi", "while", "until", "do", "done", "{", "}", "!", "time", "esac");

    private final Cursor cursor;
    private final WordReader wordReader;
    private final int nesting;
    private final Output output;
    private CommandBuilder current;
    private FlowState flow;

    private ShellReader(String script, int line, int nesting, Output output, int scope, int parentScope) {
        this.cursor = new Cursor(script, line);
        this.nesting = nesting;
        this.output = output;
        this.current = new CommandBuilder(scope, parentScope);
        this.flow = new FlowState(nesting > 0);
        this.wordReader = new WordReader(cursor, new Nested());
    }

    /** The commands of {@code script}. */
    public static List<ShellCommand> read(String script) {
        Output output = new Output();
        new ShellReader(script, 1, 0, output, 0, 0).commands(false);
        output.endLine("");
        return output.commands;
    }

    private void commands(boolean parenthesized) {
        List<int[]> outer = new ArrayList<>();
        CaseState cases = new CaseState();
        while (true) {
            cursor.skipBlanks();
            if (cases.expectsPattern()) {
                cases.pattern(cursor);
                cursor.skipBlanks();
            }
            if (cursor.atEnd()) {
                endCommand();
                return;
            }
            char c = cursor.peek();
            switch (c) {
                case '\n' -> newline("");
                case '#' -> comment();
                case ';', '|' -> {
                    String operator = c == ';' ? ";" : cursor.peek(1) == '|' ? "||" : "|";
                    endCommand(operator);
                    cursor.skip(operator.length());
                    if (c == ';' && (cursor.peek() == ';' || cursor.peek() == '&')) {
                        cases.nextPattern();
                    }
                }
                case '&' -> ampersand();
                case '(' -> open(outer);
                case ')' -> {
                    endCommand();
                    cursor.next();
                    if (!outer.isEmpty()) {
                        flow.close();
                        int[] around = outer.remove(outer.size() - 1);
                        current = new CommandBuilder(around[0], around[1]);
                    } else if (parenthesized) {
                        return;
                    }
                }
                case '<', '>' -> redirection();
                default -> word(cases);
            }
        }
    }

    private void ampersand() {
        if (cursor.peek(1) == '>') {
            cursor.next();
            redirection();
        } else {
            String operator = cursor.peek(1) == '&' ? "&&" : "&";
            endCommand(operator);
            cursor.skip(operator.length());
        }
    }

    private void open(List<int[]> outer) {
        cursor.next();
        if (current.words.size() == 1 && cursor.peek() == ')') {
            cursor.next();
            flow.function();
            current = new CommandBuilder(current.scope, current.parentScope);
            return;
        }
        endCommand();
        flow.openParenthesis();
        outer.add(new int[] {current.scope, current.parentScope});
        current = new CommandBuilder(output.newScope(), current.scope);
    }

    private void word(CaseState cases) {
        int line = cursor.line();
        WordReader.Word word = wordReader.read();
        String text = word.text();
        char behind = cursor.peek();
        if ((behind == '<' || behind == '>') && isNumber(text)) {
            return;
        }
        if (current.atStart() && !word.quoted() && KEYWORDS.contains(text)) {
            cases.keyword(text);
            flow.keyword(text);
            return;
        }
        current.begin(line, flow);
        int equals = assignmentEnd(text);
        if (current.atStart() && equals > 0) {
            current.assignmentSources.add(word.source());
            boolean appends = text.charAt(equals - 1) == '+';
            current.assignments.add(new ShellCommand.Assignment(
                    text.substring(0, appends ? equals - 1 : equals), text.substring(equals + 1)));
            return;
        }
        current.words.add(text);
        current.sources.add(word.source());
        if (text.equals("in")
                && current.words.size() == 3
                && current.words.get(0).equals("case")) {
            cases.begin();
            endCommand();
            flow.openCase();
        } else if (text.equals("{") && current.words.get(0).equals("function")) {
            flow.function();
            flow.keyword("{");
            current = new CommandBuilder(current.scope, current.parentScope);
        }
    }

    private void redirection() {
        current.begin(cursor.line(), flow);
        StringBuilder operator = new StringBuilder();
        char c = cursor.peek();
        while ((c == '<' || c == '>' || (operator.length() > 0 && (c == '&' || c == '|'))) && operator.length() < 3) {
            operator.append(cursor.next());
            c = cursor.peek();
        }
        if (operator.toString().equals("<<") && c == '-') {
            operator.append(cursor.next());
        }
        if (c == '(' && operator.length() == 1) {
            return;
        }
        cursor.skipBlanks();
        String target = wordReader.read().text();
        RedirectionBuilder redirection = new RedirectionBuilder(operator.toString(), target);
        current.redirections.add(redirection);
        if (redirection.isHereDocument()) {
            output.hereDocuments.add(redirection);
        }
    }

    private void comment() {
        cursor.next();
        String text = cursor.restOfLine().strip();
        if (current.isEmpty() && output.line.isEmpty()) {
            output.above(text);
        } else {
            newline(text);
        }
    }

    private void newline(String trailingComment) {
        if (!current.isEmpty()) {
            endCommand(";");
        }
        cursor.next();
        for (RedirectionBuilder hereDocument : output.hereDocuments) {
            hereDocument.body = body(hereDocument);
        }
        output.hereDocuments.clear();
        output.endLine(trailingComment);
        if (cursor.peek() == '\n') {
            output.comment.setLength(0);
        }
    }

    private String body(RedirectionBuilder hereDocument) {
        StringBuilder body = new StringBuilder();
        boolean stripped = hereDocument.operator.equals("<<-");
        while (!cursor.atEnd()) {
            String line = cursor.restOfLine();
            cursor.next();
            String compared = stripped ? line.stripLeading() : line;
            if (compared.equals(hereDocument.target)) {
                break;
            }
            body.append(line).append('\n');
        }
        return body.toString();
    }

    private void endCommand(String operator) {
        String program = current.words.isEmpty() ? "" : current.words.get(0);
        if (!operator.equals(";")) {
            current.flow = current.flow.unchecked();
        }
        endCommand();
        flow.ended(operator, program);
    }

    private void endCommand() {
        if (!current.isEmpty()) {
            output.line.add(current);
        }
        current = new CommandBuilder(current.scope, current.parentScope);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }

    /** Where {@code =} stands if the word is an assignment; else 0. */
    private static int assignmentEnd(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '=') {
                return i;
            }
            boolean name =
                    c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (i > 0 && c >= '0' && c <= '9');
            if (!name && !(c == '+' && i > 0 && i + 1 < word.length() && word.charAt(i + 1) == '=')) {
                return 0;
            }
        }
        return 0;
    }

    private final class Nested implements WordReader.Substitutions {
        private int depth = nesting;

        @Override
        public boolean parenthesized() {
            if (depth >= MAX_NESTING) {
                return false;
            }
            CommandBuilder outer = current;
            FlowState around = flow;
            flow = new FlowState(true);
            current = new CommandBuilder(output.newScope(), outer.scope);
            depth++;
            commands(true);
            depth--;
            flow = around;
            current = outer;
            return true;
        }

        @Override
        public void backquoted(String script, int line) {
            if (depth < MAX_NESTING) {
                new ShellReader(script, line, depth + 1, output, output.newScope(), current.scope).commands(false);
            }
        }
    }

    /** What has been read; shared by the readers of nested scripts. */
    private static final class Output {
        final List<ShellCommand> commands = new ArrayList<>();
        final List<CommandBuilder> line = new ArrayList<>();
        final List<RedirectionBuilder> hereDocuments = new ArrayList<>();
        final StringBuilder comment = new StringBuilder();
        private int scopes;

        int newScope() {
            return ++scopes;
        }

        void above(String text) {
            comment.append(comment.length() == 0 ? "" : "\n").append(text);
        }

        void endLine(String trailing) {
            if (line.isEmpty()) {
                return;
            }
            if (!trailing.isEmpty()) {
                above(trailing);
            }
            String all = comment.toString();
            for (CommandBuilder command : line) {
                command.comment = all;
                commands.add(command.build());
            }
            line.clear();
            comment.setLength(0);
        }
    }
}
