package dev.nearstream.pull.verify;

import dev.nearstream.bump.branch.FileChange;
import dev.nearstream.recipe.FileTooLargeException;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeFiles;
import dev.nearstream.upstream.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files that a command sees: the recipe, the package's directory and the distribution's own {@code pipelines/}, as
 * they are with the changes. Links within the tree are files here; those that lead out of it are absent.
 */
final class VerifiedFiles {
    private static final String PIPELINES = "pipelines";
    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_FILES = 10_000;
    private static final int DEEPEST = 16;

    private final RecipeFiles files;
    private final Map<String, FileChange> changes = new TreeMap<>();
    private final SortedMap<String, byte[]> bytes = new TreeMap<>();
    private int left = MOST_BYTES;

    private VerifiedFiles(RecipeFiles files, Collection<FileChange> changes) {
        this.files = files;
        changes.forEach(change -> this.changes.put(change.path(), change));
    }

    /** @throws IOException where they cannot be read, or are more than a package has */
    static VerifiedFiles of(RecipeFiles files, Recipe recipe, Collection<FileChange> changes) throws IOException {
        VerifiedFiles all = new VerifiedFiles(files, changes);
        all.add(recipe.file());
        all.addAll(recipe.directory(), 0);
        all.addAll(PIPELINES, 0);
        for (FileChange change : changes) {
            if (change instanceof FileChange.Write write && write.path().startsWith(recipe.directory() + "/")) {
                all.put(write.path(), write.bytes());
            }
        }
        return all;
    }

    private void addAll(String directory, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException(directory + ": directories that deep are not verified");
        }
        for (RecipeFiles.Entry entry : files.list(directory)) {
            String path = directory + "/" + entry.name();
            if (entry.directory()) {
                addAll(path, depth + 1);
            } else {
                add(path);
            }
        }
    }

    /** A file as the changes leave it; a change may be of what a link leads to. */
    private void add(String path) throws IOException {
        @Nullable FileChange change = changes.get(path);
        change = change == null ? changes.get(files.followed(path)) : change;
        if (change instanceof FileChange.Write write) {
            put(path, write.bytes());
        } else if (change == null) {
            Optional<byte[]> read;
            try {
                read = files.read(path, left);
            } catch (FileTooLargeException e) {
                throw tooMany(path);
            }
            if (read.isPresent()) {
                put(path, read.get());
            }
        }
    }

    private void put(String path, byte[] content) throws IOException {
        left -= bytes.put(path, content) == null ? content.length : 0;
        if (left < 0 || bytes.size() > MOST_FILES) {
            throw tooMany(path);
        }
    }

    private static IOException tooMany(String path) {
        return new IOException("%s: a package of over %,d files or %d MiB is not verified"
                .formatted(path, MOST_FILES, MOST_BYTES >> 20));
    }

    /** SHA-256 over paths and bytes, and over words that the verdict depends on, in hex. */
    String hash(List<String> words) {
        MessageDigest digest = Hashes.sha256();
        words.forEach(word -> digest.update((word.length() + ":" + word).getBytes(StandardCharsets.UTF_8)));
        bytes.forEach((path, content) -> {
            digest.update((path + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Writes them out; directories are made for all, and {@code directory} in any case. */
    void write(Path root, String directory) throws IOException {
        Files.createDirectories(inside(root, directory));
        for (Map.Entry<String, byte[]> file : bytes.entrySet()) {
            Path path = inside(root, file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue(), StandardOpenOption.CREATE_NEW);
        }
    }

    private static Path inside(Path root, String path) throws IOException {
        Path inside = root.resolve(path).normalize();
        if (!inside.startsWith(root) || inside.equals(root)) {
            throw new IOException(path + ": leads out of the recipes");
        }
        return inside;
    }
}
