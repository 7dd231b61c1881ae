package dev.nearstream.delta.pin;

import dev.nearstream.delta.WorkspaceFiles;
import dev.nearstream.patch.TreeEntry;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The manifests of a workspace: each is read and parsed once, however many pins ask for it. What does not parse is kept
 * as what is wrong with it.
 */
final class Project {
    /** The largest file that is read, in bytes. */
    static final int MAX_BYTES = 32 << 20;

    /** Turns a file's text into what it says. */
    @FunctionalInterface
    interface Parser<T> {
        /**
         * What the text says.
         *
         * @throws ManifestException where the text is none of its kind
         */
        T parse(String file, String text);
    }

    private record Key(Class<?> type, String file) {}

    private final Map<Key, Object> parsed;
    private final WorkspaceFiles files;

    private Project(WorkspaceFiles files, Map<Key, Object> parsed) {
        this.files = files;
        this.parsed = parsed;
    }

    /** What has been parsed of some workspace; it does not hold on to the workspace itself. */
    static final class Memory {
        private final Map<Key, Object> parsed = new ConcurrentHashMap<>();

        Project of(WorkspaceFiles files) {
            return new Project(files, parsed);
        }
    }

    static String join(String directory, String name) {
        return directory.isEmpty() ? name : directory + "/" + name;
    }

    boolean isFile(String path) {
        return files.find(path).filter(entry -> entry.kind().isFile()).isPresent();
    }

    List<String> children(String directory) {
        return files.children(directory);
    }

    boolean isDirectory(String path) {
        return files.find(path)
                .filter(entry -> entry.kind() == TreeEntry.Kind.DIRECTORY)
                .isPresent();
    }

    /**
     * What a file says; empty where there is none.
     *
     * @throws ManifestException where it is too large, no text, or none of its kind
     */
    <T> Optional<T> read(Class<T> type, String file, Parser<T> parser) {
        Object known = parsed.get(new Key(type, file));
        if (known == null) {
            Optional<TreeEntry> entry = files.find(file);
            if (entry.isEmpty() || entry.get().kind().isDirectory()) {
                return Optional.empty();
            }
            known = parse(file, entry.get(), parser);
            parsed.put(new Key(type, file), known);
        }
        if (known instanceof ManifestException problem) {
            throw problem;
        }
        return Optional.of(type.cast(known));
    }

    /** What is made of several files; made once. */
    <T> Optional<T> remember(Class<T> type, String root, Supplier<Optional<T>> make) {
        Key key = new Key(type, root);
        Object known = parsed.get(key);
        if (known == null) {
            Optional<T> made = make.get();
            made.ifPresent(value -> parsed.put(key, value));
            return made;
        }
        return Optional.of(type.cast(known));
    }

    private static <T> Object parse(String file, TreeEntry entry, Parser<T> parser) {
        try {
            if (!entry.kind().isFile()) {
                throw new ManifestException(file, 1, 1, "a symbolic link; manifests are read in place only");
            }
            return parser.parse(file, text(file, entry.content()));
        } catch (ManifestException e) {
            return e;
        }
    }

    private static String text(String file, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new ManifestException(file, 1, 1, bytes.length + " bytes; at most " + MAX_BYTES + " are read");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ManifestException(file, 1, 1, "not UTF-8");
        }
    }
}
