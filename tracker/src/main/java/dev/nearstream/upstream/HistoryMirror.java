package dev.nearstream.upstream;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.RefSpec;
import org.jspecify.annotations.Nullable;

/**
 * The part of an upstream's history that was asked for, in a repository of its own beside the one of single commits:
 * there each commit is cut off from its parents, and JGit asks a server for no commit that it has. It is fetched by date
 * into an empty repository that then takes the place of the one before, so that it is whole or not there.
 */
final class HistoryMirror {
    private static final String OURS = "refs/nearstream/";
    private static final int KEPT = 8;

    /**
     * How much older than the older revision: a maintenance branch leaves the other some while before its releases. The
     * second is tried where the first is not enough.
     */
    private static final List<Duration> MARGINS = List.of(Duration.ofDays(30), Duration.ofDays(400));

    private final String url;
    private final MirrorFiles files;
    private final Remote remote;
    private final MirrorSettings settings;
    private final Map<List<Wanted>, String> shortfalls = new HashMap<>();
    private @Nullable Repository repository;

    HistoryMirror(String url, MirrorFiles files, Remote remote, MirrorSettings settings) {
        this.url = url;
        this.files = files;
        this.remote = remote;
        this.settings = settings;
    }

    /**
     * A revision whose ancestors are wanted.
     *
     * @param source what the server is asked for: a ref or a hash
     */
    record Wanted(String source, String commit) {
        String destination() {
            return OURS + (source.startsWith("refs/") ? source.substring("refs/".length()) : "commits/" + source);
        }
    }

    /**
     * What is there once it was tried to have the history between both; at most one attempt a run.
     *
     * @param older the date of the older of both
     * @param refs as the server has them
     */
    synchronized History open(Wanted from, Wanted to, Instant older, Refs refs, CommitHistory.Naming naming) {
        List<Wanted> key = List.of(from, to);
        String shortfall = shortfalls.getOrDefault(key, "");
        if (shortfall.isEmpty() && !isEnough(from, to)) {
            shortfall = settings.offline()
                    ? "offline, and this history was never fetched"
                    : deepened(from, to, older, refs);
            shortfalls.put(key, shortfall);
        }
        Optional<Repository> open = repository();
        return open.isPresent()
                ? new CommitHistory(open.get(), url, naming, shortfall, CommitHistory.BOUND)
                : new UnknownHistory(url, shortfall);
    }

    /** Why it is not enough even now, or empty. */
    private String deepened(Wanted from, Wanted to, Instant older, Refs refs) {
        try (MirrorLock lock = MirrorLock.of(files, url, to.source(), settings)) {
            lock.check();
            for (Duration margin : MARGINS) {
                fetch(from, to, older.minus(margin), refs);
                if (isEnough(from, to)) {
                    return "";
                }
            }
            return "history was fetched back to "
                    + older.minus(MARGINS.get(MARGINS.size() - 1)).toString().substring(0, 10);
        } catch (UpstreamException | IOException e) {
            return "history could not be fetched: " + Problems.quoted(e);
        }
    }

    /** The lock must be held. */
    private void fetch(Wanted from, Wanted to, Instant since, Refs refs) throws UpstreamException, IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put(from.destination(), from.source());
        sources.put(to.destination(), to.source());
        kept(sources, refs);
        List<RefSpec> specs = new ArrayList<>();
        sources.forEach((destination, source) -> specs.add(new RefSpec("+" + source + ":" + destination)));
        try (Repository into = files.newRepository()) {
            remote.fetchSince(into, specs, to.source(), since);
        }
        release();
        files.replaceRepository();
    }

    /** What was asked for before, by other streams of the same upstream, stays; not for ever. */
    private void kept(Map<String, String> sources, Refs refs) throws IOException {
        Optional<Repository> open = repository();
        if (open.isEmpty()) {
            return;
        }
        String tags = OURS + "tags/";
        List<Ref> before = open.get().getRefDatabase().getRefsByPrefix(tags);
        if (before.size() <= KEPT) {
            for (Ref ref : before) {
                String tag = ref.getName().substring(tags.length());
                if (refs.tag(tag).isPresent()) {
                    sources.put(ref.getName(), "refs/tags/" + tag);
                }
            }
        }
    }

    /** Whether both are there, and nothing is cut before they meet. */
    private boolean isEnough(Wanted from, Wanted to) {
        Optional<Repository> open = repository();
        if (open.isEmpty()) {
            return false;
        }
        try (RevWalk walk = new RevWalk(open.get())) {
            walk.setRetainBody(false);
            Ancestry ancestry =
                    new Ancestry(walk, open.get().getObjectDatabase().getShallowCommits(), CommitHistory.BOUND);
            Painting.Sides sides =
                    new Painting(ancestry).of(ObjectId.fromString(to.commit()), ObjectId.fromString(from.commit()));
            return sides.gap() == null || ancestry.over();
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<Repository> repository() {
        if (repository == null && files.hasRepository()) {
            try {
                repository = LocalRepositories.build(files.repository());
            } catch (IOException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(repository);
    }

    synchronized void release() {
        if (repository != null) {
            repository.close();
            repository = null;
        }
    }
}
