package dev.nearstream.bump.branch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tree out of another one and changes of files. Only the trees on the changed paths are read, so that others may
 * be missing; all that is not changed stays byte for byte, names in unknown encodings included.
 */
final class TreeEdit {
    private final ObjectReader reader;
    private final ObjectInserter inserter;

    TreeEdit(ObjectReader reader, ObjectInserter inserter) {
        this.reader = reader;
        this.inserter = inserter;
    }

    /** An entry of a tree; its name is the key, in a charset that keeps every byte. */
    private record Entry(FileMode mode, ObjectId id) {}

    /** @throws BranchException where a path leaves the tree, goes through a link, or is not what the change takes it for */
    ObjectId apply(ObjectId tree, Collection<FileChange> changes) throws IOException, BranchException {
        Optional<ObjectId> edited = edit(tree, ChangedPath.of(changes), "");
        return edited.isPresent() ? edited.get() : inserter.insert(new TreeFormatter());
    }

    /** The new tree; empty where nothing is left in it. */
    private Optional<ObjectId> edit(@Nullable ObjectId tree, ChangedPath changed, String prefix)
            throws IOException, BranchException {
        Map<String, Entry> entries = tree == null ? new HashMap<>() : read(tree);
        for (Map.Entry<String, ChangedPath> child : changed.children().entrySet()) {
            String path = prefix + child.getKey();
            String key = new String(child.getKey().getBytes(UTF_8), ISO_8859_1);
            @Nullable Entry old = entries.get(key);
            FileChange change = child.getValue().change();
            Optional<Entry> now = change == null ? directory(old, child.getValue(), path) : file(old, change, path);
            if (now.isPresent()) {
                entries.put(key, now.get());
            } else {
                entries.remove(key);
            }
        }
        return entries.isEmpty() ? Optional.empty() : Optional.of(write(entries));
    }

    private Optional<Entry> directory(@Nullable Entry old, ChangedPath changed, String path)
            throws IOException, BranchException {
        if (old != null && !FileMode.TREE.equals(old.mode())) {
            throw new BranchException(
                    path + ": is " + kind(old) + " in the base, and no directory; a path through it is not written");
        }
        return edit(old == null ? null : old.id(), changed, path + "/").map(id -> new Entry(FileMode.TREE, id));
    }

    private Optional<Entry> file(@Nullable Entry old, FileChange change, String path)
            throws IOException, BranchException {
        if (old != null && (FileMode.TREE.equals(old.mode()) || FileMode.GITLINK.equals(old.mode()))) {
            throw new BranchException(path + ": is " + kind(old) + " in the base; a file's path would be right");
        }
        if (change instanceof FileChange.Write write) {
            if (old != null && FileMode.SYMLINK.equals(old.mode())) {
                throw new BranchException(
                        path + ": is a symbolic link in the base; the path of the file it leads to would be right");
            }
            FileMode mode = old == null ? FileMode.REGULAR_FILE : old.mode();
            return Optional.of(new Entry(mode, inserter.insert(Constants.OBJ_BLOB, write.bytes())));
        }
        if (old == null) {
            throw new BranchException(path + ": is to be deleted, and is not in the base");
        }
        return Optional.empty();
    }

    private static String kind(Entry entry) {
        return switch (entry.mode().getObjectType()) {
            case Constants.OBJ_TREE -> "a directory";
            case Constants.OBJ_COMMIT -> "a submodule";
            default -> FileMode.SYMLINK.equals(entry.mode()) ? "a symbolic link" : "a file";
        };
    }

    private Map<String, Entry> read(ObjectId tree) throws IOException {
        Map<String, Entry> entries = new HashMap<>();
        for (CanonicalTreeParser at = new CanonicalTreeParser(null, reader, tree); !at.eof(); at.next(1)) {
            byte[] name = new byte[at.getNameLength()];
            at.getName(name, 0);
            entries.put(new String(name, ISO_8859_1), new Entry(at.getEntryFileMode(), at.getEntryObjectId()));
        }
        return entries;
    }

    private ObjectId write(Map<String, Entry> entries) throws IOException {
        // Git's order: a directory sorts as if its name ended with a slash.
        Map<String, String> order = new TreeMap<>();
        entries.forEach((name, entry) -> order.put(FileMode.TREE.equals(entry.mode()) ? name + "/" : name, name));
        TreeFormatter tree = new TreeFormatter();
        for (String name : order.values()) {
            @Nullable Entry entry = entries.get(name);
            if (entry != null) {
                tree.append(name.getBytes(ISO_8859_1), entry.mode(), entry.id());
            }
        }
        return inserter.insert(tree);
    }
}
