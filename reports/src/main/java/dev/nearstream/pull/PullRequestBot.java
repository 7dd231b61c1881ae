package dev.nearstream.pull;

import dev.nearstream.bump.branch.BranchException;
import dev.nearstream.bump.branch.BumpCommit;
import dev.nearstream.bump.branch.PushOutcome;
import dev.nearstream.http.Redaction;
import dev.nearstream.pull.PullLine.Deed;
import dev.nearstream.store.PullRequestRecord;
import dev.nearstream.store.PullRequestRecord.Change;
import dev.nearstream.store.PullRequestRecord.ForgeEntry;
import dev.nearstream.store.PullRequestRecord.State;
import dev.nearstream.store.PullRequests;
import dev.nearstream.upstream.UpstreamException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one pull request per package on a forge. Each step with the remote or the forge is in the store before the next
 * one, so that a kill at any moment makes none twice; a second run of the same state changes nothing. One package's
 * trouble is that package's line; only a forge that is out ends the work.
 */
public final class PullRequestBot {
    private final BotSettings settings;
    private final PullRequests records;
    private final Branches branches;
    private final Forge forge;
    private final Preparation preparation;
    private final Clock clock;
    private final List<PullLine> lines = new ArrayList<>();
    private int opened;
    private int open;

    /** Plans a wish. */
    public interface Preparation {
        /** A hash of all that {@link #prepare} makes of: while it stays, what was proposed stays right. */
        String inputs(Wish wish) throws IOException;

        Prepared prepare(Wish wish) throws IOException, UpstreamException;
    }

    public PullRequestBot(
            BotSettings settings,
            PullRequests records,
            Branches branches,
            Forge forge,
            Preparation preparation,
            Clock clock) {
        this.settings = settings;
        this.records = records;
        this.branches = branches;
        this.forge = forge;
        this.preparation = preparation;
        this.clock = clock;
    }

    /**
     * Brings what is open into line with what is wished.
     *
     * @param wishes the most urgent first
     * @param considered the packages that the wishes are about, wished for or not: what is open of others is left alone
     * @param stop once true, the package in hand is finished and the rest is left for the next run
     * @throws ForgeException of kind UNAVAILABLE where the forge cannot be asked; the lines tell what was done before
     */
    public List<PullLine> run(List<Wish> wishes, Set<String> considered, BooleanSupplier stop) throws ForgeException {
        settle();
        open = (int) records.open().stream()
                .filter(record -> record.state() == State.OPEN)
                .count();
        Set<String> wanted = new HashSet<>();
        wishes.forEach(wish -> wanted.add(settings.prefix() + wish.branch()));
        for (PullRequestRecord record : records.open()) {
            String name = record.bump().packageName();
            if (considered.contains(name) && !wanted.contains(record.branch()) && !stop.getAsBoolean()) {
                supersede(record);
            }
        }
        for (Wish wish : wishes) {
            if (stop.getAsBoolean()) {
                break;
            }
            line(wish);
        }
        return List.copyOf(lines);
    }

    /** Learns what has become of the open ones. */
    private void settle() throws ForgeException {
        for (PullRequestRecord record : records.open()) {
            ForgeEntry entry = record.forge();
            Optional<PullRequest> found = entry == null ? Optional.empty() : forge.get(entry.number());
            if (record.state() == State.OPEN
                    && found.isPresent()
                    && !found.get().isOpen()) {
                boolean merged = found.get().state() == PullRequest.State.MERGED;
                records.write(record.ended(merged ? State.MERGED : State.CLOSED, clock.instant()));
                say(record, merged ? Deed.MERGED : Deed.CLOSED, merged ? "" : "by a person; it stays closed");
            }
        }
    }

    private void supersede(PullRequestRecord record) throws ForgeException {
        ForgeEntry entry = record.forge();
        if (entry != null) {
            Optional<PullRequest> found = forge.get(entry.number());
            if (found.isPresent() && found.get().isOpen()) {
                forge.close(
                        found.get(),
                        "The package no longer needs this: the recipe has come there without it, or upstream "
                                + "or a rule has changed.");
            }
        }
        records.write(record.ended(State.SUPERSEDED, clock.instant()));
        open -= record.state() == State.OPEN ? 1 : 0;
        say(record, Deed.CLOSED, "no longer needed");
    }

    private void line(Wish wish) throws ForgeException {
        try {
            serve(wish);
        } catch (ForgeException e) {
            if (e.kind() == ForgeException.Kind.UNAVAILABLE) {
                throw e;
            }
            say(wish, Deed.FAILED, e.getMessage(), null, null);
        } catch (IOException | UpstreamException | BranchException e) {
            say(wish, Deed.FAILED, e.getMessage(), null, null);
        } catch (IllegalArgumentException | IllegalStateException e) {
            say(wish, Deed.FAILED, "internal: " + e, null, null);
        }
    }

    private void serve(Wish wish) throws ForgeException, IOException, UpstreamException, BranchException {
        String branch = settings.prefix() + wish.branch();
        String name = wish.bump().packageName();
        Optional<PullRequestRecord> known = records.find(name, branch);
        boolean isOpen = known.isPresent() && known.get().state().isOpen();
        Optional<PullRequestRecord> closed =
                records.lastClosed(name, wish.bump().to());
        if (!isOpen && closed.isPresent()) {
            ForgeEntry entry = closed.get().forge();
            say(wish, Deed.LEFT, "a person has closed it", entry == null ? null : entry.url(), null);
            return;
        }
        if (!isOpen && (opened >= settings.perRun() || open >= settings.mostOpen())) {
            String limit = opened >= settings.perRun()
                    ? settings.perRun() + " were opened in this run"
                    : settings.mostOpen() + " are open";
            say(wish, Deed.LIMITED, limit, null, null);
            return;
        }
        String inputs = preparation.inputs(wish);
        if (known.isPresent() && isMadeFrom(inputs, wish, known.get())) {
            say(wish, Deed.UNCHANGED, "", known.get().forge().url(), null);
            return;
        }
        Prepared prepared = preparation.prepare(wish);
        if (prepared instanceof Prepared.Unfit unfit) {
            blocked(wish, unfit.reason(), unfit.body());
            return;
        }
        Prepared.Ready ready = (Prepared.Ready) prepared;
        if (ready.blocked() && settings.conflicts() != BotSettings.Conflicts.DRAFT) {
            blocked(wish, "a delta conflicts", ready.body());
            return;
        }
        propose(wish, branch, known, ready, inputs);
    }

    private static boolean isMadeFrom(String inputs, Wish wish, PullRequestRecord known) {
        ForgeEntry entry = known.forge();
        return known.state() == State.OPEN
                && entry != null
                && inputs.equals(entry.inputsHash())
                && known.bump().to().equals(wish.bump().to());
    }

    private void blocked(Wish wish, String reason, @Nullable String body) throws ForgeException {
        String url = null;
        if (settings.conflicts() == BotSettings.Conflicts.ISSUE && body != null) {
            String title = "%s %s: a person must look"
                    .formatted(wish.bump().packageName(), wish.bump().to());
            url = forge.openIssue(wish.bump().packageName(), title, body, settings.labels())
                    .url();
        }
        say(wish, Deed.BLOCKED, reason, url, null);
    }

    private void propose(
            Wish wish, String branch, Optional<PullRequestRecord> known, Prepared.Ready ready, String inputs)
            throws ForgeException, UpstreamException, BranchException {
        Instant now = clock.instant();
        BumpCommit commit = branches.commit(ready);
        PullRequestRecord record = known.orElseGet(() -> PullRequestRecord.first(wish.bump(), branch, now));
        if (record.state() == State.PREPARED && record.change() != null) {
            Optional<String> head = branches.head(branch); // a kill may have come between the push and its record
            if (head.isPresent()) {
                record = record.seen(head.get(), now);
            }
        }
        boolean wasOpen = record.state() == State.OPEN;
        boolean same = wasOpen
                && record.change() != null
                && record.change().contentHash().equals(commit.contentHash())
                && record.bump().to().equals(wish.bump().to());
        if (!same) {
            record = record.prepared(wish.bump(), new Change(commit.base(), commit.id(), commit.contentHash()), now);
            records.write(record);
            PushOutcome pushed = branches.push(branch, commit, Optional.ofNullable(record.pushedCommit()));
            if (pushed instanceof PushOutcome.Refused refused) {
                records.write(
                        wasOpen
                                ? known.orElse(record).held(refused.reason(), now)
                                : record.held(refused.reason(), now));
                say(wish, Deed.BLOCKED, refused.reason(), null, null);
                return;
            }
            String head =
                    pushed instanceof PushOutcome.Pushed taken ? taken.head() : ((PushOutcome.UpToDate) pushed).head();
            record = record.pushed(head, now);
            records.write(record);
        }
        String mail = branches.mail(commit);
        Proposal proposal = new Proposal(
                branch,
                settings.base(),
                String.valueOf(record.pushedCommit()),
                ready.message().title(),
                ready.body(),
                ready.draft(),
                settings.labels(),
                ready.reviewers(),
                mail);
        publish(wish, record, proposal, same, mail, inputs);
    }

    private void publish(
            Wish wish, PullRequestRecord record, Proposal proposal, boolean same, String mail, String inputs)
            throws ForgeException {
        Instant now = clock.instant();
        String hash = hash(proposal);
        ForgeEntry entry = record.forge();
        if (same && entry != null && entry.bodyHash().equals(hash)) {
            records.write(record.opened(entry.madeFrom(inputs), now));
            say(wish, Deed.UNCHANGED, "", entry.url(), null);
            return;
        }
        Optional<PullRequest> existing = entry == null ? Optional.empty() : forge.get(entry.number());
        boolean update = existing.isPresent() && existing.get().isOpen();
        PullRequest there = update ? forge.update(existing.get(), proposal) : forge.open(proposal);
        Instant since = update && entry != null ? entry.opened() : now;
        records.write(record.opened(
                new ForgeEntry(forge.name(), there.number(), there.url(), proposal.draft(), hash, since, inputs), now));
        if (!update) {
            opened++;
            open++;
        }
        say(wish, update ? Deed.UPDATED : Deed.OPENED, proposal.draft() ? "a draft" : "", there.url(), mail);
    }

    /** Of all that a person sees of it: what is the same is not sent again. */
    private static String hash(Proposal proposal) {
        String all = String.join(
                "\0",
                proposal.title(),
                proposal.body(),
                String.valueOf(proposal.draft()),
                String.join(",", proposal.labels()));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JVM has it
        }
    }

    private void say(PullRequestRecord of, Deed deed, String why) {
        ForgeEntry entry = of.forge();
        lines.add(new PullLine(
                of.bump().packageName(), of.bump().to(), deed, why, entry == null ? null : entry.url(), null));
    }

    private void say(Wish wish, Deed deed, @Nullable String why, @Nullable String url, @Nullable String diff) {
        String reason = why == null ? "" : Redaction.oneLine(why);
        lines.add(new PullLine(wish.bump().packageName(), wish.bump().to(), deed, reason, url, diff));
    }
}
