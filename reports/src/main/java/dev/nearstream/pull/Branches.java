package dev.nearstream.pull;

import dev.nearstream.bump.branch.BranchException;
import dev.nearstream.bump.branch.BumpCommit;
import dev.nearstream.bump.branch.PushOutcome;
import dev.nearstream.upstream.UpstreamException;
import java.util.List;
import java.util.Optional;

/** Where the bot's commits are made, and go. */
public interface Branches {

    /** Makes a commit of each, one on the other; the last stands for all. */
    BumpCommit commit(List<Prepared.Ready> parts) throws BranchException;

    /** Each of its commits as {@code git format-patch} writes it, in order. */
    List<String> mails(BumpCommit commit) throws BranchException;

    /** The commit that a branch of the remote's names now. */
    Optional<String> head(String branch) throws UpstreamException, BranchException;

    /**
     * As {@link dev.nearstream.bump.branch.BranchPush#push}.
     *
     * @param pushed the commit that we pushed to it last
     */
    PushOutcome push(String branch, BumpCommit commit, Optional<String> pushed)
            throws UpstreamException, BranchException;
}
