package dev.nearstream.upstream;

import dev.nearstream.upstream.UpstreamException.Kind;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * Opens repositories of this machine to be read in place: bare ones, checkouts, linked worktrees; with or without a
 * {@code config} file. Nothing is written to them, and neither the user's nor the system's git configuration is read.
 */
public final class LocalRepositories {
    private static final String LINK = "gitdir:";

    private LocalRepositories() {}

    /** The repository at a path, as git finds it there; empty where there is none. Close it. */
    public static Optional<Repository> open(Path path) throws IOException {
        Isolation.install();
        Optional<Path> found = find(path);
        return found.isEmpty() ? Optional.empty() : Optional.of(build(found.get()));
    }

    /** As {@link #open}, where the directory itself is a repository or a checkout, and not another by its name. */
    public static Optional<Repository> openExactly(Path directory) throws IOException {
        Isolation.install();
        for (Path place : List.of(directory.resolve(Constants.DOT_GIT), directory)) {
            Path git = Files.isRegularFile(place) ? linked(place) : place;
            if (isRepository(git)) {
                return Optional.of(build(git.toAbsolutePath().normalize()));
            }
        }
        return Optional.empty();
    }

    /** Makes a bare repository of our own, where nothing is yet. Close it. */
    public static Repository create(Path directory) throws IOException {
        Isolation.install();
        Repository repository = new FileRepositoryBuilder()
                .setGitDir(directory.toFile())
                .setBare()
                .build();
        repository.create(true);
        return repository;
    }

    /**
     * The tree of a commit in a repository of this machine.
     *
     * @param url that it is called by in messages
     * @param commit its full hash
     */
    public static SourceTree tree(Path directory, String url, String commit) throws UpstreamException {
        try (Repository repository = openExactly(directory)
                .orElseThrow(() -> Problems.of(Kind.FAILED, url, commit, directory + " is no repository", "", null))) {
            return CommitTree.open(repository, url, ObjectId.fromString(commit));
        } catch (IOException e) {
            throw Problems.of(Kind.FAILED, url, commit, Problems.quoted(e), "", e);
        }
    }

    static Repository build(Path gitDirectory) throws IOException {
        return new FileRepositoryBuilder()
                .setGitDir(gitDirectory.toFile())
                .setBare()
                .setMustExist(true)
                .build();
    }

    private static Optional<Path> find(Path path) throws IOException {
        String text = path.toString();
        List<Path> places = Stream.of(
                        path.resolve(Constants.DOT_GIT),
                        path,
                        Path.of(text + ".git"),
                        text.endsWith(".git") ? Path.of(text.substring(0, text.length() - 4)) : path)
                .toList();
        for (Path place : places) {
            Path directory = Files.isRegularFile(place) ? linked(place) : place;
            if (isRepository(directory)) {
                return Optional.of(directory.toAbsolutePath().normalize());
            }
        }
        return Optional.empty();
    }

    private static Path linked(Path file) throws IOException {
        if (Files.size(file) > 4096) {
            return file;
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
        return text.startsWith(LINK)
                ? file.resolveSibling(text.substring(LINK.length()).strip())
                : file;
    }

    private static boolean isRepository(Path directory) throws IOException {
        if (!Files.isRegularFile(directory.resolve(Constants.HEAD))) {
            return false;
        }
        File common = new File(directory.toFile(), "commondir");
        return common.isFile() || Files.isDirectory(directory.resolve(Constants.OBJECTS));
    }
}
