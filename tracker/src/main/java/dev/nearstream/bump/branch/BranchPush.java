package dev.nearstream.bump.branch;

import dev.nearstream.bump.branch.PushOutcome.Refused;
import dev.nearstream.http.Redaction;
import dev.nearstream.upstream.RemoteBranches;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * Brings commits to branches of a remote that are ours: whose names begin with a prefix, and whose head is the commit
 * that we pushed last. A branch that anybody else has committed to is left as it is.
 *
 * @param prefix that the names of our branches begin with, as {@code nearstream/}
 * @param baseBranch that pull requests go into, and that is never pushed to
 * @param mail the committer's in all commits of ours
 */
public record BranchPush(
        BranchRepository repository, RemoteBranches remote, String prefix, String baseBranch, String mail) {

    public BranchPush {
        if (prefix.isBlank()) {
            throw new IllegalArgumentException(
                    "the prefix of our branches is empty; one as nearstream/ would keep other branches safe");
        }
    }

    /** The commit that a branch of the remote's names now. */
    public Optional<String> head(String branch) throws UpstreamException {
        return Optional.ofNullable(remote.heads().get(branch));
    }

    /**
     * Holds that what we stand on is public: the remote has the base branch, and our base is part of it.
     *
     * @throws BranchException where it is not, or cannot be told, for the remote has commits that are not here
     */
    public void requirePublicBase() throws UpstreamException, BranchException {
        String tip = head(baseBranch)
                .orElseThrow(() -> new BranchException("%s has no branch %s; pulls.base names the one to merge into"
                        .formatted(remote.url(), baseBranch)));
        boolean isPublic = repository
                .isBaseIn(tip)
                .orElseThrow(() -> new BranchException(
                        "%s is at %s on %s, which is not here: fetch and check it out first, so that only what is there is built upon"
                                .formatted(remote.url(), tip, baseBranch)));
        if (!isPublic) {
            throw new BranchException(
                    "%s, which the recipes are read at, is not in %s of %s: push it first, or check out what is there"
                            .formatted(repository.borrowed().commit(), baseBranch, remote.url()));
        }
    }

    /**
     * Lets a branch of the remote have a commit's content.
     *
     * <p>The branch is replaced by force, in one step on the server, and only while it names the commit that was read
     * before. What was pushed must be stored before anything else is done, and the commit before it is pushed: after a
     * kill, {@link #head} then tells which of the two the branch has.
     *
     * @param branch without {@code refs/heads/}
     * @param pushed the commit that we pushed to it last; empty where we never did
     * @throws BranchException where the branch's name is none of ours
     */
    public PushOutcome push(String branch, BumpCommit commit, Optional<String> pushed)
            throws UpstreamException, BranchException {
        check(branch);
        Map<String, String> heads = remote.heads();
        @Nullable String head = heads.get(branch);
        if (head == null) {
            return pushed.isEmpty()
                    ? send(branch, commit, Optional.empty(), heads)
                    : new Refused(
                            Refused.Cause.SOMEBODY_ELSE,
                            branch + ": is gone from " + remote.url() + ", and we have not deleted it");
        }
        if (head.equals(commit.id())) {
            return new PushOutcome.UpToDate(head);
        }
        boolean ours = pushed.equals(Optional.of(head));
        have(branch, head, repository.length(commit));
        if (repository.sameContent(head, commit, ours)) {
            return new PushOutcome.UpToDate(head);
        }
        Optional<String> stranger = stranger(head, ours);
        return stranger.isPresent()
                ? new Refused(Refused.Cause.SOMEBODY_ELSE, branch + ": " + stranger.get())
                : send(branch, commit, Optional.of(head), heads);
    }

    private void check(String branch) throws BranchException {
        if (!branch.startsWith(prefix) || branch.length() == prefix.length() || branch.equals(baseBranch)) {
            throw new BranchException(
                    branch + ": is no branch of ours; a name that begins with " + prefix + " would be");
        }
        if (!Repository.isValidRefName(Constants.R_HEADS + branch)) {
            throw new BranchException(branch + ": is no valid name of a branch");
        }
    }

    /** Lets the head be here, and what a chain of that length has below it. */
    private void have(String branch, String head, int length) throws UpstreamException, BranchException {
        try {
            if (!repository.repository().getObjectDatabase().has(ObjectId.fromString(head))) {
                OptionalInt newest =
                        repository.borrowed().isComplete() ? OptionalInt.empty() : OptionalInt.of(length + 1);
                remote.fetch(repository.repository(), branch, newest);
            }
        } catch (IOException e) {
            throw new BranchException(branch + ": " + Redaction.quoted(e), e);
        }
    }

    /** Why the head is not ours to replace; empty where it is. */
    private Optional<String> stranger(String head, boolean ours) throws BranchException {
        try (RevWalk walk = new RevWalk(repository.repository())) {
            RevCommit commit = walk.parseCommit(ObjectId.fromString(head));
            PersonIdent committer = commit.getCommitterIdent();
            if (ours
                    && commit.getParentCount() == 1
                    && committer.getEmailAddress().equals(mail)) {
                return Optional.empty();
            }
            return Optional.of("its newest commit " + commit.abbreviate(10).name() + " (\""
                    + Redaction.oneLine(commit.getShortMessage()) + "\", by "
                    + Redaction.oneLine(committer.getName()) + ") is none that we pushed");
        } catch (IOException e) {
            throw new BranchException(head + ": " + Redaction.quoted(e), e);
        }
    }

    private PushOutcome send(String branch, BumpCommit commit, Optional<String> head, Map<String, String> heads)
            throws UpstreamException, BranchException {
        RemoteBranches.Answer answer;
        try (OutgoingRepository outgoing = OutgoingRepository.make(repository, commit, heads.get(baseBranch))) {
            answer = remote.push(
                    outgoing.repository(),
                    branch,
                    ObjectId.fromString(commit.id()),
                    head.map(ObjectId::fromString).orElse(ObjectId.zeroId()));
        } catch (IOException e) {
            throw new BranchException(branch + ": " + Redaction.quoted(e), e);
        }
        return switch (answer.status()) {
            case OK -> new PushOutcome.Pushed(commit.id(), head);
            case UP_TO_DATE -> new PushOutcome.UpToDate(commit.id());
            case REJECTED_REMOTE_CHANGED ->
                new Refused(Refused.Cause.SOMEBODY_ELSE, branch + ": was pushed to by somebody else just now");
            default ->
                new Refused(
                        Refused.Cause.SERVER,
                        branch + ": " + remote.url() + " does not take it: "
                                + (answer.message().isEmpty() ? answer.status().name() : answer.message()));
        };
    }
}
