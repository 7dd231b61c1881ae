package dev.nearstream.bump.branch;

import dev.nearstream.http.Redaction;
import dev.nearstream.upstream.BorrowedObjects;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
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

    /**
     * Makes a commit on the base. An unsigned one, and one signed with an SSH key of a deterministic kind (Ed25519, RSA),
     * has the same id each time it is made of the same parts.
     *
     * @param when the date of author and committer, to the second
     * @throws BranchException where a change does not fit the base, all of them change nothing, or the key is not to be
     *     had
     */
    public BumpCommit commit(
            Collection<FileChange> changes, CommitMessage message, CommitIdentity identity, Instant when)
            throws BranchException {
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk walk = new RevWalk(reader);
                ObjectInserter inserter = repository.newObjectInserter()) {
            RevCommit parent = walk.parseCommit(ObjectId.fromString(base.commit()));
            ObjectId tree = new TreeEdit(reader, inserter).apply(parent.getTree(), changes);
            if (tree.equals(parent.getTree())) {
                throw new BranchException(
                        message.title() + ": the changes leave the files of " + base.commit() + " as they are");
            }
            PersonIdent person = identity.at(when);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree);
            commit.setParentId(parent);
            commit.setAuthor(person);
            commit.setCommitter(person);
            commit.setMessage(message.text(identity));
            Optional<SigningKey> signing = identity.signing();
            if (signing.isPresent()) {
                new CommitSigner(signing.get()).sign(repository, commit, person);
            }
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            try (ObjectReader made = repository.newObjectReader()) {
                String hash = ContentHash.between(made, parent.getTree(), tree);
                return new BumpCommit(id.name(), tree.name(), base.commit(), hash);
            }
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
     * @param ours whether it is known that we made the head, so that its parent is the base of its time; asked where the
     *     history is not here that would tell
     */
    public boolean sameContent(String head, BumpCommit wanted, boolean ours) throws BranchException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit branch = walk.parseCommit(ObjectId.fromString(head));
            Optional<RevCommit> left = fork(branch, ObjectId.fromString(wanted.base()));
            if (left.isEmpty() && branch.getParentCount() == 1) {
                RevCommit parent = walk.parseCommit(branch.getParent(0));
                left = ours || parent.name().equals(wanted.base()) ? Optional.of(parent) : left;
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
    private Optional<RevCommit> fork(ObjectId branch, ObjectId mainline) throws IOException {
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

    /** The commit as {@code git format-patch} writes it, for {@code git am}; see {@link MailedPatch}. */
    public String mail(BumpCommit commit) throws BranchException {
        try (ObjectReader reader = repository.newObjectReader()) {
            return new MailedPatch(reader).write(ObjectId.fromString(commit.id()));
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
