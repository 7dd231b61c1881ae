package dev.nearstream.archive;

import dev.nearstream.upstream.LocalRepositories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * Where archives lie: each under its sum; in {@code trees} a repository for each sum and strip; in {@code urls} the sums
 * of what had none in a recipe. All is made as {@code part-…} and moved into place whole, so that a process may die, and
 * others may do the same, at any moment. There is no lock: who comes second finds what the first has made.
 */
record ArchiveFiles(Path directory) {
    private static final String PART = "part-";
    /** No download and no import takes as long. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    Path archive(ArchiveSum sum) {
        return directory.resolve(sum.hex());
    }

    Path tree(ArchiveSum sum, int strip) {
        return trees().resolve(sum.hex() + "-" + strip);
    }

    Path trees() {
        return directory.resolve("trees");
    }

    Path urls() {
        return directory.resolve("urls");
    }

    /** A name for something under way, in the directory where it will be moved. */
    Path part(Path beside) throws IOException {
        Files.createDirectories(beside);
        return Files.createTempFile(beside, PART, null);
    }

    /** The same for a directory. */
    Path partDirectory(Path beside) throws IOException {
        Files.createDirectories(beside);
        return Files.createTempDirectory(beside, PART);
    }

    /** The commit of a tree that was made before; empty where there is none, or none that opens. */
    static Optional<String> commit(Path tree) throws IOException {
        if (!Files.isDirectory(tree)) {
            return Optional.empty();
        }
        try (Repository repository = LocalRepositories.openExactly(tree).orElse(null)) {
            @Nullable ObjectId head = repository == null ? null : repository.resolve(Constants.HEAD);
            if (repository == null || head == null) {
                return Optional.empty();
            }
            try (RevWalk walk = new RevWalk(repository)) {
                walk.parseTree(walk.parseCommit(head).getTree());
            }
            return Optional.of(head.name());
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Moves a tree into place; where another has put the same there meanwhile, that stays. */
    void place(Path made, Path target) throws IOException {
        if (Files.exists(target) && commit(target).isEmpty()) {
            remove(target); // it is damaged
        }
        try {
            Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (commit(target).isEmpty()) {
                throw e;
            }
        }
    }

    /** Away in one move, so that nobody finds half of it. */
    void remove(Path tree) throws IOException {
        Path away = partDirectory(trees());
        Files.move(tree, away.resolve("tree"), StandardCopyOption.ATOMIC_MOVE);
        delete(away);
    }

    /** What was noted of a URL's content. */
    Optional<ArchiveSum> noted(String address, Instant now) throws IOException {
        Path note = note(address);
        try {
            String text = Files.readString(note, StandardCharsets.UTF_8).strip();
            ArchiveSum sum = new ArchiveSum(ArchiveSum.Algorithm.SHA256, text);
            Files.setLastModifiedTime(note, FileTime.from(now));
            return Optional.of(sum);
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void note(String address, ArchiveSum sum) throws IOException {
        Path part = part(urls());
        Files.writeString(part, sum.hex() + "\n", StandardCharsets.UTF_8);
        Files.move(part, note(address), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path note(String address) {
        return urls().resolve(ArchiveSum.ofText(address).hex());
    }

    /** Deletes what processes that died have left. */
    void clear(Instant now) throws IOException {
        for (Path place : List.of(directory, trees(), urls())) {
            for (Path entry : list(place)) {
                if (isPart(entry) && isOlderThan(now.minus(ABANDONED), entry)) {
                    delete(entry);
                }
            }
        }
    }

    /** Whether it was left before that; what another process has moved into place meanwhile was not. */
    private static boolean isOlderThan(Instant then, Path entry) throws IOException {
        try {
            return Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(then);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    static boolean isPart(Path entry) {
        return entry.getFileName().toString().startsWith(PART);
    }

    static List<Path> list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }

    /** A file or a directory with all in it, and no link followed; it may go meanwhile. */
    static void delete(Path path) throws IOException {
        List<Path> all = new ArrayList<>();
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> walk = Files.walk(path)) {
                walk.sorted(Comparator.reverseOrder()).forEach(all::add);
            } catch (UncheckedIOException e) {
                if (e.getCause() instanceof NoSuchFileException) {
                    return; // another process is at the same
                }
                throw e.getCause();
            }
        } else {
            all.add(path);
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
