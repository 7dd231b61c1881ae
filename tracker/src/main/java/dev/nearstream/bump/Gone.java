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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.RawText;

/**
 * Whether what a patch changes in a file that upstream has no more is gone with it: the whole new tree has no file of
 * that name, none with a line that the patch removes or that stands beside what it adds, and none with a quarter of the
 * file's lines. Where the tree is too large to be looked through, nothing is said.
 */
final class Gone {
    /** Two files of fewer lines are alike by chance. */
    private static final int FEWEST_LINES = 5;

    private static final int MAX_FILES = 10_000;
    private static final int MAX_DIRECTORIES = 20_000;
    private static final long MAX_BYTES = 128L << 20;

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
                if (entry.isPresent() && entry.get().kind() == TreeEntry.Kind.SUBMODULE) {
                    return new Gone(tree, paths, false); // what is in it is not seen
                }
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
        List<String> lines = ThreeTexts.lines(base);
        Set<String> traces = traces(lines, ThreeTexts.lines(ours));
        Set<String> all = distinct(lines);
        if (traces.isEmpty() || paths.size() > MAX_FILES) {
            return false;
        }
        long bytes = 0;
        for (String other : paths) {
            byte[] content = tree.find(other).map(TreeEntry::content).orElse(new byte[0]);
            bytes += content.length;
            if (bytes > MAX_BYTES
                    || (!RawText.isBinary(content) && isHeir(distinct(ThreeTexts.lines(content)), traces, all))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a file has one of the lines looked for, or a quarter of the whole file's. */
    private static boolean isHeir(Set<String> lines, Set<String> traces, Set<String> all) {
        return traces.stream().anyMatch(lines::contains)
                || all.stream().filter(lines::contains).count() * 4 >= all.size();
    }

    private static Set<String> distinct(List<String> lines) {
        return lines.stream().filter(SameLines::isDistinct).map(String::strip).collect(Collectors.toSet());
    }

    /**
     * Where upstream has moved a file to: the one file that has more than half of its lines; empty where there is none, or
     * more than one.
     *
     * @param was whether a path was in the packaged tree too: such a file is a copy's original, and no heir
     */
    Optional<String> heir(byte[] base, Predicate<String> was) {
        Set<String> all = distinct(ThreeTexts.lines(base));
        if (!whole || all.size() < FEWEST_LINES || paths.size() > MAX_FILES) {
            return Optional.empty();
        }
        List<String> heirs = new ArrayList<>();
        long bytes = 0;
        for (String path : paths) {
            if (was.test(path)) {
                continue;
            }
            byte[] content = tree.find(path).map(TreeEntry::content).orElse(new byte[0]);
            bytes += content.length;
            if (bytes > MAX_BYTES) {
                return Optional.empty();
            }
            Set<String> lines = RawText.isBinary(content) ? Set.of() : distinct(ThreeTexts.lines(content));
            if (all.stream().filter(lines::contains).count() * 2 > all.size()) {
                heirs.add(path);
            }
        }
        return heirs.size() == 1 ? Optional.of(heirs.get(0)) : Optional.empty();
    }

    /** The lines that would tell where the code has gone. */
    private static Set<String> traces(List<String> base, List<String> ours) {
        List<String> lines = new ArrayList<>();
        for (Edit edit : Words.diff(base, ours)) {
            lines.addAll(base.subList(Math.max(0, edit.getBeginA() - 1), Math.min(base.size(), edit.getEndA() + 1)));
        }
        return distinct(lines);
    }
}
