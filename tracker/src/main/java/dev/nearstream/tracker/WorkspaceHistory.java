package dev.nearstream.tracker;

import dev.nearstream.bump.FileVersion;
import dev.nearstream.bump.UpstreamCommit;
import dev.nearstream.bump.UpstreamHistory;
import dev.nearstream.patch.UnreadableFileException;
import dev.nearstream.upstream.Change;
import dev.nearstream.upstream.FirstRelease;
import dev.nearstream.upstream.History;
import dev.nearstream.upstream.Tag;
import dev.nearstream.upstream.UpstreamException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The history between the packaged version and a release, by the paths of a directory of the workspace: each path's is
 * that of the checkout that it lies in, where both versions check out the same repository. Submodules have none. Not
 * thread-safe.
 */
final class WorkspaceHistory implements UpstreamHistory, AutoCloseable {
    /** The newest so many commits of one file: a change that upstream made is most often found in the last few. */
    private static final int MOST = 300;

    private final String directory;
    private final List<Pair> pairs;
    private final List<Tag> releases;
    private final Map<Pair, History> open = new HashMap<>();
    private boolean complete = true;

    /** A checkout as it was and as it will be. */
    private record Pair(Mount old, Mount now) {}

    /**
     * @param directory relative to the workspace, {@code "."} for its root
     * @param releases in the order of their versions, for the first that has a commit
     */
    WorkspaceHistory(String directory, List<Mount> old, List<Mount> now, List<Tag> releases) {
        this.directory = directory.equals(".") ? "" : directory;
        this.releases = List.copyOf(releases);
        this.pairs = now.stream()
                .flatMap(mount -> old.stream()
                        .filter(before -> before.directory().equals(mount.directory())
                                && before.mirror().url().equals(mount.mirror().url())
                                && !before.commit().equals(mount.commit()))
                        .map(before -> new Pair(before, mount)))
                .sorted(Comparator.comparingInt(
                                (Pair pair) -> pair.now().directory().length())
                        .reversed())
                .toList();
    }

    @Override
    public List<FileVersion> versions(String path) {
        String whole = directory.isEmpty() ? path : directory + "/" + path;
        Optional<Pair> pair =
                pairs.stream().filter(one -> one.now().holds(whole)).findFirst();
        if (pair.isEmpty()) {
            return List.of();
        }
        History history = history(pair.get());
        String inside = pair.get().now().inside(whole);
        List<Change> changes = new ArrayList<>(
                history.between(pair.get().old().revision(), pair.get().now().revision(), List.of(inside), MOST)
                        .changes());
        Collections.reverse(changes);
        return changes.stream()
                .map(change -> new FileVersion(commit(change), () -> after(history, change, inside)))
                .toList();
    }

    @Override
    public Optional<UpstreamCommit> between(String hash) {
        for (Pair pair : pairs) {
            History history = history(pair);
            Optional<Change> change = history.change(hash);
            if (change.isPresent()
                    && history.contains(pair.now().revision(), hash).yes()
                    && history.contains(pair.old().revision(), hash).no()) {
                return change.map(WorkspaceHistory::commit);
            }
        }
        return Optional.empty();
    }

    @Override
    public @Nullable String firstRelease(String hash) {
        for (Pair pair : pairs) {
            FirstRelease first = history(pair).firstRelease(hash, releases);
            if (first.tag().isPresent()) {
                return first.tag().get().name();
            }
        }
        return null;
    }

    /** Whether all that was asked for so far was there. */
    boolean complete() {
        return complete;
    }

    private History history(Pair pair) {
        return open.computeIfAbsent(
                pair,
                of -> of.now().mirror().history(of.old().revision(), of.now().revision()));
    }

    private static UpstreamCommit commit(Change change) {
        return new UpstreamCommit(
                change.commit(),
                change.subject(),
                change.message(),
                change.committed().atZone(ZoneOffset.UTC).toLocalDate());
    }

    private static Optional<byte[]> after(History history, Change change, String path) {
        try {
            return history.after(change, path);
        } catch (UpstreamException e) {
            throw new UnreadableFileException(path, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        open.values().forEach(History::close);
    }
}
