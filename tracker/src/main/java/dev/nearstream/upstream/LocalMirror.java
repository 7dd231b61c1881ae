package dev.nearstream.upstream;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** A repository of this machine, read in place: never written, nothing copied. It may lack objects. */
final class LocalMirror extends ReadableMirror {
    private final Path path;
    private @Nullable Repository repository;
    private @Nullable Refs refs;

    LocalMirror(String url, Path path, DateCache cache) {
        super(url, cache);
        this.path = path;
    }

    private synchronized Repository repository() throws UpstreamException {
        Repository open = repository;
        if (open == null) {
            try {
                Optional<Repository> found = LocalRepositories.open(path);
                open = found.orElseThrow(() -> Problems.of(
                        UpstreamException.Kind.NOT_FOUND,
                        url(),
                        null,
                        "there is no repository at " + path,
                        "a bare repository or a checkout would do",
                        null));
            } catch (IOException e) {
                throw Problems.of(UpstreamException.Kind.FAILED, url(), null, Problems.quoted(e), "", e);
            }
            repository = open;
        }
        return open;
    }

    @Override
    public synchronized Refs refs() throws UpstreamException {
        Refs known = refs;
        if (known == null) {
            Repository open = repository();
            try {
                RefDatabase database = open.getRefDatabase();
                List<Ref> all = new ArrayList<>(database.getRefsByPrefix(Constants.R_HEADS));
                for (Ref tag : database.getRefsByPrefix(Constants.R_TAGS)) {
                    all.add(peeled(database, tag));
                }
                @Nullable Ref head = database.exactRef(Constants.HEAD);
                if (head != null) {
                    all.add(head);
                }
                known = RefsFile.of(all);
            } catch (IOException e) {
                throw Problems.of(UpstreamException.Kind.FAILED, url(), null, Problems.quoted(e), "", e);
            }
            refs = known;
        }
        return known;
    }

    /** A tag whose object is missing stays as it is: its name still counts. */
    private static Ref peeled(RefDatabase database, Ref tag) throws IOException {
        try {
            return database.peel(tag);
        } catch (MissingObjectException e) {
            return tag;
        }
    }

    @Override
    public CommitTree tree(String revision) throws UpstreamException {
        if (revision.equals(Constants.HEAD)) {
            return CommitTree.open(repository(), url(), head());
        }
        String object = isHash(revision) ? revision : target(revision).object();
        return CommitTree.open(repository(), url(), commit(ObjectId.fromString(object)));
    }

    /** All that is there, whichever revisions are meant. */
    @Override
    public History history(String from, String to) {
        try {
            return new CommitHistory(repository(), url(), this::named, "", CommitHistory.BOUND);
        } catch (UpstreamException e) {
            return new UnknownHistory(url(), Problems.quoted(e));
        }
    }

    @Override
    public void fetchCommits(Collection<String> hashes) {
        // What is not there is not to be had.
    }

    @Override
    public SourceCommit commit(String hash, @Nullable String branch) throws UpstreamException {
        try (ObjectReader reader = repository().newObjectReader()) {
            ObjectId id = byHash(reader, hash)
                    .orElseThrow(() -> Problems.of(
                            UpstreamException.Kind.MISSING_OBJECT,
                            url(),
                            hash,
                            "there is no such commit in the repository",
                            "a complete clone would have it",
                            null));
            return SourceCommit.open(repository(), url(), id);
        } catch (IOException e) {
            throw Problems.of(UpstreamException.Kind.FAILED, url(), hash, Problems.quoted(e), "", e);
        }
    }

    private String named(String revision) throws UpstreamException {
        return revision.equals(Constants.HEAD)
                ? head().name()
                : target(revision).object();
    }

    /** Also where HEAD names no branch. */
    private ObjectId head() throws UpstreamException {
        try {
            @Nullable ObjectId head = repository().resolve(Constants.HEAD);
            if (head == null) {
                throw noRef(Constants.HEAD);
            }
            return head;
        } catch (IOException e) {
            throw Problems.of(UpstreamException.Kind.FAILED, url(), Constants.HEAD, Problems.quoted(e), "", e);
        }
    }

    private ObjectId commit(ObjectId object) throws UpstreamException {
        try (RevWalk walk = new RevWalk(repository())) {
            RevObject commit = walk.peel(walk.parseAny(object));
            return commit.copy();
        } catch (MissingObjectException e) {
            throw CommitTree.missing(url(), object.name(), e);
        } catch (IOException e) {
            throw Problems.of(UpstreamException.Kind.FAILED, url(), object.name(), Problems.quoted(e), "", e);
        }
    }

    @Override
    Map<String, Instant> readDates(List<Tag> tags) throws UpstreamException {
        return TagDates.read(repository(), tags);
    }

    @Override
    public Optional<String> message(Tag tag) throws UpstreamException {
        return TagDates.message(repository(), tag);
    }

    @Override
    synchronized void release() {
        if (repository != null) {
            repository.close();
            repository = null;
        }
    }
}
