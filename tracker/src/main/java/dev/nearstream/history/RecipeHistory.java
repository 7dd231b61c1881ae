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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
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
        arrivals(commit, paths, path -> false).forEach((path, arrival) -> days.put(path, arrival.since()));
        return days;
    }

    /**
     * The same, with the commits that brought some of the paths. A merge brings nothing itself: the commit is looked for
     * in the branch.
     *
     * @param asked whether a path's commit is asked for: that costs some ten trees' reading for each
     */
    public Map<String, Arrival> arrivals(String commit, Collection<String> paths, Predicate<String> asked)
            throws IOException {
        Map<String, PathAges.Since> days;
        try (PathAges ages = new PathAges(repository, paths)) {
            days = ages.from(ObjectId.fromString(commit));
        }
        Map<String, Arrival> arrivals = new HashMap<>();
        try (ObjectReader reader = repository.newObjectReader();
                AddingCommit adding = new AddingCommit(reader)) {
            for (Map.Entry<String, PathAges.Since> entry : days.entrySet()) {
                Task.check();
                LocalDate day = entry.getValue().day();
                Optional<RevCommit> added = asked.test(entry.getKey())
                        ? adding.find(entry.getValue().last(), entry.getKey())
                        : Optional.empty();
                arrivals.put(
                        entry.getKey(),
                        new Arrival(
                                day,
                                added.map(RevCommit::name).orElse(null),
                                added.map(RevCommit::getShortMessage).orElse(null)));
            }
        }
        return arrivals;
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
