package dev.nearstream.bump;

import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.patch.TreeEntry;
import dev.nearstream.patch.UnreadableFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.RawText;

/**
 * Whether what a patch changes in a file that upstream has no more is gone with it: no file of that name and no file of
 * that kind in the whole new tree has a line that the patch removes or that stands beside what it adds. Where the tree is
 * too large to be looked through, nothing is said.
 */
final class Gone {
    private static final int MAX_FILES = 5_000;
    private static final int MAX_DIRECTORIES = 20_000;
    private static final long MAX_BYTES = 64L << 20;

    private final WorkspaceFiles tree;
    private final List<String> paths;
    private final boolean whole;

    private Gone(WorkspaceFiles tree, List<String> paths, boolean whole) {
        this.tree = tree;
        this.paths = paths;
        this.whole = whole;
    }

    /**
     * Looks through the tree.
     *
     * @throws UnreadableFileException where a directory is not there
     */
    static Gone in(WorkspaceFiles tree) {
        List<String> paths = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(List.of(""));
        int directories = 0;
        while (!open.isEmpty() && directories++ < MAX_DIRECTORIES) {
            String directory = open.poll();
            for (String name : tree.children(directory)) {
                String path = directory.isEmpty() ? name : directory + "/" + name;
                Optional<TreeEntry> entry = tree.find(path);
                if (entry.isPresent() && entry.get().kind().isDirectory()) {
                    open.add(path);
                } else if (entry.isPresent() && entry.get().kind().isFile()) {
                    paths.add(path);
                }
            }
        }
        return new Gone(tree, paths, open.isEmpty());
    }

    /**
     * Whether nothing is left for the patch to change.
     *
     * @param path that upstream has no more
     * @param base the file as it was
     * @param ours the same, patched
     */
    boolean isWithoutTrace(String path, byte[] base, byte[] ours) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!whole || paths.stream().anyMatch(other -> other.equals(name) || other.endsWith("/" + name))) {
            return false;
        }
        Set<String> traces = traces(ThreeTexts.lines(base), ThreeTexts.lines(ours));
        String kind = name.lastIndexOf('.') < 0 ? "" : name.substring(name.lastIndexOf('.'));
        List<String> alike = paths.stream()
                .filter(other ->
                        kind.isEmpty() ? other.indexOf('.', other.lastIndexOf('/') + 1) < 0 : other.endsWith(kind))
                .toList();
        if (traces.isEmpty() || alike.size() > MAX_FILES) {
            return false;
        }
        long bytes = 0;
        for (String other : alike) {
            byte[] content = tree.find(other).map(TreeEntry::content).orElse(new byte[0]);
            bytes += content.length;
            boolean found = !RawText.isBinary(content)
                    && ThreeTexts.lines(content).stream().map(String::strip).anyMatch(traces::contains);
            if (found || bytes > MAX_BYTES) {
                return false;
            }
        }
        return true;
    }

    /** The lines that would tell where the code has gone. */
    private static Set<String> traces(List<String> base, List<String> ours) {
        List<String> lines = new ArrayList<>();
        for (Edit edit : Words.diff(base, ours)) {
            lines.addAll(base.subList(Math.max(0, edit.getBeginA() - 1), Math.min(base.size(), edit.getEndA() + 1)));
        }
        return lines.stream().filter(SameLines::isDistinct).map(String::strip).collect(Collectors.toSet());
    }
}
