package dev.nearstream.bump;

import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.patch.TreeEntry;
import dev.nearstream.patch.UnreadableFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The files in which a project states its licence, held against each other in two trees: a change is a person's to read. */
public final class LicenceFiles {
    private static final Pattern NAME = Pattern.compile(
            "(?i)(?!.*[.](?:c|h|go|rs|py|js|ts|java|rb|sh)$)(?:un)?licen[cs]es?(?:[-_.].*)?|copying(?:[-_.].*)?|(?:notice|copyright)(?:[-_.].*)?");

    private static final String REUSE = "LICENSES";

    private LicenceFiles() {}

    /** What became of a file. */
    public enum Fate {
        CHANGED,
        NEW,
        GONE
    }

    /** A file of which the trees have not the same. */
    public record Change(String path, Fate fate) {}

    /**
     * Those of a directory and of its {@code LICENSES/}, by path.
     *
     * @param root the project's directory in both trees, {@code ""} for their root
     * @throws UnreadableFileException where a repository lacks one of them
     */
    public static List<Change> between(WorkspaceFiles before, WorkspaceFiles after, String root) {
        TreeSet<String> paths = new TreeSet<>(in(before, root));
        paths.addAll(in(after, root));
        List<Change> changes = new ArrayList<>();
        for (String path : paths) {
            Optional<TreeEntry> old = file(before, path);
            Optional<TreeEntry> now = file(after, path);
            if (old.isEmpty() || now.isEmpty()) {
                if (old.isPresent() || now.isPresent()) {
                    changes.add(new Change(path, old.isEmpty() ? Fate.NEW : Fate.GONE));
                }
            } else if (!Arrays.equals(old.get().content(), now.get().content())) {
                changes.add(new Change(path, Fate.CHANGED));
            }
        }
        return changes;
    }

    private static List<String> in(WorkspaceFiles tree, String root) {
        String prefix = root.isEmpty() ? "" : root + "/";
        List<String> paths = new ArrayList<>();
        tree.children(root).stream()
                .filter(name -> NAME.matcher(name).matches())
                .forEach(name -> paths.add(prefix + name));
        tree.children(prefix + REUSE).forEach(name -> paths.add(prefix + REUSE + "/" + name));
        return paths;
    }

    private static Optional<TreeEntry> file(WorkspaceFiles tree, String path) {
        return tree.find(path).filter(entry -> !entry.kind().isDirectory());
    }
}
