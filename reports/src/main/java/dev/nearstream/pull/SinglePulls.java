package dev.nearstream.pull;

import dev.nearstream.bump.branch.BranchException;
import dev.nearstream.pull.PullLine.Deed;
import dev.nearstream.store.PullRequestRecord;
import dev.nearstream.store.PullRequestRecord.ForgeEntry;
import dev.nearstream.store.PullRequestRecord.State;
import dev.nearstream.store.PullRequests;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pull requests of one package.
 *
 * @param places filled: the branch of each package that has an open one, as of this run
 */
record SinglePulls(
        BotSettings settings,
        PullRequests records,
        PullRequestBot.Preparation preparation,
        Publication publication,
        ConflictKeeper conflicts,
        PullLines lines,
        PullLimits limits,
        Map<String, String> places) {

    void serve(Wish wish) throws ForgeException {
        lines.attempt(List.of(wish.bump()), () -> {
            if (isLeft(wish, branch(wish)) || isLimited(wish)) {
                return;
            }
            String inputs = preparation.inputs(wish);
            Optional<ForgeEntry> made = madeFrom(inputs, wish, branch(wish));
            if (made.isPresent()) {
                lines.say(
                        wish.bump(),
                        Deed.UNCHANGED,
                        made.get().draft() ? PullLines.DRAFT : "",
                        made.get().url(),
                        null);
                settled(wish, branch(wish));
            } else {
                decide(wish, preparation.prepare(wish), inputs);
            }
        });
    }

    /** What has been planned outside of a group after all. */
    void serve(Wish wish, Prepared prepared, String inputs) throws ForgeException {
        lines.attempt(List.of(wish.bump()), () -> {
            if (!isLeft(wish, branch(wish)) && !isLimited(wish)) {
                decide(wish, prepared, inputs);
            }
        });
    }

    private void decide(Wish wish, Prepared prepared, String inputs)
            throws ForgeException, IOException, UpstreamException, BranchException {
        if (prepared instanceof Prepared.Unfit unfit) {
            conflicts.blocked(wish.bump(), unfit.reason(), unfit.body());
            return;
        }
        Prepared.Ready ready = (Prepared.Ready) prepared;
        if (ready.blocked() && settings.conflicts() != BotSettings.Conflicts.DRAFT) {
            conflicts.blocked(wish.bump(), "a delta conflicts", ready.body());
            return;
        }
        if (publication.propose(Composition.alone(branch(wish), new Member(wish, ready, inputs)))) {
            settled(wish, branch(wish));
        }
    }

    /** The package has its place on this branch, and nothing stands in the way. */
    void settled(Wish wish, String branch) throws ForgeException {
        String name = wish.bump().packageName();
        places.put(name, branch);
        Optional<ForgeEntry> entry = records.find(name, branch).map(PullRequestRecord::forge);
        conflicts.proposed(name, entry.map(ForgeEntry::url).orElse(branch));
    }

    String branch(Wish wish) {
        return settings.prefix() + wish.branch();
    }

    /** Whether a person has closed that version's, and no other is open on the branch; says so. */
    boolean isLeft(Wish wish, String branch) {
        Optional<PullRequestRecord> closed =
                records.lastClosed(wish.bump().packageName(), wish.bump().to());
        if (isOpen(wish, branch) || closed.isEmpty()) {
            return false;
        }
        ForgeEntry entry = closed.get().forge();
        lines.say(wish.bump(), Deed.LEFT, "a person has closed it", entry == null ? null : entry.url(), null);
        return true;
    }

    private boolean isLimited(Wish wish) {
        Optional<String> limit = isOpen(wish, branch(wish)) ? Optional.empty() : limits.reached();
        limit.ifPresent(why -> lines.say(wish.bump(), Deed.LIMITED, why, null, null));
        return limit.isPresent();
    }

    private boolean isOpen(Wish wish, String branch) {
        return records.find(wish.bump().packageName(), branch)
                .filter(record -> record.state().isOpen())
                .isPresent();
    }

    /** The open one of a branch, where it was made from the same. */
    Optional<ForgeEntry> madeFrom(String inputs, Wish wish, String branch) {
        return records.find(wish.bump().packageName(), branch)
                .filter(record -> record.state() == State.OPEN
                        && record.bump().to().equals(wish.bump().to()))
                .map(PullRequestRecord::forge)
                .filter(entry -> inputs.equals(entry.inputsHash()));
    }
}
