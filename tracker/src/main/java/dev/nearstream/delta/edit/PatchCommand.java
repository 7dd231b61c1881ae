package dev.nearstream.delta.edit;

import dev.nearstream.delta.GitArguments;
import dev.nearstream.delta.shell.Invocation;
import dev.nearstream.delta.shell.ShellCommand.Redirection;
import dev.nearstream.delta.shell.ShellState;
import dev.nearstream.delta.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code patch}, {@code git apply} or {@code git am} is given.
 *
 * @param file the patch file, as meant in {@code fileFrom}
 * @param fileFrom the directory that its name starts from
 * @param directory below the one that the command runs in; empty for that one
 * @param fuzz 2 for GNU patch; git has none
 * @param problem why it cannot be followed, or null
 */
record PatchCommand(
        String file,
        String fileFrom,
        String directory,
        int strip,
        int fuzz,
        boolean reverse,
        @Nullable String problem) {
    private static final String WITHOUT_EFFECT =
            "-N|-t|-f|-s|-E|-u|-v|-q|--forward|--batch|--force|--silent|--quiet|--verbose|--remove-empty-files|--unified"
                    + "|--whitespace=.*|--keep-cr|--no-gpg-sign";

    static PatchCommand read(Invocation run) {
        List<ShellWord> words = run.exact().words();
        for (ShellWord word : words) {
            if (!word.isKnown() || word.isGlob()) {
                return failed("which patch it applies is only known to the build");
            }
        }
        List<String> texts = new ArrayList<>(words.stream().map(ShellWord::text).toList());
        if (!texts.isEmpty() && texts.get(0).equals("patch")) {
            return gnu(texts.subList(1, texts.size()), run);
        }
        if (!texts.isEmpty() && texts.get(0).equals("git")) {
            GitArguments git = GitArguments.read(texts.subList(1, texts.size()));
            boolean applies = git.command().equals("apply") || git.command().equals("am");
            return applies ? git(git.rest(), run) : failed("git " + git.command() + " is not followed");
        }
        return failed("it runs behind another program, which is not followed");
    }

    private static PatchCommand git(List<String> words, Invocation run) {
        Reader reader = new Reader(1);
        reader.read(words);
        String problem = reader.operands.size() == 1 || reader.problem != null
                ? reader.problem
                : "which patch it applies is only known to the build";
        String file = problem == null ? reader.operands.get(0) : "";
        return new PatchCommand(file, run.directory(), "", reader.strip, 0, reader.reverse, problem);
    }

    private static PatchCommand gnu(List<String> words, Invocation run) {
        Reader reader = new Reader(-1);
        reader.read(words);
        String input = reader.input;
        String from = ShellState.join(run.directory(), reader.directory);
        if (input.isEmpty()) {
            from = run.directory();
            input = run.redirections().stream()
                    .filter(one -> one.operator().equals("<"))
                    .map(Redirection::target)
                    .findFirst()
                    .orElse("");
        }
        String problem = reader.problem;
        if (problem == null && (!reader.operands.isEmpty() || !input.matches("[^$`*?\\[{~]+"))) {
            problem = "which patch it applies is only known to the build";
        } else if (problem == null && reader.strip < 0) {
            problem = "without -p, patch chooses the files by their names alone";
        }
        return new PatchCommand(input, from, reader.directory, reader.strip, 2, reader.reverse, problem);
    }

    private static PatchCommand failed(String problem) {
        return new PatchCommand("", "", "", 0, 0, false, problem);
    }

    private static final class Reader {
        private final List<String> operands = new ArrayList<>();
        private int strip;
        private boolean reverse;
        private String input = "";
        private String directory = "";
        private @Nullable String problem;

        Reader(int strip) {
            this.strip = strip;
        }

        void read(List<String> words) {
            for (int at = 0; at < words.size(); at++) {
                String word = words.get(at);
                String next = at + 1 < words.size() ? words.get(at + 1) : "";
                if (word.matches("-[NtfsE]*p[0-9]")) {
                    strip = word.charAt(word.length() - 1) - '0';
                } else if (word.equals("-p") && next.matches("[0-9]")) {
                    strip = words.get(++at).charAt(0) - '0';
                } else if (word.matches("--strip=[0-9]")) {
                    strip = word.charAt(word.length() - 1) - '0';
                } else if (word.equals("-R") || word.equals("--reverse")) {
                    reverse = true;
                } else if (word.equals("-i") || word.equals("--input")) {
                    input = words.size() > ++at ? next : "";
                } else if (word.startsWith("--input=")) {
                    input = word.substring("--input=".length());
                } else if (word.equals("-d") || word.equals("--directory")) {
                    directory = words.size() > ++at ? next : "";
                } else if (word.startsWith("--directory=")) {
                    directory = word.substring("--directory=".length());
                } else if (!word.startsWith("-")) {
                    operands.add(word);
                } else if (!word.matches(WITHOUT_EFFECT)) {
                    problem = "its option " + word + " is not followed";
                }
            }
        }
    }
}
