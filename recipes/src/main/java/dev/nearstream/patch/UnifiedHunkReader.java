package dev.nearstream.patch;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads hunks of {@code diff -u}.
 *
 * <p>GNU patch's rules: the counts in the header alone say where a hunk ends; an empty line, or one that begins with a
 * tab, is context whose blank was lost; {@code =} is taken for a blank; up to three empty context lines may be missing
 * at the end of the patch file; a hunk without a change is malformed.
 */
final class UnifiedHunkReader implements HunkReader {
    private static final int MAY_BE_MISSING = 3;

    @Override
    public Optional<Hunk> read(PatchText text, PatchText.Layout layout) throws MalformedPatchException {
        if (!text.next(layout) || !text.text().startsWith("@@ -")) {
            return Optional.empty();
        }
        int line = text.line();
        Digits header = new Digits(text.text(), 4, line);
        boolean oldNone = header.isLoneZero();
        long oldStart = header.number();
        long oldCount = header.skipIf(',') ? header.number() : 1;
        boolean apart = header.skipIf(' ');
        if (!header.skipIf('+')) {
            throw malformed(text, "the hunk's header does not name the new lines");
        }
        boolean newNone = apart && header.isLoneZero();
        long newStart = header.number();
        long newCount = header.skipIf(',') ? header.number() : 1;
        header.skipIf(' ');
        if (!header.skipIf('@')) {
            throw malformed(text, "the hunk's header does not end with @@");
        }
        if (oldStart >= Long.MAX_VALUE - oldCount || newStart >= Long.MAX_VALUE - newCount) {
            throw malformed(text, "the hunk's last line has too large a number");
        }
        HunkBuilder lines = new HunkBuilder(text.bytes());
        lines.markNone(oldNone, newNone);
        if (!readLines(text, layout, lines, oldCount, newCount)) {
            throw malformed(text, "the hunk that begins at line " + line + " changes nothing");
        }
        return Optional.of(lines.build(line, oldStart, newStart, section(header)));
    }

    private static @Nullable String section(Digits header) {
        String rest = header.skipIf('@') && header.peek() == ' ' ? header.rest().strip() : "";
        return rest.isEmpty() ? null : new String(rest.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static boolean readLines(
            PatchText text, PatchText.Layout layout, HunkBuilder lines, long oldCount, long newCount)
            throws MalformedPatchException {
        long oldLeft = oldCount;
        long newLeft = newCount;
        boolean changes = false;
        while (oldLeft > 0 || newLeft > 0) {
            byte sign = ' ';
            int from = 0;
            int to = 0;
            if (text.next(layout)) {
                from = text.from();
                to = text.to();
                byte first = text.bytes()[from];
                if (first != '\t' && from < to) {
                    sign = first;
                    from++;
                }
            } else if (newLeft > MAY_BE_MISSING) {
                throw malformed(text, "the patch ends within a hunk");
            }
            HunkLine.Kind kind = kind(sign);
            if (kind == null) {
                throw malformed(text, "not a line of a hunk");
            }
            if ((kind != HunkLine.Kind.ADDED && oldLeft == 0) || (kind != HunkLine.Kind.REMOVED && newLeft == 0)) {
                throw malformed(text, "the hunk has other lines than its header says");
            }
            lines.add(kind, from, to);
            if (kind != HunkLine.Kind.ADDED && --oldLeft == 0 && text.skipIncompleteMark()) {
                lines.markIncomplete((byte) (Hunk.OLD_INCOMPLETE | Hunk.NEW_INCOMPLETE));
            }
            if (kind != HunkLine.Kind.REMOVED && --newLeft == 0 && text.skipIncompleteMark()) {
                lines.markIncomplete(Hunk.NEW_INCOMPLETE);
            }
            changes |= kind != HunkLine.Kind.CONTEXT;
        }
        return changes;
    }

    private static HunkLine.@Nullable Kind kind(byte sign) {
        return switch (sign) {
            case ' ', '=' -> HunkLine.Kind.CONTEXT;
            case '-' -> HunkLine.Kind.REMOVED;
            case '+' -> HunkLine.Kind.ADDED;
            default -> null;
        };
    }

    private static MalformedPatchException malformed(PatchText text, String why) {
        return new MalformedPatchException(text.line(), "malformed patch: " + why);
    }
}
