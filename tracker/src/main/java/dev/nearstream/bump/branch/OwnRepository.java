package dev.nearstream.bump.branch;

import dev.nearstream.upstream.LocalRepositories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;

/** Makes bare repositories of our own that borrow another's objects. */
final class OwnRepository {
    private static final String ALTERNATES = "objects/info/alternates";

    private OwnRepository() {}

    /**
     * The repository at a place, made where there is none, that borrows these objects from now on. Made aside and moved,
     * so that a kill leaves none that is half. Close it.
     */
    static Repository open(Path directory, Path borrowed) throws IOException {
        if (!Files.isRegularFile(directory.resolve("HEAD"))) {
            Path parent = directory.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            Path aside = Files.createTempDirectory(parent, "making-");
            try {
                create(aside, borrowed);
                Files.move(aside, directory, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (!Files.isRegularFile(directory.resolve("HEAD"))) {
                    throw e; // else another process was first
                }
            } finally {
                delete(aside);
            }
        }
        Path alternates = directory.resolve(ALTERNATES);
        if (!Files.exists(alternates) || !Files.readString(alternates).equals(line(borrowed))) {
            Path beside = Files.createTempFile(alternates.getParent(), "alternates", null);
            Files.writeString(beside, line(borrowed));
            Files.move(beside, alternates, StandardCopyOption.ATOMIC_MOVE);
        }
        return LocalRepositories.openExactly(directory)
                .orElseThrow(() -> new IOException(directory + " is no repository; it may be deleted"));
    }

    /** An empty one at a place where nothing is but perhaps the directory. */
    static void create(Path directory, Path borrowed) throws IOException {
        LocalRepositories.create(directory).close();
        Path alternates = directory.resolve(ALTERNATES);
        Files.createDirectories(alternates.getParent());
        Files.writeString(alternates, line(borrowed), StandardCharsets.UTF_8);
    }

    private static String line(Path objects) {
        return objects.toAbsolutePath().normalize() + "\n";
    }

    /** With all that is in it; nothing where it is not there. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(directory)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
