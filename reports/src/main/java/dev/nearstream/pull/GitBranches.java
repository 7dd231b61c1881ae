package dev.nearstream.pull;

import dev.nearstream.bump.branch.BranchException;
import dev.nearstream.bump.branch.BranchPush;
import dev.nearstream.bump.branch.BranchRepository;
import dev.nearstream.bump.branch.BumpCommit;
import dev.nearstream.bump.branch.CommitContent;
import dev.nearstream.bump.branch.CommitIdentity;
import dev.nearstream.bump.branch.PushOutcome;
import dev.nearstream.upstream.UpstreamException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Branches of a git remote.
 *
 * @param when the date of the commits
 */
public record GitBranches(BranchRepository repository, BranchPush push, CommitIdentity identity, Instant when)
        implements Branches {

    @Override
    public BumpCommit commit(List<Prepared.Ready> parts) throws BranchException {
        List<CommitContent> contents = parts.stream()
                .map(part -> new CommitContent(part.changes(), part.message()))
                .toList();
        return repository.commits(contents, identity, when);
    }

    @Override
    public List<String> mails(BumpCommit commit) throws BranchException {
        return repository.mails(commit);
    }

    @Override
    public Optional<String> head(String branch) throws UpstreamException {
        return push.head(branch);
    }

    @Override
    public PushOutcome push(String branch, BumpCommit commit, Optional<String> pushed)
            throws UpstreamException, BranchException {
        return push.push(branch, commit, pushed);
    }
}
