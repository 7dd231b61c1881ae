package dev.nearstream.upstream;

import dev.nearstream.task.Task;
import dev.nearstream.upstream.Containment.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** The commits of a repository of this machine, walked anew for each question. */
final class CommitHistory implements History {
    /** Commits looked at for one answer: some seconds, and some tens of megabytes. */
    static final int BOUND = 200_000;

    private final Repository repository;
    private final String url;
    private final Naming naming;
    private final String shortfall;
    private final int bound;

    /** Says which object a revision names. */
    interface Naming {
        String object(String revision) throws UpstreamException;
    }

    /**
     * Keeps the repository open until it is closed itself.
     *
     * @param shortfall why history is shorter than was asked for, or empty; said beside each gap
     */
    CommitHistory(Repository repository, String url, Naming naming, String shortfall, int bound) {
        this.repository = repository;
        this.url = url;
        this.naming = naming;
        this.shortfall = shortfall;
        this.bound = bound;
        repository.incrementOpen();
    }

    @Override
    public Changes between(String from, String to, Collection<String> paths, int atMost) {
        try (RevWalk walk = walk();
                TouchedPaths touched = new TouchedPaths(repository, walk, paths)) {
            Painting.Sides sides = new Painting(ancestry(walk)).of(commit(to), commit(from));
            List<Change> changes = new ArrayList<>();
            @Nullable String gap = sides.gap();
            for (RevCommit commit : sides.left()) {
                if (changes.size() == atMost) {
                    gap = gap == null ? "there are more than " + atMost + " commits" : gap;
                    break;
                }
                try {
                    if (isWhole(commit) && touched.by(commit)) {
                        changes.add(CommitReader.read(walk.getObjectReader(), commit));
                    }
                } catch (MissingObjectException e) {
                    gap = gap == null ? words(e) : gap;
                }
            }
            return new Changes(changes, gap == null ? "" : words(gap));
        } catch (IOException | UpstreamException e) {
            return Changes.none(words(e));
        }
    }

    /** A commit that is cut off from its parents seems to have made all its files. */
    private boolean isWhole(RevCommit commit) throws IOException {
        return !repository.getObjectDatabase().getShallowCommits().contains(commit);
    }

    @Override
    public Containment contains(String revision, String commit) {
        try {
            return first(commit, List.of(commit(revision))).contained();
        } catch (IOException | UpstreamException e) {
            return Containment.unknown(words(e));
        }
    }

    @Override
    public FirstRelease firstRelease(String commit, List<Tag> candidates) {
        List<@Nullable ObjectId> revisions = new ArrayList<>();
        for (Tag tag : candidates) {
            revisions.add(present(ObjectId.fromString(tag.commit())));
        }
        Found found = first(commit, revisions);
        return new FirstRelease(found.contained(), found.index() < 0 ? null : candidates.get(found.index()));
    }

    private record Found(Containment contained, int index) {}

    private Found first(String commit, List<@Nullable ObjectId> revisions) {
        try (RevWalk walk = walk()) {
            ReleaseSearch.Found found = new ReleaseSearch(ancestry(walk)).first(commit(commit), revisions);
            @Nullable String gap = found.gap();
            if (gap != null) {
                return new Found(Containment.unknown(words(gap)), -1);
            }
            return new Found(new Containment(found.index() < 0 ? Answer.NO : Answer.YES, ""), found.index());
        } catch (IOException | UpstreamException e) {
            return new Found(Containment.unknown(words(e)), -1);
        }
    }

    @Override
    public Divergence divergence(String one, String other) {
        try (RevWalk walk = walk()) {
            Painting.Sides sides = new Painting(ancestry(walk)).of(commit(one), commit(other));
            @Nullable RevCommit base = sides.base();
            @Nullable String gap = sides.gap();
            return new Divergence(
                    sides.left().size(),
                    sides.right().size(),
                    base == null ? null : base.name(),
                    gap == null ? "" : words(gap));
        } catch (IOException | UpstreamException e) {
            return Divergence.unknown(words(e));
        }
    }

    @Override
    public Optional<Change> arrival(String revision, String commit) {
        try (RevWalk walk = walk()) {
            List<@Nullable ObjectId> line = new ArrayList<>(
                    firstParents(walk, walk.parseCommit(commit(revision)), walk.parseCommit(commit(commit))));
            Collections.reverse(line);
            Found found = first(commit, line);
            @Nullable ObjectId arrival = found.index() < 0 ? null : line.get(found.index());
            return arrival == null ? Optional.empty() : change(arrival.name());
        } catch (IOException | UpstreamException e) {
            return Optional.empty();
        }
    }

    /** Newest first, down to the commit or to the first that is older. */
    private List<ObjectId> firstParents(RevWalk walk, RevCommit from, RevCommit to) throws IOException {
        List<ObjectId> line = new ArrayList<>(List.of(from.copy()));
        RevCommit last = from;
        while (!last.equals(to) && last.getParentCount() > 0 && last.getCommitTime() >= to.getCommitTime()) {
            Task.check();
            last = walk.parseCommit(last.getParent(0));
            line.add(last.copy());
            if (line.size() > bound) {
                throw new IOException("more than " + bound + " commits would have to be looked at");
            }
        }
        return line;
    }

    @Override
    public SourceTree tree(String commit) throws UpstreamException {
        return CommitTree.open(repository, url, ObjectId.fromString(commit));
    }

    @Override
    public Optional<Change> change(String commit) {
        if (!ObjectId.isId(commit)) {
            return Optional.empty();
        }
        try (ObjectReader reader = repository.newObjectReader()) {
            return Optional.of(CommitReader.read(reader, ObjectId.fromString(commit)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<byte[]> before(Change change, String path) throws UpstreamException {
        return change.parents().isEmpty()
                ? Optional.empty()
                : read(change.parents().get(0), path);
    }

    @Override
    public Optional<byte[]> after(Change change, String path) throws UpstreamException {
        return read(change.commit(), path);
    }

    private Optional<byte[]> read(String commit, String path) throws UpstreamException {
        try (CommitTree tree = CommitTree.open(repository, url, ObjectId.fromString(commit))) {
            return tree.read(path);
        }
    }

    @Override
    public Optional<String> renamed(Change change, String path) throws UpstreamException {
        if (change.parents().isEmpty()) {
            return Optional.empty();
        }
        try (CommitTree before = CommitTree.open(
                        repository, url, ObjectId.fromString(change.parents().get(0)));
                CommitTree after = CommitTree.open(repository, url, ObjectId.fromString(change.commit()))) {
            if (before.find(path).isEmpty() || after.find(path).isPresent()) {
                return Optional.empty();
            }
            return new Renames(repository)
                    .renamed(before.tree().root(), after.tree().root(), path);
        } catch (MissingObjectException e) {
            throw CommitTree.missing(url, change.commit(), e);
        } catch (IOException e) {
            throw Problems.of(UpstreamException.Kind.FAILED, url, change.commit(), Problems.quoted(e), "", e);
        }
    }

    private RevWalk walk() {
        RevWalk walk = new RevWalk(repository);
        walk.setRetainBody(false);
        return walk;
    }

    private Ancestry ancestry(RevWalk walk) throws IOException {
        return new Ancestry(walk, repository.getObjectDatabase().getShallowCommits(), bound);
    }

    private ObjectId commit(String revision) throws UpstreamException, IOException {
        ObjectId object = ObjectId.fromString(ReadableMirror.isHash(revision) ? revision : naming.object(revision));
        try (RevWalk walk = new RevWalk(repository)) {
            RevObject peeled = walk.peel(walk.parseAny(object));
            if (peeled instanceof RevCommit) {
                return peeled.copy();
            }
            throw Problems.of(UpstreamException.Kind.NO_REF, url, revision, "this is no commit", "", null);
        }
    }

    private @Nullable ObjectId present(ObjectId commit) {
        try (ObjectReader reader = repository.newObjectReader()) {
            return reader.has(commit) ? commit : null;
        } catch (IOException e) {
            return null;
        }
    }

    private String words(Exception e) {
        if (e instanceof MissingObjectException missing) {
            return words("object " + missing.getObjectId().name() + " is not there");
        }
        return words(Problems.oneLine(Problems.quoted(e)));
    }

    private String words(String gap) {
        return shortfall.isEmpty() ? gap : gap + " (" + shortfall + ")";
    }

    @Override
    public void close() {
        repository.close();
    }
}
