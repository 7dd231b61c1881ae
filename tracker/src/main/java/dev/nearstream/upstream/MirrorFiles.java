package dev.nearstream.upstream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A mirror's directory: {@code refs} (what the server last said), and, once an object was fetched, {@code objects.git}, a
 * bare repository; {@code history.git} besides, once history was asked for. Its lock lies apart, in {@code locks}. A process may die at any moment and leave lock files of git's or half a repository:
 * {@link #repair} clears them, and is called only while the mirror's lock is held, when nobody else can own them.
 */
record MirrorFiles(Path directory, String name) {
    /** The directory of the locks, beside the mirrors. */
    static final String LOCKS = "locks";

    private static final String OBJECTS = "objects";
    private static final String HISTORY = "history";

    MirrorFiles(Path directory) {
        this(directory, OBJECTS);
    }

    /** The same mirror's second repository, of what lies between its commits. */
    MirrorFiles history() {
        return new MirrorFiles(directory, HISTORY);
    }

    /** A readable part, and a hash that tells apart what the readable part does not. */
    static MirrorFiles of(Path mirrors, UpstreamUrl url) {
        String readable = url.shown()
                .replaceFirst("^[a-z]+://", "")
                .replaceAll("[^A-Za-z0-9._]+", "-")
                .replaceAll("^[-.]+|[-.]+$", "");
        String cut = readable.length() <= 80 ? readable : readable.substring(0, 80);
        return new MirrorFiles(
                mirrors.resolve(cut + "-" + Hashes.of(url.address()).substring(0, 16)));
    }

    Path lock() {
        return directory.resolveSibling(LOCKS).resolve(directory.getFileName());
    }

    /** Remembers that it was used now, for the order in which mirrors are evicted. */
    void used(Instant now) throws IOException {
        if (Files.isDirectory(directory)) {
            Files.setLastModifiedTime(directory, FileTime.from(now));
        }
    }

    Instant lastUsed() throws IOException {
        return Files.getLastModifiedTime(directory).toInstant();
    }

    Path refs() {
        return directory.resolve("refs");
    }

    Path repository() {
        return directory.resolve(name + ".git");
    }

    private Path making() {
        return directory.resolve(name + ".new");
    }

    boolean hasRepository() {
        return Files.isRegularFile(repository().resolve("HEAD"));
    }

    /** Makes the repository whole, or anew where it is not; the lock must be held. */
    void repair() throws IOException {
        delete(making());
        Path repository = repository();
        if (!Files.exists(repository)) {
            return;
        }
        boolean whole = Files.isRegularFile(repository.resolve("HEAD"))
                && Files.isDirectory(repository.resolve("objects"))
                && Files.isDirectory(repository.resolve("refs"))
                && isShallow(repository.resolve("shallow"))
                && opens(repository);
        if (!whole) {
            delete(repository);
            return;
        }
        List<Path> leftovers;
        try (Stream<Path> all = Files.walk(repository)) {
            leftovers = all.filter(path -> isLeftover(repository, path)).toList();
        }
        for (Path leftover : leftovers) {
            delete(leftover);
        }
    }

    /** Whether git takes it for a repository, its configuration above all. */
    private static boolean opens(Path repository) {
        if (!Files.isRegularFile(repository.resolve("config"))) {
            return false; // JGit would take the defaults
        }
        try (Repository whole = LocalRepositories.build(repository)) {
            return whole.getConfig().getString("core", null, "repositoryformatversion") != null;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether each line of the list of shallow commits is a hash; there may be none. */
    private static boolean isShallow(Path file) throws IOException {
        return !Files.exists(file)
                || (Files.isRegularFile(file)
                        && Files.readString(file, StandardCharsets.ISO_8859_1)
                                .lines()
                                .allMatch(ObjectId::isId));
    }

    private static boolean isLeftover(Path repository, Path path) {
        String name = path.getFileName().toString();
        boolean object = path.startsWith(repository.resolve("objects"));
        boolean temporary = name.endsWith(".tmp")
                || name.endsWith(".keep")
                || name.startsWith("incoming_")
                || name.startsWith("noz");
        return name.endsWith(".lock") || (object && temporary);
    }

    /** Made aside, then moved into place whole; the lock must be held. */
    void makeRepository() throws IOException {
        newRepository().close();
        Files.move(making(), repository(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** An empty repository aside, for {@link #replaceRepository}; the lock must be held. Close it. */
    Repository newRepository() throws IOException {
        Files.createDirectories(directory);
        delete(making());
        Repository repository = new FileRepositoryBuilder()
                .setGitDir(making().toFile())
                .setBare()
                .build();
        repository.create(true);
        return repository;
    }

    /** Puts the new repository in the place of the one that is there; the lock must be held. */
    void replaceRepository() throws IOException {
        delete(repository());
        Files.move(making(), repository(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Bytes on disk. */
    long size() throws IOException {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        long size = 0;
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                size += Files.size(path);
            }
        }
        return size;
    }

    /** Writes beside, then moves, so that a reader sees the old text or the new. */
    static void write(Path file, String text) throws IOException {
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), "part", null);
        try {
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** A file or a directory with all in it; a symbolic link itself, never what it leads to. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(path)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
