package dev.nearstream.patch;

import java.util.Optional;

/** Reads hunks of {@code diff} without options: {@code 3,5c4}, then lines behind {@code <} and {@code >}. */
final class NormalHunkReader implements HunkReader {
    @Override
    public Optional<Hunk> read(PatchText text, PatchText.Layout layout) throws MalformedPatchException {
        if (!text.next(layout)) {
            return Optional.empty();
        }
        int line = text.line();
        Digits header = new Digits(text.text(), 0, line);
        if (!Digits.isDigit(header.peek())) {
            return Optional.empty();
        }
        long oldStart = header.number();
        boolean range = header.skipIf(',');
        long oldEnd = range ? header.number() : oldStart;
        char command = header.peek();
        header.skip();
        long newStart = header.number();
        long newEnd = header.skipIf(',') ? header.number() : newStart;
        long oldCount = range ? oldEnd - oldStart + 1 : command == 'a' ? 0 : 1;
        long newCount = newEnd - newStart + (command == 'd' ? 0 : 1);
        if (oldCount < 0 || newEnd < newStart) {
            throw new MalformedPatchException(line, "malformed patch: the hunk's line numbers run backwards");
        }
        if (oldStart >= Long.MAX_VALUE - oldCount || newStart >= Long.MAX_VALUE - newCount) {
            throw new MalformedPatchException(line, "malformed patch: the hunk's last line has too large a number");
        }
        HunkBuilder lines = new HunkBuilder(text.bytes());
        side(text, layout, lines, HunkLine.Kind.REMOVED, oldCount);
        if (command == 'c' && !(next(text, layout) && text.bytes()[text.from()] == '-')) {
            throw new MalformedPatchException(text.line(), "malformed patch: '---' expected");
        }
        side(text, layout, lines, HunkLine.Kind.ADDED, newCount);
        return Optional.of(lines.build(
                line,
                command == 'a' && oldCount > 0
                        ? oldStart + 1
                        : command != 'a' && oldCount == 0 ? oldStart - 1 : oldStart,
                command == 'd' && newCount > 0 ? newStart + 1 : newStart,
                null));
    }

    private static void side(PatchText text, PatchText.Layout layout, HunkBuilder lines, HunkLine.Kind kind, long count)
            throws MalformedPatchException {
        char sign = kind == HunkLine.Kind.REMOVED ? '<' : '>';
        for (long i = 0; i < count; i++) {
            byte[] bytes = text.bytes();
            if (!next(text, layout)
                    || bytes[text.from()] != sign
                    || (bytes[text.from() + 1] != ' ' && bytes[text.from() + 1] != '\t')) {
                throw new MalformedPatchException(
                        text.line(), "malformed patch: '" + sign + "' followed by a blank expected");
            }
            lines.add(kind, text.from() + 2, text.to());
            if (i == count - 1 && text.skipIncompleteMark()) {
                lines.markIncomplete(kind == HunkLine.Kind.REMOVED ? Hunk.OLD_INCOMPLETE : Hunk.NEW_INCOMPLETE);
            }
        }
    }

    private static boolean next(PatchText text, PatchText.Layout layout) throws MalformedPatchException {
        if (!text.next(layout)) {
            throw new MalformedPatchException(text.line(), "malformed patch: it ends within a hunk");
        }
        return true;
    }
}
