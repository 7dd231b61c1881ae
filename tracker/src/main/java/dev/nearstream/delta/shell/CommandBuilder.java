package dev.nearstream.delta.shell;

import java.util.ArrayList;
import java.util.List;

/** A command while it is being read: its here-documents and comments come after its words. */
final class CommandBuilder {
    final int scope;
    final int parentScope;
    final List<ShellCommand.Assignment> assignments = new ArrayList<>();
    final List<String> words = new ArrayList<>();
    final List<String> sources = new ArrayList<>();
    final List<String> assignmentSources = new ArrayList<>();
    final List<RedirectionBuilder> redirections = new ArrayList<>();
    int line;
    Flow flow = Flow.UNCERTAIN;
    String comment = "";

    CommandBuilder(int scope, int parentScope) {
        this.scope = scope;
        this.parentScope = parentScope;
    }

    boolean isEmpty() {
        return words.isEmpty() && assignments.isEmpty() && redirections.isEmpty();
    }

    /** True where the next word is a command's name. */
    boolean atStart() {
        return words.isEmpty();
    }

    void begin(int atLine, FlowState state) {
        if (isEmpty()) {
            line = atLine;
            flow = state.now();
        }
    }

    ShellCommand build() {
        return new ShellCommand(
                line,
                scope,
                parentScope,
                assignments,
                words,
                redirections.isEmpty()
                        ? List.of()
                        : redirections.stream().map(RedirectionBuilder::build).toList(),
                comment,
                new ShellCommand.Source(assignmentSources, sources),
                flow);
    }

    /** A redirection whose here-document may still be to come. */
    static final class RedirectionBuilder {
        final String operator;
        final String target;
        String body = "";

        RedirectionBuilder(String operator, String target) {
            this.operator = operator;
            this.target = target;
        }

        boolean isHereDocument() {
            return operator.equals("<<") || operator.equals("<<-");
        }

        ShellCommand.Redirection build() {
            return new ShellCommand.Redirection(operator, target, body);
        }
    }
}
