package dev.nearstream.bump;

import dev.nearstream.delta.SeriesPatch;
import dev.nearstream.patch.FilePatch;
import dev.nearstream.patch.Fit;
import dev.nearstream.patch.Hunk;
import dev.nearstream.patch.Patch;
import dev.nearstream.patch.PatchEngine;
import dev.nearstream.patch.PatchOptions;
import dev.nearstream.patch.PatchParser;
import dev.nearstream.patch.PatchResult;
import dev.nearstream.patch.PatchTree;
import dev.nearstream.patch.TreeChanges;
import dev.nearstream.patch.TreeEntry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a patch anew for another tree: the text around the hunks, the lines that name the files and the parts without
 * hunks stay as they are, byte for byte; a part whose file needs no change any more goes; the hunks are made of what the
 * patch is to change, with three lines of context. A refreshed patch is given out only after it was applied, exactly,
 * to the tree, and gave the very files that were wanted.
 */
final class PatchRefresh {
    private final SeriesPatch of;
    private final Patch patch;
    private final PatchTree tree;
    private final Map<String, String> moved;

    /**
     * @param tree the one that the patch is to fit
     * @param moved the old paths of files that have others in that tree, and those
     */
    PatchRefresh(SeriesPatch of, Patch patch, PatchTree tree, Map<String, String> moved) {
        this.of = of;
        this.patch = patch;
        this.tree = tree;
        this.moved = moved;
    }

    /**
     * The new text; empty where it cannot be written so that it proves right: another diff format, or two parts on one
     * file.
     *
     * @param result what became of the patch where it applied: which file each part means
     * @param wanted what the patch is to do to the tree
     */
    Optional<byte[]> text(PatchResult result, TreeChanges wanted) {
        PatchLines lines = new PatchLines(of.bytes());
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Set<String> paths = new HashSet<>();
        int copied = 1;
        for (int i = 0; i < patch.files().size(); i++) {
            FilePatch part = patch.files().get(i);
            String old = result.files().get(i).path();
            String path = moved.getOrDefault(old, old);
            if (part.hunks().isEmpty()) {
                continue; // copied with what is around it
            }
            if (part.format() != FilePatch.Format.UNIFIED || !paths.add(path)) {
                return Optional.empty();
            }
            Hunk first = part.hunks().get(0);
            text.writeBytes(named(lines.between(copied, part.line()), old, path));
            Optional<byte[]> hunks = hunks(path, wanted);
            if (hunks.isPresent()) {
                text.writeBytes(named(lines.between(part.line(), first.line()), old, path));
                text.writeBytes(hunks.get());
            }
            copied = lines.after(part.hunks());
        }
        text.writeBytes(lines.between(copied, lines.count() + 1));
        byte[] refreshed = text.toByteArray();
        return isProved(refreshed, wanted) ? Optional.of(refreshed) : Optional.empty();
    }

    /** The lines that name a file, with its new path; the text before them says what it said. */
    private static byte[] named(byte[] lines, String old, String path) {
        if (old.equals(path)) {
            return lines;
        }
        String named = ThreeTexts.lines(lines).stream()
                .map(line -> line.startsWith("--- ") || line.startsWith("+++ ") || line.startsWith("diff --git ")
                        ? line.replace("/" + old, "/" + path)
                        : line)
                .collect(Collectors.joining());
        return named.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The hunks that make the wanted file of what is there; empty where it is as wanted. */
    private Optional<byte[]> hunks(String path, TreeChanges wanted) {
        Optional<TreeEntry> after = wanted.entries().get(path);
        if (after == null) {
            return Optional.empty();
        }
        byte[] old = tree.find(path).map(TreeEntry::content).orElse(new byte[0]);
        byte[] now = after.map(TreeEntry::content).orElse(new byte[0]);
        return Optional.of(UnifiedHunks.between(old, now));
    }

    private boolean isProved(byte[] refreshed, TreeChanges wanted) {
        Patch read = PatchParser.parse(refreshed);
        PatchResult result = new PatchEngine(new PatchOptions(of.strip(), 0)).apply(read, tree);
        return result.outcome() == PatchResult.Outcome.APPLIES
                && result.how() == Fit.EXACT
                && isSame(result.changes().entries(), wanted.entries());
    }

    private static boolean isSame(Map<String, Optional<TreeEntry>> one, Map<String, Optional<TreeEntry>> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch(entry -> FileMerge.isSame(
                                entry.getValue(), other.getOrDefault(entry.getKey(), Optional.empty())));
    }
}
