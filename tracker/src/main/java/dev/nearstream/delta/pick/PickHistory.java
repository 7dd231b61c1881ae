package dev.nearstream.delta.pick;

import dev.nearstream.delta.Evidence;
import dev.nearstream.upstream.Change;
import dev.nearstream.upstream.Changes;
import dev.nearstream.upstream.Containment;
import dev.nearstream.upstream.History;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.SourceCommit;
import dev.nearstream.upstream.SourceTree;
import dev.nearstream.upstream.Tag;
import dev.nearstream.upstream.UpstreamException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What history says of picks at one revision; it is had when it is first asked. Not thread-safe. */
final class PickHistory implements AutoCloseable {
    private static final int MOST_COMMITS = 2_000;
    private static final int SHORTEST_HASH = 8;
    private static final Pattern PICKED = Pattern.compile("\\(cherry picked from commit ([0-9a-f]{8,40})\\)");
    private static final Pattern REVERTS = Pattern.compile("[Tt]his reverts commit ([0-9a-f]{8,40})");

    private final Mirror mirror;
    private final String packaged;
    private final String revision;
    private final List<Tag> releases;
    private @Nullable History history;

    PickHistory(Mirror mirror, String packaged, String revision, List<Tag> releases) {
        this.mirror = mirror;
        this.packaged = packaged;
        this.revision = revision;
        this.releases = releases;
    }

    private History history() {
        History open = history;
        if (open == null) {
            open = mirror.history(packaged, revision);
            history = open;
        }
        return open;
    }

    Containment contained(Change change) {
        return history().contains(revision, change.commit());
    }

    /**
     * A commit of the revision's that is another form of this one: picked from it, its origin, or with the same author's
     * date and subject, as a rebase leaves them. It says so itself: whether its content is the same is another question.
     */
    Optional<Change> equal(Change change, List<String> paths) {
        String from = packaged.equals(revision)
                ? change.parents().stream().findFirst().orElse(packaged)
                : packaged;
        List<Change> changes =
                history().between(from, revision, paths, MOST_COMMITS).changes();
        Matcher origin = PICKED.matcher(change.message());
        @Nullable String picked = origin.find() ? origin.group(1) : null;
        return changes.stream()
                .filter(other -> !other.commit().equals(change.commit()))
                .filter(other -> names(PICKED, other.message(), change.commit())
                        || (picked != null && other.commit().startsWith(picked))
                        || (other.authored().equals(change.authored())
                                && other.subject().equals(change.subject())))
                .reduce((newer, older) -> older);
    }

    /** A commit since that says that it takes this one back, by its hash or its subject. */
    Optional<Change> revert(Change change, List<String> paths) {
        return revert(change, since(change, paths));
    }

    private static Optional<Change> revert(Change change, Changes since) {
        return since.changes().stream()
                .filter(other -> names(REVERTS, other.message(), change.commit())
                        || other.subject().contains("Revert \"" + change.subject()))
                .findFirst();
    }

    private Changes since(Change change, List<String> paths) {
        return history().between(change.commit(), revision, paths, MOST_COMMITS);
    }

    /**
     * Whether the revision's line had all of the commit when it came in, and no later commit says that it took it back:
     * what is otherwise now was changed further.
     */
    boolean arrivedWhole(SourceCommit commit, List<String> paths) throws UpstreamException {
        Change change = commit.change();
        Changes since = since(change, paths);
        if (!since.complete() || revert(change, since).isPresent()) {
            return false;
        }
        Optional<Change> arrival = history().arrival(revision, change.commit());
        if (arrival.isEmpty()) {
            return false;
        }
        try (SourceTree tree = history().tree(arrival.get().commit())) {
            return PickMerge.of(commit, new PickTree(tree)).isEmpty();
        }
    }

    Evidence evidence(Evidence.Kind kind, Change change, String detail) {
        @Nullable
        String first = releases.isEmpty()
                ? null
                : history()
                        .firstRelease(change.commit(), releases)
                        .tag()
                        .map(Tag::name)
                        .orElse(null);
        return new Evidence(
                kind,
                change.commit(),
                change.subject(),
                LocalDate.ofInstant(change.committed(), ZoneOffset.UTC),
                first,
                detail);
    }

    private static boolean names(Pattern pattern, String message, String commit) {
        Matcher matcher = pattern.matcher(message);
        while (matcher.find()) {
            if (matcher.group(1).length() >= SHORTEST_HASH && commit.startsWith(matcher.group(1))) {
                return true;
            }
        }
        return false;
    }

    /** The commits up to the last of many picks, where the picks are nearly all of them: then they are one snapshot. */
    Optional<String> snapshot(List<String> picks) {
        String last = picks.get(picks.size() - 1);
        try (History ahead = mirror.history(packaged, last)) {
            Changes between = ahead.between(packaged, last, List.of(), 10 * picks.size());
            Set<String> picked = Set.copyOf(picks);
            int all = between.changes().size();
            long among = between.changes().stream()
                    .filter(change -> picked.contains(change.commit()))
                    .count();
            boolean most = between.complete() && among > 0 && among * 10 >= all * 9L;
            return most
                    ? Optional.of("%d of the %d commits from %s to %s"
                            .formatted(among, all, PickRun.brief(packaged), PickRun.brief(last)))
                    : Optional.empty();
        }
    }

    @Override
    public void close() {
        if (history != null) {
            history.close();
        }
    }
}
