package dev.nearstream.bump.branch;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Commits that stand on each other: no merges, and the first one on the base. */
record CommitChain(Repository repository, CommitIdentity identity, Instant when) {

    BumpCommit make(ObjectId base, List<CommitContent> contents) throws IOException, BranchException {
        ObjectId tip = base;
        for (CommitContent content : contents) {
            tip = add(tip, content);
        }
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId tree = walk.parseCommit(tip).getTree();
            String hash = ContentHash.between(
                    walk.getObjectReader(), walk.parseCommit(base).getTree(), tree);
            return new BumpCommit(tip.name(), tree.name(), base.name(), hash);
        }
    }

    private ObjectId add(ObjectId on, CommitContent content) throws IOException, BranchException {
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk walk = new RevWalk(reader);
                ObjectInserter inserter = repository.newObjectInserter()) {
            RevCommit parent = walk.parseCommit(on);
            ObjectId tree = new TreeEdit(reader, inserter).apply(parent.getTree(), content.changes());
            if (tree.equals(parent.getTree())) {
                throw new BranchException(
                        content.message().title() + ": the changes leave the files of " + on.name() + " as they are");
            }
            PersonIdent person = identity.at(when);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree);
            commit.setParentId(parent);
            commit.setAuthor(person);
            commit.setCommitter(person);
            commit.setMessage(content.message().text(identity));
            Optional<SigningKey> signing = identity.signing();
            if (signing.isPresent()) {
                new CommitSigner(signing.get()).sign(repository, commit, person);
            }
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }

    /** The commits above the base, the first one first. */
    static List<ObjectId> ids(RevWalk walk, BumpCommit commit) throws IOException {
        Deque<ObjectId> ids = new ArrayDeque<>();
        RevCommit at = walk.parseCommit(ObjectId.fromString(commit.id()));
        while (!at.name().equals(commit.base())) {
            ids.addFirst(at.copy());
            at = walk.parseCommit(at.getParent(0));
        }
        return List.copyOf(ids);
    }

    /** The commit so many below another; empty where a merge is between, or history ends before. */
    static Optional<RevCommit> below(RevWalk walk, RevCommit tip, int commits) throws IOException {
        RevCommit at = tip;
        for (int i = 0; i < commits; i++) {
            if (at.getParentCount() != 1) {
                return Optional.empty();
            }
            at = walk.parseCommit(at.getParent(0));
        }
        return Optional.of(at);
    }
}
