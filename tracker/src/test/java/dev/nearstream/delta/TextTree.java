package dev.nearstream.delta;

import dev.nearstream.patch.PatchTree;
import dev.nearstream.patch.TreeEntry;
import dev.nearstream.patch.UnreadableFileException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;

/** A tree of texts that counts how often it is looked at; some of its files may be missing from the repository. */
final class TextTree implements PatchTree {
    private static final String MISSING = "\0missing";

    private final TreeMap<String, String> files = new TreeMap<>();
    private int looks;

    TextTree file(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** Stands there, and its content cannot be had. */
    TextTree missing(String path) {
        return file(path, MISSING);
    }

    int looks() {
        return looks;
    }

    @Override
    public Optional<TreeEntry> find(String path) {
        looks++;
        String text = files.get(path);
        if (text == null) {
            String below = files.ceilingKey(path.isEmpty() ? "" : path + "/");
            boolean directory = path.isEmpty() || (below != null && below.startsWith(path + "/"));
            return directory ? Optional.of(TreeEntry.of(TreeEntry.Kind.DIRECTORY, new byte[0])) : Optional.empty();
        }
        return Optional.of(new TreeEntry() {
            @Override
            public Kind kind() {
                return Kind.FILE;
            }

            @Override
            public byte[] content() {
                if (text.equals(MISSING)) {
                    throw new UnreadableFileException(path, "its object is missing");
                }
                return text.getBytes(StandardCharsets.UTF_8);
            }
        });
    }
}
