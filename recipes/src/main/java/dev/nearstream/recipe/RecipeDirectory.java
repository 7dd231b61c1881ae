package dev.nearstream.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A recipe tree in a directory. What a link leads out of the tree to is absent. */
public final class RecipeDirectory implements RecipeFiles {
    private final Path given;
    private final Path root;

    /**
     * @throws IOException where there is no such directory
     */
    public RecipeDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NoSuchFileException(directory.toString());
        }
        this.given = directory;
        this.root = directory.toRealPath();
    }

    @Override
    public String location() {
        return given.toString();
    }

    @Override
    public List<Entry> list(String directory) throws IOException {
        Optional<Path> path = inside(directory);
        if (path.isEmpty() || !Files.isDirectory(path.get())) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> children = Files.list(path.get())) {
            for (Path child : (Iterable<Path>) children::iterator) {
                String name = String.valueOf(child.getFileName());
                boolean isDirectory = Files.isDirectory(child);
                if (isDirectory || Files.isRegularFile(child)) {
                    entries.add(new Entry(name, isDirectory));
                }
            }
        }
        entries.sort(Comparator.comparing(Entry::name));
        return entries;
    }

    @Override
    public boolean isFile(String path) {
        return inside(path).filter(Files::isRegularFile).isPresent();
    }

    @Override
    public Optional<byte[]> read(String path, int limit) throws IOException {
        Optional<Path> file = inside(path).filter(Files::isRegularFile);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        long size = Files.size(file.get());
        if (size > limit) {
            throw new FileTooLargeException(path, size, limit);
        }
        try (InputStream in = Files.newInputStream(file.get())) {
            return Optional.of(in.readNBytes(limit));
        }
    }

    @Override
    public String followed(String path) {
        return inside(path)
                .map(real -> root.relativize(real).toString().replace('\\', '/'))
                .orElse(path);
    }

    private Optional<Path> inside(String path) {
        try {
            Path real = root.resolve(path).toRealPath();
            return real.startsWith(root) ? Optional.of(real) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
