package dev.nearstream.pull.verify;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How bumps are verified.
 *
 * @param command a program and its arguments, no shell's; {@code {recipe}} and the like stand for what the bump is
 * @param limit of its time
 * @param lines that are kept of the end of its output
 * @param environment names of variables that it is given beside {@link #ALWAYS}
 * @param onFailure what becomes of a bump that it does not pass
 */
public record VerifySettings(
        List<String> command, Duration limit, int lines, List<String> environment, OnFailure onFailure) {
    /** What each program needs. */
    static final List<String> ALWAYS = List.of("PATH", "HOME", "LANG", "TMPDIR");

    /** What a token's variable is called; none of them is given to anybody. */
    static final String SECRET = "NEARSTREAM_TOKEN_";

    private static final Set<String> PLACEHOLDERS = Set.of("recipe", "package", "version", "directory");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** What becomes of a bump that the command does not pass. */
    public enum OnFailure {
        /** it is proposed as a draft */
        DRAFT,
        /** it is not proposed */
        NOTHING
    }

    /** @throws IllegalArgumentException where a value is none: which, and what would be right */
    public VerifySettings {
        command = List.copyOf(command);
        environment = List.copyOf(environment);
        if (command.isEmpty() || command.get(0).isBlank()) {
            throw new IllegalArgumentException("command is empty; write a list, as [melange, build, \"{recipe}\"]");
        }
        if (PLACEHOLDER.matcher(command.get(0)).find()) {
            throw new IllegalArgumentException("command begins with a placeholder; a program's name would be right");
        }
        for (String word : command) {
            Matcher matcher = PLACEHOLDER.matcher(word);
            while (matcher.find()) {
                if (!PLACEHOLDERS.contains(matcher.group(1))) {
                    throw new IllegalArgumentException("command: " + matcher.group()
                            + " stands for nothing; {recipe}, {package}, {version} and {directory} do");
                }
            }
        }
        for (String name : environment) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("environment: '" + name + "' is no variable's name");
            }
            if (name.startsWith(SECRET)) {
                throw new IllegalArgumentException(
                        "environment: " + name + " holds a token, which the command must not have; remove it");
            }
        }
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("time-limit is a number of seconds from 1");
        }
    }

    /** The words for one bump. */
    List<String> words(Subject subject) {
        return command.stream()
                .map(word -> PLACEHOLDER
                        .matcher(word)
                        .replaceAll(match -> Matcher.quoteReplacement(subject.value(match.group(1)))))
                .toList();
    }

    /** The program, as it is called in texts. */
    public String program() {
        return command.get(0).substring(command.get(0).lastIndexOf('/') + 1);
    }
}
