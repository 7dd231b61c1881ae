package dev.nearstream.pull;

import dev.nearstream.bump.branch.BranchException;
import dev.nearstream.bump.branch.BumpCommit;
import dev.nearstream.bump.branch.PushOutcome;
import dev.nearstream.pull.PullLine.Deed;
import dev.nearstream.store.PullRequestRecord;
import dev.nearstream.store.PullRequestRecord.Change;
import dev.nearstream.store.PullRequestRecord.ForgeEntry;
import dev.nearstream.store.PullRequestRecord.State;
import dev.nearstream.store.PullRequests;
import dev.nearstream.upstream.UpstreamException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Brings a pull request to the remote and to the forge. Each step is in the store before the next one, in a record of each
 * package: where they differ after a kill, the step is done again.
 */
record Publication(
        BotSettings settings,
        PullRequests records,
        Branches branches,
        Forge forge,
        Clock clock,
        PullLines lines,
        PullLimits limits) {

    /** Does what is still to be done; answers whether it is open now, as it is to be. */
    boolean propose(Composition wanted) throws ForgeException, UpstreamException, BranchException {
        Instant now = clock.instant();
        BumpCommit commit = branches.commit(wanted.parts());
        Optional<String> pushed = pushedTo(wanted.branch());
        List<PullRequestRecord> standing = new ArrayList<>();
        for (Member member : wanted.members()) {
            PullRequestRecord record = records.find(member.name(), wanted.branch())
                    .orElseGet(() -> PullRequestRecord.first(member.bump(), wanted.branch(), now));
            standing.add(pushed.isPresent() ? record.seen(pushed.get(), now) : record);
        }
        List<PullRequestRecord> at = standing;
        boolean same = isSame(standing, wanted, commit);
        if (!same) {
            Change change = new Change(commit.base(), commit.id(), commit.contentHash());
            at = new ArrayList<>();
            for (int i = 0; i < standing.size(); i++) {
                at.add(standing.get(i).prepared(wanted.members().get(i).bump(), change, now));
            }
            at.forEach(records::write);
            PushOutcome outcome = branches.push(wanted.branch(), commit, pushed);
            if (outcome instanceof PushOutcome.Refused refused) {
                refused(wanted, standing, at, refused.reason());
                return false;
            }
            String head = outcome instanceof PushOutcome.Pushed taken
                    ? taken.head()
                    : ((PushOutcome.UpToDate) outcome).head();
            at = step(at, record -> record.pushed(head, now));
        }
        publish(wanted, at, same, branches.mails(commit));
        return true;
    }

    /** The commit that we pushed last, as far as the records tell; after a kill, the one that has arrived. */
    private Optional<String> pushedTo(String branch) throws UpstreamException, BranchException {
        List<PullRequestRecord> all = records.ofBranch(branch);
        List<String> ours = all.stream()
                .sorted(Comparator.comparing(PullRequestRecord::updated).reversed())
                .flatMap(record -> Optional.ofNullable(record.pushedCommit()).stream())
                .distinct()
                .toList();
        List<String> onTheirWay = all.stream()
                .filter(record -> record.state() == State.PREPARED)
                .flatMap(record -> Optional.ofNullable(record.change()).stream())
                .map(Change::commit)
                .toList();
        if (ours.size() > 1 || !onTheirWay.isEmpty()) {
            Optional<String> head = branches.head(branch);
            if (head.isPresent() && (ours.contains(head.get()) || onTheirWay.contains(head.get()))) {
                return head;
            }
        }
        return ours.stream().findFirst();
    }

    private static boolean isSame(List<PullRequestRecord> standing, Composition wanted, BumpCommit commit) {
        for (int i = 0; i < standing.size(); i++) {
            PullRequestRecord record = standing.get(i);
            Change change = record.change();
            if (record.state() != State.OPEN
                    || change == null
                    || !change.contentHash().equals(commit.contentHash())
                    || !record.bump().to().equals(wanted.members().get(i).bump().to())) {
                return false;
            }
        }
        return true;
    }

    private void refused(
            Composition wanted, List<PullRequestRecord> standing, List<PullRequestRecord> at, String reason) {
        Instant now = clock.instant();
        for (int i = 0; i < at.size(); i++) {
            PullRequestRecord was = standing.get(i);
            records.write((was.state() == State.OPEN ? was : at.get(i)).held(reason, now));
            lines.say(wanted.members().get(i).bump(), Deed.BLOCKED, reason, null, null);
        }
    }

    private List<PullRequestRecord> step(List<PullRequestRecord> from, UnaryOperator<PullRequestRecord> to) {
        List<PullRequestRecord> after = from.stream().map(to).toList();
        after.forEach(records::write);
        return after;
    }

    private void publish(Composition wanted, List<PullRequestRecord> at, boolean same, List<String> mails)
            throws ForgeException {
        Proposal proposal = new Proposal(
                wanted.branch(),
                settings.base(),
                String.valueOf(at.get(0).pushedCommit()),
                wanted.title(),
                wanted.body(),
                wanted.draft(),
                settings.labels(),
                wanted.reviewers(),
                String.join("", mails));
        Instant now = clock.instant();
        String hash = proposal.hash();
        List<ForgeEntry> entries = at.stream()
                .flatMap(record -> Optional.ofNullable(record.forge()).stream())
                .toList();
        if (same
                && entries.size() == at.size()
                && entries.stream().allMatch(entry -> entry.bodyHash().equals(hash))) {
            for (int i = 0; i < at.size(); i++) {
                Member member = wanted.members().get(i);
                records.write(at.get(i).opened(entries.get(i).madeFrom(member.inputs()), now));
                lines.say(
                        member.bump(),
                        Deed.UNCHANGED,
                        entries.get(i).draft() ? PullLines.DRAFT : wanted.with(member),
                        entries.get(i).url(),
                        null);
            }
            return;
        }
        Optional<ForgeEntry> entry = entries.stream().max(Comparator.comparing(ForgeEntry::opened));
        Optional<PullRequest> existing =
                entry.isEmpty() ? Optional.empty() : forge.get(entry.get().number());
        boolean update = existing.isPresent() && existing.get().isOpen();
        PullRequest there = update ? forge.update(existing.get(), proposal) : forge.open(proposal);
        Instant since = update ? entry.map(ForgeEntry::opened).orElse(now) : now;
        if (!update) {
            limits.opened();
        }
        for (int i = 0; i < at.size(); i++) {
            Member member = wanted.members().get(i);
            records.write(at.get(i)
                    .opened(
                            new ForgeEntry(
                                    forge.name(),
                                    there.number(),
                                    there.url(),
                                    proposal.draft(),
                                    hash,
                                    since,
                                    member.inputs()),
                            now));
            String why = proposal.draft() ? PullLines.DRAFT : wanted.with(member);
            lines.say(member.bump(), update ? Deed.UPDATED : Deed.OPENED, why, there.url(), mails.get(i));
        }
    }
}
