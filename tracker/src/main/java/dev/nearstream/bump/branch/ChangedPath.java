package dev.nearstream.bump.branch;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;
import org.jspecify.annotations.Nullable;

/** Changes by directory: a file that changes, or a directory in which some do. */
final class ChangedPath {
    private final Map<String, ChangedPath> children = new TreeMap<>();
    private @Nullable FileChange change;

    /** The root, above all changes. */
    static ChangedPath of(Collection<FileChange> changes) throws BranchException {
        ChangedPath root = new ChangedPath();
        for (FileChange change : changes) {
            root.add(change);
        }
        return root;
    }

    /** By name. */
    Map<String, ChangedPath> children() {
        return children;
    }

    /** Of the file; null where this is a directory. */
    @Nullable
    FileChange change() {
        return change;
    }

    private void add(FileChange added) throws BranchException {
        check(added.path());
        ChangedPath at = this;
        for (String name : added.path().split("/", -1)) {
            at = at.children.computeIfAbsent(name, key -> new ChangedPath());
            if (at.change != null) {
                throw new BranchException(added.path() + ": is changed twice, or below a file that is changed");
            }
        }
        if (!at.children.isEmpty()) {
            throw new BranchException(added.path() + ": is changed as a file, and so is a file below it");
        }
        at.change = added;
    }

    /** No path that leaves the tree, that a checkout would take for git's own, or that no recipe repository has. */
    private static void check(String path) throws BranchException {
        if (path.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw new BranchException(path.replaceAll("\\p{Cntrl}", "?") + ": has a control character in it");
        }
        try {
            new ObjectChecker().setSafeForMacOS(true).checkPath(path);
        } catch (CorruptObjectException e) {
            throw new BranchException(
                    "\"" + path + "\": is no path inside the repository; names with / between them would be right", e);
        }
    }
}
