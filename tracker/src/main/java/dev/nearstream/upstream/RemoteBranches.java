package dev.nearstream.upstream;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.RemoteRefUpdate.Status;

/**
 * The branches of a repository that may be pushed to, within the time limits, the rewrites and the credentials of the
 * run. Nothing is remembered: each call asks the server.
 */
public final class RemoteBranches {
    private final Remote remote;
    private final UpstreamUrl place;
    private final String url;
    private final boolean offline;
    private final Clock clock;

    /**
     * @param place where it is
     * @param url as people know it
     */
    RemoteBranches(Remote remote, UpstreamUrl place, String url, boolean offline, Clock clock) {
        this.remote = remote;
        this.place = place;
        this.url = url;
        this.offline = offline;
        this.clock = clock;
    }

    /**
     * What the server said to a push.
     *
     * @param message its words, redacted; empty where there are none
     */
    public record Answer(Status status, String message) {}

    /** Without user information. */
    public String url() {
        return url;
    }

    /** Branch names, without {@code refs/heads/}, to commits, as they are now. */
    public Map<String, String> heads() throws UpstreamException {
        requireNetwork(Constants.HEAD);
        return RefsFile.of(remote.refs()).heads();
    }

    /**
     * Fetches a branch's objects, and sets no ref.
     *
     * @param newest only so many of its commits, each one's parent behind it; empty for all
     */
    public void fetch(Repository into, String branch, OptionalInt newest) throws UpstreamException {
        requireNetwork(branch);
        List<RefSpec> specs = List.of(new RefSpec(Constants.R_HEADS + branch));
        if (newest.isPresent()) {
            remote.fetch(into, specs, newest.getAsInt(), branch, FilterSpec.NO_FILTER);
        } else {
            remote.fetchWhole(into, specs, branch);
        }
    }

    /**
     * Sets a branch, by force, where it still names the expected commit. A lock of the branch that a kill has left in a
     * repository on this machine is taken away.
     *
     * @param expectedOld the zero id where there must be no such branch
     */
    public Answer push(Repository from, String branch, ObjectId commit, ObjectId expectedOld) throws UpstreamException {
        requireNetwork(branch);
        RemoteRefUpdate update = remote.push(from, Constants.R_HEADS + branch, commit, expectedOld);
        boolean done = update.getStatus() == Status.OK || update.getStatus() == Status.UP_TO_DATE;
        if (!done && commit.name().equals(heads().get(branch))) {
            // An answer was lost on the wire, and what was sent again met what was done the first time.
            return new Answer(Status.UP_TO_DATE, "");
        }
        Optional<LeftLock> lock = done ? Optional.empty() : lock(branch);
        if (lock.isPresent()) {
            return isTakenAway(lock.get())
                    ? push(from, branch, commit, expectedOld)
                    : new Answer(update.getStatus(), lock.get().advice());
        }
        String message = update.getMessage();
        return new Answer(update.getStatus(), message == null ? "" : UpstreamUrl.withoutUser(message));
    }

    private Optional<LeftLock> lock(String branch) throws UpstreamException {
        try {
            return LeftLock.of(place, branch);
        } catch (IOException e) {
            throw Problems.of(UpstreamException.Kind.FAILED, url, branch, Problems.quoted(e), "", e);
        }
    }

    private boolean isTakenAway(LeftLock lock) {
        try {
            return lock.isTakenAway(clock.instant());
        } catch (IOException e) {
            return false; // it went just now, or may not be deleted: its advice says what to do
        }
    }

    /**
     * Asks whether this user's credential may push at all, and pushes nothing. Of single branches it says nothing.
     *
     * @throws UpstreamException of kind DENIED or NOT_FOUND where it may not; the message says what would be right
     */
    public void requirePush() throws UpstreamException {
        requireNetwork(Constants.HEAD);
        try {
            remote.openPush();
        } catch (UpstreamException e) {
            if (e.kind() != UpstreamException.Kind.DENIED && e.kind() != UpstreamException.Kind.NOT_FOUND) {
                throw e;
            }
            throw new UpstreamException(
                    e.kind(),
                    url,
                    null,
                    e.getMessage()
                            + "; git cannot push: the credential for it (NEARSTREAM_TOKEN_<HOST>, netrc, or an ssh"
                            + " key) needs the right to write",
                    e);
        }
    }

    private void requireNetwork(String ref) throws UpstreamException {
        if (offline) {
            throw Problems.of(
                    UpstreamException.Kind.OFFLINE, url, ref, "nothing is pushed offline", "a run online would", null);
        }
    }
}
