package dev.nearstream.bump.branch;

import dev.nearstream.http.Redaction;
import dev.nearstream.upstream.BorrowedObjects;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Where commits on top of the recipe repository are made: a bare repository of our own, which borrows the recipe
 * repository's objects and writes none into it. It may be deleted while nothing runs: what was pushed is on the remote,
 * and the rest is made again. Not safe for several threads.
 */
public final class BranchRepository implements AutoCloseable {
    private final Repository repository;
    private final BorrowedObjects base;
    private final Path directory;

    private BranchRepository(Repository repository, BorrowedObjects base, Path directory) {
        this.repository = repository;
        this.base = base;
        this.directory = directory;
    }

    /**
     * Opens it, and makes it where it is not there.
     *
     * @param directory of its own
     * @param base the commit of the recipe repository that all commits are to stand on
     */
    public static BranchRepository open(Path directory, BorrowedObjects base) throws BranchException {
        try {
            Repository repository = OwnRepository.open(directory, base.objects());
            BranchRepository opened = new BranchRepository(repository, base, directory);
            opened.admitShallow();
            return opened;
        } catch (IOException e) {
            throw new BranchException(directory + ": " + Redaction.quoted(e), e);
        }
    }

    /** Where the recipe repository's history ends, ours does too. */
    private void admitShallow() throws IOException {
        Set<ObjectId> ends = new HashSet<>(repository.getObjectDatabase().getShallowCommits());
        boolean more = false;
        for (String end : base.shallow()) {
            more |= ends.add(ObjectId.fromString(end));
        }
        if (more) {
            repository.getObjectDatabase().setShallowCommits(ends);
        }
    }

    /** The commit that all stand on. */
    public String base() {
        return base.commit();
    }

    /** Makes a commit on the base: see {@link #commits}. */
    public BumpCommit commit(
            Collection<FileChange> changes, CommitMessage message, CommitIdentity identity, Instant when)
            throws BranchException {
        return commits(List.of(new CommitContent(changes, message)), identity, when);
    }

    /**
     * Makes commits, each on the one before and the first on the base. Unsigned ones, and those signed with an SSH key of
     * a deterministic kind (Ed25519, RSA), have the same ids each time they are made of the same parts.
     *
     * @param contents at least one
     * @param when the date of authors and committers, to the second
     * @return the last, which stands for all
     * @throws BranchException where a change does not fit the tree below it, the changes of one change nothing, or the key
     *     is not to be had
     */
    public BumpCommit commits(List<CommitContent> contents, CommitIdentity identity, Instant when)
            throws BranchException {
        try {
            return new CommitChain(repository, identity, when).make(ObjectId.fromString(base.commit()), contents);
        } catch (MissingObjectException e) {
            throw missing(e);
        } catch (IOException e) {
            throw new BranchException(base.url() + " " + base.commit() + ": " + Redaction.quoted(e), e);
        }
    }

    /**
     * Whether a branch already has what a commit brings: what it changes since it left the base's history is what the
     * commit changes, from the same files as they are in the base today. What the base has got elsewhere since does not
     * count, nor do dates and messages.
     *
     * @param head the branch's newest commit, which must be here
     * @param ours whether it is known that we made the head, so that below our commits is the base of its time; asked
     *     where the history is not here that would tell
     */
    public boolean sameContent(String head, BumpCommit wanted, boolean ours) throws BranchException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit branch = walk.parseCommit(ObjectId.fromString(head));
            Optional<RevCommit> left = fork(branch, ObjectId.fromString(wanted.base()));
            if (left.isEmpty()) {
                left = CommitChain.below(
                                walk, branch, CommitChain.ids(walk, wanted).size())
                        .filter(below -> ours || below.name().equals(wanted.base()));
            }
            return left.isPresent()
                    && ContentHash.between(walk.getObjectReader(), left.get().getTree(), branch.getTree())
                            .equals(wanted.contentHash());
        } catch (MissingObjectException e) {
            throw missing(e);
        } catch (IOException e) {
            throw new BranchException(base.url() + " " + head + ": " + Redaction.quoted(e), e);
        }
    }

    /** The commit at which a branch left the base's history; empty where the history that is here does not tell. */
    Optional<RevCommit> fork(ObjectId branch, ObjectId mainline) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRetainBody(false);
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.setTreeFilter(TreeFilter.ALL);
            walk.markStart(walk.parseCommit(branch));
            walk.markStart(walk.parseCommit(mainline));
            @Nullable RevCommit found = walk.next();
            return Optional.ofNullable(found);
        } catch (MissingObjectException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a commit that was read from the recipe repository is part of a branch of the remote's, as far as the
     * history here tells: a person's own commits must not be pushed by the way.
     *
     * @param tip the branch's newest commit on the remote
     * @return empty where the tip is not here
     */
    public Optional<Boolean> isBaseIn(String tip) throws BranchException {
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId id = ObjectId.fromString(tip);
            return repository.getObjectDatabase().has(id)
                    ? Optional.of(walk.isMergedInto(
                            walk.parseCommit(ObjectId.fromString(base.commit())), walk.parseCommit(id)))
                    : Optional.empty();
        } catch (MissingObjectException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new BranchException(base.url() + " " + tip + ": " + Redaction.quoted(e), e);
        }
    }

    /** How many commits stand on the base. */
    int length(BumpCommit commit) throws BranchException {
        try (RevWalk walk = new RevWalk(repository)) {
            return CommitChain.ids(walk, commit).size();
        } catch (IOException e) {
            throw new BranchException(base.url() + " " + commit.id() + ": " + Redaction.quoted(e), e);
        }
    }

    /** Each of the commits as {@code git format-patch} writes it, for {@code git am}: see {@link MailedPatch}. */
    public List<String> mails(BumpCommit commit) throws BranchException {
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk walk = new RevWalk(reader)) {
            return new MailedPatch(reader).write(CommitChain.ids(walk, commit));
        } catch (MissingObjectException e) {
            throw missing(e);
        } catch (IOException e) {
            throw new BranchException(base.url() + " " + commit.id() + ": " + Redaction.quoted(e), e);
        }
    }

    Repository repository() {
        return repository;
    }

    Path directory() {
        return directory;
    }

    BorrowedObjects borrowed() {
        return base;
    }

    private BranchException missing(MissingObjectException e) {
        return new BranchException(
                base.url() + " " + base.commit() + ": object "
                        + e.getObjectId().name()
                        + " is missing from the repository; a complete clone would have it",
                e);
    }

    @Override
    public void close() {
        repository.close();
    }
}
