package dev.nearstream.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads patch files of every kind that GNU patch reads: mails of {@code git format-patch}, {@code git diff}, {@code diff
 * -u}, {@code diff -c} and plain {@code diff}, with any text before, between and after. Bytes stay bytes; time and
 * memory grow with the size and no faster.
 */
public final class PatchParser {
    /** The largest patch file that is read, in bytes. */
    public static final int MAX_BYTES = 64 << 20;

    /** The largest number of hunk lines that is read. */
    public static final int MAX_LINES = 8_000_000;

    /** The largest number of files' parts that is read. */
    public static final int MAX_FILES = 100_000;

    private PatchParser() {}

    /** Reads a patch file. Never throws: what is wrong with it is its {@link Patch#problem()}. */
    public static Patch parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return new Patch(
                    PatchHeader.EMPTY,
                    List.of(),
                    new PatchProblem(
                            0, "patch of " + bytes.length + " bytes is larger than the limit of " + MAX_BYTES));
        }
        PatchText text = new PatchText(bytes);
        List<FilePatch> files = new ArrayList<>();
        PatchProblem problem = null;
        long lines = 0;
        while (problem == null) {
            int base = text.position();
            Optional<PartStart> start = base > 0 && base >= bytes.length ? Optional.empty() : PartScanner.scan(text);
            if (start.isEmpty()) {
                if (base == 0 && bytes.length > 0) {
                    problem = new PatchProblem(0, "only garbage was found in the patch: no file is named or changed");
                }
                break;
            }
            List<Hunk> hunks = new ArrayList<>();
            try {
                lines += readHunks(text, start.get(), hunks, MAX_LINES - lines);
            } catch (MalformedPatchException malformed) {
                problem = malformed.problem();
            }
            files.add(start.get().with(hunks));
            if (files.size() > MAX_FILES && problem == null) {
                problem = new PatchProblem(text.line(), "the patch changes more than " + MAX_FILES + " files");
            }
        }
        return new Patch(HeaderReader.read(bytes, files), files, problem);
    }

    private static long readHunks(PatchText text, PartStart start, List<Hunk> hunks, long linesLeft)
            throws MalformedPatchException {
        text.seek(start.position(), start.linesBefore());
        if (start.format() == FilePatch.Format.ED) {
            throw new MalformedPatchException(start.linesBefore() + 1, "ed scripts (diff -e) are not supported");
        }
        HunkReader reader = switch (start.format()) {
            case UNIFIED -> new UnifiedHunkReader();
            case CONTEXT -> new ContextHunkReader();
            default -> new NormalHunkReader();
        };
        long lines = 0;
        while (true) {
            int position = text.position();
            int line = text.line();
            Optional<Hunk> hunk = reader.read(text, start.layout());
            if (hunk.isEmpty()) {
                text.seek(position, line);
                return lines;
            }
            hunks.add(hunk.get());
            lines += hunk.get().size();
            if (lines > linesLeft) {
                throw new MalformedPatchException(line, "the patch has more than " + MAX_LINES + " changed lines");
            }
        }
    }
}
