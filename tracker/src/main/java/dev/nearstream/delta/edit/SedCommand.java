package dev.nearstream.delta.edit;

import dev.nearstream.delta.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code sed} is given, as GNU sed 4.9 reads it; options may stand behind operands.
 *
 * @param flags those that change what an expression does: {@code -n}, {@code -E}, {@code -z}
 * @param expressions in order
 * @param files none where something else names them
 * @param problem why it cannot be run apart from the build, or null
 */
record SedCommand(
        boolean inPlace,
        List<String> flags,
        List<String> expressions,
        List<ShellWord> files,
        @Nullable String problem) {
    private static final Set<String> SHORT_FLAGS = Set.of("-n", "-E", "-r", "-z");
    private static final Set<String> LONG_FLAGS = Set.of("--quiet", "--silent", "--regexp-extended", "--null-data");
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("-s", "-u", "-b", "--separate", "--unbuffered", "--binary");

    SedCommand {
        flags = List.copyOf(flags);
        expressions = List.copyOf(expressions);
        files = List.copyOf(files);
    }

    /** Reads the words behind the program's name. */
    static SedCommand read(List<ShellWord> words) {
        return new Reader(words).read();
    }

    /** For {@link SedProgram}. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(flags);
        expressions.forEach(one -> arguments.addAll(List.of("-e", one)));
        return arguments;
    }

    private static final class Reader {
        private final List<ShellWord> words;
        private final List<String> flags = new ArrayList<>();
        private final List<String> expressions = new ArrayList<>();
        private final List<ShellWord> operands = new ArrayList<>();
        private boolean inPlace;
        private boolean script;
        private @Nullable String problem;
        private int at;

        Reader(List<ShellWord> words) {
            this.words = words;
        }

        SedCommand read() {
            boolean options = true;
            while (at < words.size()) {
                ShellWord word = words.get(at++);
                if (options && word.text().equals("--")) {
                    options = false;
                } else if (options && word.text().startsWith("--")) {
                    longOption(word.text());
                } else if (options && word.text().startsWith("-") && word.text().length() > 1) {
                    shortOptions(word.text());
                } else {
                    operands.add(word);
                }
            }
            if (!script && !operands.isEmpty()) {
                expression(operands.remove(0));
            }
            if (expressions.isEmpty() && problem == null) {
                problem = "it has no expression";
            }
            return new SedCommand(inPlace, flags, expressions, operands, problem);
        }

        private void longOption(String option) {
            if (option.startsWith("--in-place")) {
                inPlace = true;
            } else if (option.startsWith("--expression=")) {
                script = true;
                expressions.add(option.substring("--expression=".length()));
            } else if (option.equals("--expression")) {
                script = true;
                next(option);
            } else if (LONG_FLAGS.contains(option)) {
                flags.add(option);
            } else if (!WITHOUT_EFFECT.contains(option)) {
                problem = "its option " + option + " is not followed";
            }
        }

        private void shortOptions(String word) {
            for (int letter = 1; letter < word.length(); letter++) {
                String option = "-" + word.charAt(letter);
                String rest = word.substring(letter + 1);
                if (option.equals("-i")) {
                    inPlace = true;
                    return;
                }
                if (option.equals("-e")) {
                    script = true;
                    if (rest.isEmpty()) {
                        next(option);
                    } else {
                        expressions.add(rest);
                    }
                    return;
                }
                if (SHORT_FLAGS.contains(option)) {
                    flags.add(option);
                } else if (!WITHOUT_EFFECT.contains(option)) {
                    problem = "its option " + option + " is not followed";
                    return;
                }
            }
        }

        private void next(String option) {
            if (at < words.size()) {
                expression(words.get(at++));
            } else {
                problem = "nothing stands behind " + option;
            }
        }

        private void expression(ShellWord word) {
            if (word.isKnown()) {
                expressions.add(word.text());
            } else {
                problem = "its expression depends on " + word.problem() + ", which only the build knows";
            }
        }
    }
}
