package dev.nearstream.delta.shell;

import java.util.List;

/**
 * One simple command of a script. Quotes are removed; parameters, {@code ${{…}}} and command substitutions stay in the
 * words as written.
 *
 * @param line of its first word in the script, from 1
 * @param scope the subshell it runs in; 0 is the script itself
 * @param parentScope the subshell around that one; 0 for the script
 * @param assignments those before the first word
 * @param words the command's name and arguments; empty where it only assigns or redirects
 * @param comment the comment lines directly above it and the one behind it, without {@code #}, or empty
 * @param source the words as the script has them, quotes and all
 * @param flow whether it runs
 */
public record ShellCommand(
        int line,
        int scope,
        int parentScope,
        List<Assignment> assignments,
        List<String> words,
        List<Redirection> redirections,
        String comment,
        Source source,
        Flow flow) {

    public ShellCommand {
        assignments = List.copyOf(assignments);
        words = List.copyOf(words);
        redirections = List.copyOf(redirections);
    }

    /** Words with their quotes; in the order of the command's assignments and words. */
    public record Source(List<String> assignments, List<String> words) {
        public Source {
            assignments = List.copyOf(assignments);
            words = List.copyOf(words);
        }
    }

    /** {@code NAME=value}, or {@code NAME+=value}. */
    public record Assignment(String name, String value) {}

    /**
     * A redirection.
     *
     * @param operator {@code <}, {@code >}, {@code >>}, {@code <<} …, without the file descriptor
     * @param target the word behind it
     * @param body of a here-document, else empty
     */
    public record Redirection(String operator, String target, String body) {
        /** True where it writes a file. */
        public boolean writes() {
            return operator.contains(">") && !operator.equals("<>") && !operator.equals(">&");
        }
    }
}
