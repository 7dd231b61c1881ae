package dev.nearstream.delta;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.nearstream.patch.FileResult;
import dev.nearstream.patch.Hunk;
import dev.nearstream.patch.HunkLine;
import dev.nearstream.patch.HunkResult;
import dev.nearstream.patch.Patch;
import dev.nearstream.patch.PatchEngine;
import dev.nearstream.patch.PatchOptions;
import dev.nearstream.patch.PatchResult;
import dev.nearstream.patch.PatchTree;
import dev.nearstream.patch.TreeEntry;
import dev.nearstream.patch.UnreadableFileException;
import java.util.List;
import java.util.Optional;

/**
 * Whether a tree has a patch's change because GNU patch applies it in reverse. That alone does not say so: with lines of
 * context ignored, or moved, it may have found another place that looks alike. What is dropped for it needs every hunk
 * in reverse with all of its context, where it says or at the only place that there is, and what is removed nowhere else.
 */
public final class ReverseProof {
    private ReverseProof() {}

    /**
     * What speaks against it, in its detail; empty where it is proved.
     *
     * @param strip as {@code patch -p}
     * @param tree the patch applies to it in reverse, with whatever fuzz
     */
    public static Optional<Evidence> doubt(Patch patch, int strip, PatchTree tree) {
        try {
            PatchResult reversed = new PatchEngine(new PatchOptions(strip, 0)).applyReversed(patch, tree);
            if (reversed.outcome() != PatchResult.Outcome.APPLIES) {
                return doubt("it applies in reverse only with fuzz, which may have found another place");
            }
            for (int i = 0; i < reversed.files().size(); i++) {
                Optional<Evidence> doubt =
                        doubt(patch.files().get(i).hunks(), reversed.files().get(i), tree);
                if (doubt.isPresent()) {
                    return doubt;
                }
            }
            return Optional.empty();
        } catch (UnreadableFileException e) {
            return doubt("a file cannot be read: " + e.reason());
        }
    }

    private static Optional<Evidence> doubt(List<Hunk> hunks, FileResult file, PatchTree tree) {
        String content = tree.find(file.path())
                .filter(entry -> entry.kind().isFile())
                .map(TreeEntry::content)
                .map(bytes -> new String(bytes, ISO_8859_1))
                .orElse("");
        for (int i = 0; i < hunks.size() && !content.isEmpty(); i++) {
            Hunk hunk = hunks.get(i);
            HunkResult result = file.hunks().get(i);
            if (hunk.newCount() == 0) {
                return doubt("it applies in reverse, but a hunk in %s looks at no line there".formatted(file.path()));
            }
            if (result.offset() != 0 && !standsOnce(hunk, content)) {
                return doubt("it applies in reverse with an offset, and %s has its lines more than once"
                        .formatted(file.path()));
            }
            if (hunk.addedLines() == 0 && hasRemoved(hunk, content)) {
                return doubt("it applies in reverse, but %s has a line that it removes".formatted(file.path()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Evidence> doubt(String detail) {
        return Optional.of(new Evidence(Evidence.Kind.REVERSE_APPLIES, null, null, null, null, detail));
    }

    private static boolean standsOnce(Hunk hunk, String content) {
        StringBuilder side = new StringBuilder("\n");
        hunk.newSide().forEach(line -> side.append(new String(line, ISO_8859_1)));
        String text = "\n" + content;
        int first = text.indexOf(side.toString());
        return first >= 0 && text.indexOf(side.toString(), first + 1) < 0;
    }

    /** Whether any line that the hunk removes is there; blank lines and bare punctuation tell nothing. */
    private static boolean hasRemoved(Hunk hunk, String content) {
        List<String> lines = content.lines().map(String::strip).toList();
        return hunk.lines().stream()
                .filter(line -> line.kind() == HunkLine.Kind.REMOVED)
                .map(line -> new String(line.text(), ISO_8859_1).strip())
                .filter(line -> line.chars().anyMatch(Character::isLetterOrDigit))
                .anyMatch(lines::contains);
    }
}
