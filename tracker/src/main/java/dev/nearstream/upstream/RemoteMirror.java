package dev.nearstream.upstream;

import dev.nearstream.upstream.UpstreamException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An upstream's mirror under the state directory. Refs alone need no repository; it is made for the first tree. Each
 * commit fetched is held by a ref under {@code refs/nearstream/}.
 */
final class RemoteMirror extends ReadableMirror {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteMirror.class);
    private static final String OURS = "refs/nearstream/";

    private final MirrorFiles files;
    private final Remote remote;
    private final MirrorSettings settings;
    private final Clock clock;
    private final HistoryMirror history;
    private final CommitFetch commits = new CommitFetch(this);
    private @Nullable Repository repository;
    private @Nullable Refs refs;
    private @Nullable UpstreamException refsFailure;

    RemoteMirror(String url, MirrorFiles files, Remote remote, MirrorSettings settings, DateCache cache, Clock clock) {
        super(url, cache);
        this.files = files;
        this.remote = remote;
        this.settings = settings;
        this.clock = clock;
        this.history = new HistoryMirror(url, files.history(), remote, settings);
    }

    MirrorFiles files() {
        return files;
    }

    @Override
    public synchronized Refs refs() throws UpstreamException {
        if (refsFailure != null) {
            throw refsFailure;
        }
        Refs known = refs;
        if (known == null) {
            try {
                known = settings.offline() ? lastRefs() : newRefs();
            } catch (UpstreamException e) {
                refsFailure = e;
                throw e;
            }
            refs = known;
        }
        return known;
    }

    private Refs newRefs() throws UpstreamException {
        Refs now = RefsFile.of(remote.refs());
        try {
            Files.createDirectories(files.directory());
            RefsFile.write(files.refs(), now);
            files.used(clock.instant());
        } catch (IOException e) {
            throw disk(null, e);
        }
        return now;
    }

    private Refs lastRefs() throws UpstreamException {
        try {
            Optional<Refs> last = RefsFile.read(files.refs());
            if (last.isEmpty()) {
                throw offline(null, "its refs were never asked for");
            }
            files.used(clock.instant());
            return last.get();
        } catch (IOException e) {
            throw disk(null, e);
        }
    }

    @Override
    public CommitTree tree(String revision) throws UpstreamException {
        if (isHash(revision)) {
            Optional<ObjectId> here = localCommit(ObjectId.fromString(revision));
            if (here.isPresent()) {
                return open(here.get());
            }
        }
        Target target = isHash(revision) ? byHash(revision) : target(revision);
        Optional<ObjectId> here = localCommit(ObjectId.fromString(target.object()));
        ObjectId commit = here.isPresent() ? here.get() : fetched(target, revision);
        return open(commit);
    }

    @Override
    public History history(String from, String to) {
        try (CommitTree one = tree(from);
                CommitTree other = tree(to)) {
            Instant older = one.date().isBefore(other.date()) ? one.date() : other.date();
            return history.open(
                    wanted(from, one),
                    wanted(to, other),
                    older,
                    refs(),
                    name -> target(name).object());
        } catch (UpstreamException e) {
            return new UnknownHistory(url(), Problems.quoted(e));
        }
    }

    private HistoryMirror.Wanted wanted(String revision, CommitTree tree) throws UpstreamException {
        Target target = isHash(revision) ? byHash(revision) : target(revision);
        @Nullable String ref = target.ref();
        return new HistoryMirror.Wanted(ref == null ? tree.commit() : ref, tree.commit());
    }

    private Target byHash(String hash) throws UpstreamException {
        Refs now = refs();
        for (Tag tag : now.tags().values()) {
            if (tag.object().equals(hash) || tag.commit().equals(hash)) {
                return new Target("refs/tags/" + tag.name(), tag.commit());
            }
        }
        for (Map.Entry<String, String> head : now.heads().entrySet()) {
            if (head.getValue().equals(hash)) {
                return new Target("refs/heads/" + head.getKey(), hash);
            }
        }
        return new Target(null, hash);
    }

    private CommitTree open(ObjectId commit) throws UpstreamException {
        return CommitTree.open(repository().orElseThrow(), url(), commit);
    }

    private ObjectId fetched(Target target, String revision) throws UpstreamException {
        if (settings.offline()) {
            boolean damaged = files.hasRepository() && repository().isEmpty();
            throw offline(revision, damaged ? "its mirror is damaged" : "this commit was never fetched");
        }
        @Nullable String ref = target.ref();
        String source = ref == null ? target.object() : ref;
        String ours = OURS + (ref == null ? "commits/" + target.object() : ref.substring("refs/".length()));
        try (MirrorLock lock = MirrorLock.of(files, url(), revision, settings)) {
            lock.check();
            files.repair();
            Optional<ObjectId> commit = fetch(target, new RefSpec("+" + source + ":" + ours), revision);
            if (commit.isEmpty() && isDamaged(ours)) {
                // A pack of ours was cut or overwritten: git thinks that it has what is not there.
                closeRepository();
                MirrorFiles.delete(files.repository());
                commit = fetch(target, new RefSpec("+" + source + ":" + ours), revision);
            }
            files.used(clock.instant());
            return commit.orElseThrow(() -> noRef(revision));
        } catch (IOException e) {
            throw disk(revision, e);
        }
    }

    /** The commit, once fetched where it was not there; the lock must be held. */
    private Optional<ObjectId> fetch(Target target, RefSpec spec, String revision)
            throws UpstreamException, IOException {
        if (!files.hasRepository()) {
            closeRepository();
            files.makeRepository();
        }
        Optional<ObjectId> here = localCommit(ObjectId.fromString(target.object()));
        if (here.isPresent()) {
            return here;
        }
        Repository into =
                repository().orElseThrow(() -> disk(revision, new IOException(files.repository() + " does not open")));
        remote.fetch(into, List.of(spec), 1, revision, FilterSpec.NO_FILTER);
        here = localCommit(ObjectId.fromString(target.object()));
        @Nullable Ref got = into.exactRef(spec.getDestination());
        // Where it is still not there, the ref has moved since the refs were asked.
        return here.isPresent() || got == null || isHash(revision) ? here : localCommit(got.getObjectId());
    }

    /** Fetches into the repository of single commits, under the lock; which of them it brought is the caller's to see. */
    void fetchAside(List<RefSpec> specs, int depth, String revision) throws UpstreamException {
        if (settings.offline()) {
            throw offline(revision, "this commit was never fetched");
        }
        try (MirrorLock lock = MirrorLock.of(files, url(), revision, settings)) {
            lock.check();
            files.repair();
            if (!files.hasRepository()) {
                closeRepository();
                files.makeRepository();
            }
            Repository into = repository()
                    .orElseThrow(() -> disk(revision, new IOException(files.repository() + " does not open")));
            remote.fetch(into, specs, depth, revision, FilterSpec.NO_FILTER);
            files.used(clock.instant());
        } catch (IOException e) {
            throw disk(revision, e);
        }
    }

    @Override
    public void fetchCommits(Collection<String> hashes) {
        if (!settings.offline()) {
            commits.prepare(hashes);
        }
    }

    @Override
    public SourceCommit commit(String hash, @Nullable String branch) throws UpstreamException {
        return commits.get(hash, branch);
    }

    /** Whether a ref names an object that is not there; one that is there and no commit is no damage. */
    private boolean isDamaged(String ref) throws IOException {
        Optional<Repository> open = repository();
        @Nullable Ref got = open.isEmpty() ? null : open.get().exactRef(ref);
        if (got == null) {
            return false;
        }
        try (RevWalk walk = new RevWalk(open.get())) {
            walk.peel(walk.parseAny(got.getObjectId()));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** The repository where there is one that opens; one that does not is made anew by the next fetch. */
    synchronized Optional<Repository> repository() {
        if (repository == null && files.hasRepository()) {
            try {
                repository = LocalRepositories.build(files.repository());
            } catch (IOException | IllegalArgumentException e) {
                LOG.debug("{} does not open", files.repository(), e);
            }
        }
        return Optional.ofNullable(repository);
    }

    private Optional<ObjectId> localCommit(ObjectId object) {
        Optional<Repository> open = repository();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        try (RevWalk walk = new RevWalk(open.get())) {
            RevObject peeled = walk.peel(walk.parseAny(object));
            return peeled instanceof RevCommit ? Optional.of(peeled.copy()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    Map<String, Instant> readDates(List<Tag> tags) throws UpstreamException {
        Map<String, Instant> dates = new HashMap<>();
        Optional<Repository> open = repository();
        if (open.isPresent()) {
            dates.putAll(TagDates.read(open.get(), tags));
        }
        List<Tag> rest = new ArrayList<>(tags);
        rest.removeIf(tag -> dates.containsKey(tag.object()));
        if (!rest.isEmpty() && !settings.offline()) {
            dates.putAll(new TagFetch(remote).dates(rest));
        }
        return dates;
    }

    @Override
    public Optional<String> message(Tag tag) throws UpstreamException {
        return repository().flatMap(open -> TagDates.message(open, tag));
    }

    @Override
    void release() {
        closeRepository();
        history.release();
    }

    private synchronized void closeRepository() {
        if (repository != null) {
            repository.close();
            repository = null;
        }
    }

    private UpstreamException offline(@Nullable String revision, String what) {
        return Problems.of(Kind.OFFLINE, url(), revision, what, "a run that is not offline would fetch it", null);
    }

    private UpstreamException disk(@Nullable String revision, IOException cause) {
        return Problems.of(Kind.FAILED, url(), revision, Problems.quoted(cause), "", cause);
    }
}
