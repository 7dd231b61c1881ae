package dev.nearstream.delta.shell;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A word of a script as the shell would hand it on, as far as the script alone tells.
 *
 * @param text quotes removed, known variables put in; meaningless where there is a {@code problem}
 * @param glob the same as a pattern for paths, what was quoted escaped by {@code \}; null where it is none
 * @param problem the piece that only a running shell can tell ({@code $(nproc)}); null where the word is known
 */
public record ShellWord(
        String text, @Nullable String glob, @Nullable String problem) {

    /** A word that stands for itself. */
    public static ShellWord of(String text) {
        return new ShellWord(text, null, null);
    }

    static ShellWord unknown(String piece) {
        return new ShellWord("", null, piece);
    }

    /** Whether the shell hands on exactly {@link #text}, files of that pattern apart. */
    public boolean isKnown() {
        return problem == null;
    }

    /** The pattern, where it is one. */
    public boolean isGlob() {
        return glob != null;
    }

    /** The pattern; the text where it is none. */
    public String pattern() {
        return Objects.requireNonNullElse(glob, text);
    }
}
