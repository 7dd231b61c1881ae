package dev.nearstream.pull;

import dev.nearstream.bump.branch.BranchException;
import dev.nearstream.bump.branch.BranchPush;
import dev.nearstream.bump.branch.BranchRepository;
import dev.nearstream.bump.branch.BumpCommit;
import dev.nearstream.bump.branch.CommitIdentity;
import dev.nearstream.bump.branch.PushOutcome;
import dev.nearstream.upstream.UpstreamException;
import java.time.Instant;
import java.util.Optional;

/**
 * Branches of a git remote.
 *
 * @param when the date of the commits
 */
public record GitBranches(BranchRepository repository, BranchPush push, CommitIdentity identity, Instant when)
        implements Branches {

    @Override
    public BumpCommit commit(Prepared.Ready ready) throws BranchException {
        return repository.commit(ready.changes(), ready.message(), identity, when);
    }

    @Override
    public String mail(BumpCommit commit) throws BranchException {
        return String.join("", repository.mails(commit));
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
