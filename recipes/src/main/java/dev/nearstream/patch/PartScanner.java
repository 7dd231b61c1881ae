package dev.nearstream.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the next file's part in a patch file: reads over any text until a hunk begins, and collects the header lines
 * before it, wherever they stand.
 *
 * <p>GNU patch's rules: nothing counts as a hunk before a line that names a file; blanks, tabs and {@code X} before a
 * header line are its indentation; a {@code diff --git} line forgets the names before it, and ends the part before it
 * where that had extended headers and no hunks; the last {@code ---}, {@code +++} or {@code Index:} line says whether
 * the lines of the part end with a carriage return that is to go.
 */
final class PartScanner {
    private final PatchText text;
    private final List<NameLine> nameLines = new ArrayList<>();
    private final GitHeaderReader git = new GitHeaderReader();
    private boolean needsHeader = true;
    private boolean stripCarriageReturn;
    private int nesting;
    private int headerLine;
    private int commandPosition = -1;
    private int commandLine;
    private boolean edCommand;

    private PartScanner(PatchText text) {
        this.text = text;
    }

    /** Scans on from where the text stands; empty where there is no further part. */
    static Optional<PartStart> scan(PatchText text) {
        return new PartScanner(text).scan();
    }

    private Optional<PartStart> scan() {
        int position = text.position();
        boolean starsBefore = false;
        boolean commandBefore = false;
        boolean command = false;
        int indentBefore = 0;
        for (int previous = position; ; previous = position) {
            position = text.position();
            int linesBefore = text.line();
            if (!text.next()) {
                return atEnd(position, linesBefore);
            }
            String whole = text.text();
            int start = 0;
            int indent = 0;
            for (; start < whole.length() && " \tX".indexOf(whole.charAt(start)) >= 0; start++) {
                indent = whole.charAt(start) == '\t' ? (indent + 8) & ~7 : indent + 1;
            }
            String line = whole.substring(start);
            boolean carriageReturn = text.to() > text.from() && text.bytes()[text.to() - 1] == '\r';
            command = EdScript.looksNormal(line) ? EdScript.isNormalCommand(line) : commandBefore;
            if (!needsHeader && commandPosition < 0 && (command || EdScript.isCommand(line))) {
                commandPosition = position;
                commandLine = linesBefore;
                edCommand = EdScript.isCommand(line);
                stripCarriageReturn = carriageReturn;
            }
            boolean beginsGit = line.startsWith("diff --git ");
            if (beginsGit && git.isExtended()) {
                return found(FilePatch.Format.UNIFIED, position, linesBefore, 0);
            }
            if (git.isPresent() && line.startsWith("GIT binary patch")) {
                return found(FilePatch.Format.GIT_BINARY, position, linesBefore, 0);
            }
            readHeader(line, !starsBefore, carriageReturn);
            if (!needsHeader) {
                if (commandPosition >= 0 && line.equals(".\n")) {
                    return found(FilePatch.Format.ED, commandPosition, commandLine, indent);
                }
                if (line.startsWith("@@ -")) {
                    return found(FilePatch.Format.UNIFIED, position, linesBefore, indent);
                }
                if (starsBefore && indentBefore == indent && line.startsWith("*** ")) {
                    stripCarriageReturn = carriageReturn;
                    return found(FilePatch.Format.CONTEXT, previous, linesBefore - 1, indent);
                }
                starsBefore = line.startsWith("********");
                if (commandBefore && (line.startsWith("< ") || line.startsWith("> "))) {
                    return found(FilePatch.Format.NORMAL, previous, linesBefore - 1, indent);
                }
            }
            commandBefore = command;
            indentBefore = indent;
        }
    }

    private Optional<PartStart> atEnd(int position, int linesBefore) {
        if (edCommand) {
            return found(FilePatch.Format.ED, commandPosition, commandLine, 0);
        }
        return git.isExtended() ? found(FilePatch.Format.UNIFIED, position, linesBefore, 0) : Optional.empty();
    }

    private Optional<PartStart> found(FilePatch.Format format, int position, int linesBefore, int indent) {
        return Optional.of(new PartStart(
                format,
                position,
                linesBefore,
                headerLine,
                new PatchText.Layout(indent, nesting, stripCarriageReturn),
                nameLines,
                git.build()));
    }

    private void readHeader(String line, boolean starsAreName, boolean carriageReturn) {
        if (starsAreName && line.startsWith("*** ")) {
            name(NameLine.Kind.STARS, line, 4);
        } else if (line.startsWith("+++ ")) {
            name(NameLine.Kind.PLUS, line, 4);
            stripCarriageReturn = carriageReturn;
        } else if (line.startsWith("Index:")) {
            name(NameLine.Kind.INDEX, line, 6);
            stripCarriageReturn = carriageReturn;
        } else if (line.startsWith("diff --git ")) {
            git.begin();
            nameLines.add(NameReader.git(line, 11));
            headerLine = text.line();
            needsHeader = false;
        } else if (!git.read(line)) {
            int dashes = 0;
            while (line.startsWith("- ", dashes)) {
                dashes += 2;
            }
            if (line.startsWith("--- ", dashes)) {
                Optional<NameLine> name = name(NameLine.Kind.MINUS, line, dashes + 4);
                if (name.isPresent() && name.get().stamp() != NameLine.Stamp.NONE) {
                    nesting = dashes / 2;
                }
                stripCarriageReturn = carriageReturn;
            }
        }
    }

    private Optional<NameLine> name(NameLine.Kind kind, String line, int start) {
        Optional<NameLine> name = NameReader.single(kind, line, start);
        name.ifPresent(nameLines::add);
        if (headerLine == 0) {
            headerLine = text.line();
        }
        needsHeader = false;
        return name;
    }
}
