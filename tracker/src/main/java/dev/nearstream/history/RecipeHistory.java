package dev.nearstream.history;

import dev.nearstream.task.Task;
import dev.nearstream.upstream.GitRecipeFiles;
import dev.nearstream.upstream.LocalRepositories;
import dev.nearstream.upstream.UpstreamException;
import dev.nearstream.upstream.UpstreamUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
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
        Map<String, LocalDate> days = new HashMap<>();
        try (PathAges ages = new PathAges(repository, paths, Set.of())) {
            ages.walk(ObjectId.fromString(commit));
            ages.since().forEach((path, since) -> days.put(path, since.day()));
        }
        return days;
    }

    /**
     * How files came and who touched them last, by one walk that ends where all of it is found. A merge brings nothing
     * itself: the commit is looked for in the branch.
     *
     * @param wanted what is asked of which paths; an arrival's commit costs some ten trees' reading, as does a touch
     */
    public Arrivals arrivals(String commit, Wanted wanted) throws IOException {
        try (PathAges ages = new PathAges(repository, wanted.arrivals(), wanted.touches());
                ObjectReader reader = repository.newObjectReader();
                CommitSearch search = new CommitSearch(reader)) {
            ages.walk(ObjectId.fromString(commit));
            Map<String, Arrival> arrivals = new HashMap<>();
            for (Map.Entry<String, PathAges.Since> entry : ages.since().entrySet()) {
                Task.check();
                String path = entry.getKey();
                Optional<RevCommit> added = wanted.commits().contains(path)
                        ? search.adding(entry.getValue().last(), path)
                        : Optional.empty();
                arrivals.put(
                        path,
                        new Arrival(
                                entry.getValue().day(),
                                added.map(RevCommit::name).orElse(null),
                                added.map(RevCommit::getShortMessage).orElse(null)));
            }
            Map<String, Touch> touches = new HashMap<>();
            for (Map.Entry<String, PathAges.Since> entry : ages.touched().entrySet()) {
                Task.check();
                search.changing(entry.getValue().last(), entry.getKey())
                        .ifPresent(changing -> touches.put(entry.getKey(), touch(changing)));
            }
            return new Arrivals(arrivals, touches);
        }
    }

    private static Touch touch(RevCommit commit) {
        PersonIdent author = commit.getAuthorIdent();
        return new Touch(
                commit.name(), author.getName(), LocalDate.ofInstant(author.getWhenAsInstant(), ZoneOffset.UTC));
    }

    /**
     * On which day the version that a recipe has in this commit came into it, by first parents: the committer's date of
     * that day's last commit.
     *
     * @return empty where that was before {@code since}, and where the history does not tell
     */
    public Optional<Instant> lastBump(String commit, String file, Instant since) throws IOException {
        try (VersionChanges changes = new VersionChanges(repository, file)) {
            return changes.last(ObjectId.fromString(commit), since);
        }
    }

    /**
     * What the tree was at the end of each week (UTC) that has a commit, oldest first, by first parents from this commit;
     * in a shallow clone, of those that it has.
     */
    public List<WeekCommit> weeks(String commit) throws IOException {
        return WeekWalk.from(repository, ObjectId.fromString(commit));
    }

    /** The tree of a commit of this past. Close it. */
    public GitRecipeFiles tree(String commit) throws IOException, UpstreamException {
        return GitRecipeFiles.of(repository, commit);
    }

    @Override
    public void close() {
        repository.close();
    }
}
