package dev.nearstream.patch;

import java.util.List;
import java.util.Optional;

/**
 * What a patch does to one file.
 *
 * @param format the diff format of the part
 * @param line the line of the patch file, from 1, at which the part begins
 * @param nameLines every line that names the file, in order
 * @param git git's extended headers, or {@link GitHeaders#NONE}
 * @param hunks the hunks, in order; none for a pure rename, a mode change, an empty file or a binary part
 */
public record FilePatch(Format format, int line, List<NameLine> nameLines, GitHeaders git, List<Hunk> hunks) {
    /** The diff formats that GNU patch tells apart. */
    public enum Format {
        /** {@code diff -u}, and git's parts without hunks. */
        UNIFIED,
        /** {@code diff -c}. */
        CONTEXT,
        /** {@code diff} without options. */
        NORMAL,
        /** {@code diff -e}: a script for ed. */
        ED,
        /** {@code GIT binary patch}. */
        GIT_BINARY
    }

    public FilePatch {
        nameLines = List.copyOf(nameLines);
        hunks = List.copyOf(hunks);
    }

    /** The old name as written, not stripped; empty where it is {@code /dev/null} or missing. */
    public Optional<String> oldName() {
        return name(format == Format.CONTEXT ? NameLine.Kind.STARS : NameLine.Kind.MINUS, false);
    }

    /** The new name as written, not stripped; empty where it is {@code /dev/null} or missing. */
    public Optional<String> newName() {
        return name(format == Format.CONTEXT ? NameLine.Kind.MINUS : NameLine.Kind.PLUS, true);
    }

    private Optional<String> name(NameLine.Kind kind, boolean isNew) {
        Optional<NameLine> found = last(kind);
        if (found.isPresent()) {
            return found.map(NameLine::name);
        }
        Optional<NameLine> gitLine = last(NameLine.Kind.GIT);
        if (gitLine.isPresent()) {
            boolean absent = isNew ? git.deletedFile() : git.newFile();
            return absent ? Optional.empty() : gitLine.map(isNew ? NameLine::second : NameLine::name);
        }
        return last(NameLine.Kind.INDEX).map(NameLine::name);
    }

    private Optional<NameLine> last(NameLine.Kind kind) {
        return nameLines.stream().filter(named -> named.kind() == kind).reduce((first, second) -> second);
    }
}
