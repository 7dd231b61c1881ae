package dev.nearstream.history;

import dev.nearstream.upstream.LocalRepositories;
import dev.nearstream.upstream.UpstreamUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** The past of a recipe tree that lies in a git repository of this machine; it may be a shallow clone. */
public final class RecipeHistory implements AutoCloseable {
    private final Repository repository;

    private RecipeHistory(Repository repository) {
        this.repository = repository;
    }

    /** The past of a checkout or a bare repository; empty for a plain directory, which has none. */
    public static Optional<RecipeHistory> open(Path directory) throws IOException {
        return LocalRepositories.openExactly(directory).map(RecipeHistory::new);
    }

    /** The commit that HEAD is at; empty in a repository without one. */
    public Optional<String> head() throws IOException {
        @Nullable ObjectId head = repository.resolve(Constants.HEAD);
        return Optional.ofNullable(head).map(ObjectId::name);
    }

    /** The URL of the remote {@code origin}, without user information. */
    public Optional<String> origin() {
        @Nullable String url = repository.getConfig().getString("remote", Constants.DEFAULT_REMOTE_NAME, "url");
        return Optional.ofNullable(url).map(UpstreamUrl::withoutUser);
    }

    /**
     * Since when each path has been there at every day's end, by first parents from this commit: the committer's date, in
     * UTC, of the commit that brought it.
     *
     * @param paths of files or directories; those that are not in the commit, or that were there before the history
     *     that a shallow clone has, are absent from the answer
     */
    public Map<String, LocalDate> since(String commit, Collection<String> paths) throws IOException {
        try (PathAges ages = new PathAges(repository, paths)) {
            return ages.from(ObjectId.fromString(commit));
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
