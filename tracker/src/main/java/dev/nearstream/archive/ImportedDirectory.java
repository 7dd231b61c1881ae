package dev.nearstream.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;

/** A directory that is being filled; paths are relative to it, checked by {@link EntryPath}. */
final class ImportedDirectory {
    private final Map<String, ImportedDirectory> directories = new LinkedHashMap<>();
    private final Map<String, Leaf> leaves = new HashMap<>();

    /** A file or a link. */
    record Leaf(FileMode mode, ObjectId id) {}

    /** What stands in a tree. */
    private record Row(String name, FileMode mode, ObjectId id) {

        /** What git sorts by: a directory's name counts with a slash behind it. */
        byte[] key() {
            return bytes(FileMode.TREE.equals(mode) ? name + "/" : name);
        }
    }

    /** Makes a directory with all above it. */
    ImportedDirectory directory(String path) throws ArchiveRefusedException {
        ImportedDirectory at = this;
        for (String name : path.split("/", -1)) {
            if (at.leaves.containsKey(name)) {
                throw new ArchiveRefusedException(
                        "the entry " + EntryPath.shown(path) + " lies below what is a file or a link");
            }
            at = at.directories.computeIfAbsent(name, unused -> new ImportedDirectory());
        }
        return at;
    }

    void put(String path, FileMode mode, ObjectId id) throws ArchiveRefusedException {
        int slash = path.lastIndexOf('/');
        ImportedDirectory parent = slash < 0 ? this : directory(path.substring(0, slash));
        String name = path.substring(slash + 1);
        if (parent.directories.containsKey(name)) {
            throw new ArchiveRefusedException("the entry " + EntryPath.shown(path) + " is a directory, too");
        }
        parent.leaves.put(name, new Leaf(mode, id));
    }

    Optional<Leaf> find(String path) {
        ImportedDirectory at = this;
        List<String> names = List.of(path.split("/", -1));
        for (String name : names.subList(0, names.size() - 1)) {
            ImportedDirectory next = at.directories.get(name);
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.ofNullable(at.leaves.get(names.get(names.size() - 1)));
    }

    /** Its tree, with those below. */
    ObjectId write(ObjectInserter inserter) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, ImportedDirectory> directory : directories.entrySet()) {
            rows.add(new Row(
                    directory.getKey(), FileMode.TREE, directory.getValue().write(inserter)));
        }
        leaves.forEach((name, leaf) -> rows.add(new Row(name, leaf.mode(), leaf.id())));
        rows.sort(Comparator.comparing(Row::key, Arrays::compareUnsigned));
        TreeFormatter tree = new TreeFormatter();
        for (Row row : rows) {
            tree.append(bytes(row.name()), row.mode(), row.id());
        }
        return inserter.insert(tree);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
