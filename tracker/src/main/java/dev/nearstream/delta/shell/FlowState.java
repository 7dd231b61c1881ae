package dev.nearstream.delta.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Where a reader stands in a script's conditions, loops, groups and lists. */
final class FlowState {
    private enum Block {
        /** What stands between {@code if}, {@code while} and their bodies. */
        CONDITION,
        BRANCH,
        LOOP,
        FUNCTION,
        /** Braces or parentheses alone: they run, and what follows them may swallow a failure. */
        GROUP
    }

    /** What is asked before {@code &&}, rather than done. */
    private static final Set<String> TESTS = Set.of("", "test", "[", "[[", "grep", "command", "which", "false", "cmp");

    private final Deque<Block> blocks = new ArrayDeque<>();
    private final boolean nested;
    private boolean conditional;
    private boolean negated;
    private boolean function;

    /**
     * @param nested true within a command substitution
     */
    FlowState(boolean nested) {
        this.nested = nested;
    }

    /** For a command that begins here. */
    Flow now() {
        if (nested || conditional) {
            return Flow.UNCERTAIN;
        }
        if (blocks.isEmpty()) {
            return negated ? Flow.PLAIN.unchecked() : Flow.PLAIN;
        }
        boolean certain = blocks.stream().allMatch(block -> block == Block.GROUP);
        return certain ? Flow.PLAIN.unchecked() : Flow.UNCERTAIN;
    }

    void keyword(String word) {
        switch (word) {
            case "if", "while", "until" -> open(Block.CONDITION);
            case "then", "else" -> replace(Block.BRANCH);
            case "elif" -> replace(Block.CONDITION);
            case "do" -> {
                if (blocks.peek() == Block.CONDITION) {
                    replace(Block.LOOP);
                } else {
                    open(Block.LOOP);
                }
            }
            case "{" -> {
                open(function ? Block.FUNCTION : Block.GROUP);
                function = false;
            }
            case "fi", "done", "esac", "}" -> close();
            case "!" -> negated = true;
            default -> {}
        }
    }

    /** A function's name has been read: the next braces are its body. */
    void function() {
        function = true;
    }

    void openCase() {
        open(Block.BRANCH);
    }

    void openParenthesis() {
        open(Block.GROUP);
    }

    void close() {
        blocks.poll();
    }

    /**
     * A command, or a compound one, ends.
     *
     * @param operator {@code ;} for a line's end too
     * @param program the command's name; empty behind a compound one
     */
    void ended(String operator, String program) {
        switch (operator) {
            case "||" -> conditional = true;
            case "&&" -> conditional |= TESTS.contains(program);
            case "|" -> {}
            default -> {
                conditional = false;
                negated = false;
            }
        }
    }

    private void open(Block block) {
        blocks.push(conditional ? Block.BRANCH : block);
        conditional = false;
    }

    private void replace(Block block) {
        blocks.poll();
        blocks.push(block);
    }
}
