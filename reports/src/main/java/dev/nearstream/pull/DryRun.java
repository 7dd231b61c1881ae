package dev.nearstream.pull;

import dev.nearstream.bump.branch.BranchException;
import dev.nearstream.bump.branch.BumpCommit;
import dev.nearstream.bump.branch.PushOutcome;
import dev.nearstream.store.ConflictIssue;
import dev.nearstream.store.ConflictIssues;
import dev.nearstream.store.PullRequestEvent;
import dev.nearstream.store.PullRequestRecord;
import dev.nearstream.store.PullRequests;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Stands in for what a bot changes: it makes commits among its own objects, and pushes, opens and records nothing. */
public final class DryRun {
    private DryRun() {}

    /** Commits as the real ones, and pushes that always succeed. */
    public record DryBranches(Branches real) implements Branches {
        @Override
        public BumpCommit commit(List<Prepared.Ready> parts) throws BranchException {
            return real.commit(parts);
        }

        @Override
        public List<String> mails(BumpCommit commit) throws BranchException {
            return real.mails(commit);
        }

        @Override
        public Optional<String> head(String branch) {
            return Optional.empty();
        }

        @Override
        public PushOutcome push(String branch, BumpCommit commit, Optional<String> pushed) {
            return new PushOutcome.Pushed(commit.id(), pushed);
        }
    }

    /** A forge that has what the records say, and takes everything. */
    public record DryForge(String name, PullRequests records) implements Forge {
        @Override
        public List<String> missingRights() {
            return List.of();
        }

        @Override
        public List<PullRequest> open(String branchPrefix) {
            return List.of();
        }

        @Override
        public Optional<PullRequest> find(String branch) {
            return Optional.empty();
        }

        @Override
        public Optional<PullRequest> get(String number) {
            return records.open().stream()
                    .flatMap(record -> Optional.ofNullable(record.forge()).stream()
                            .filter(entry -> entry.number().equals(number))
                            .map(entry -> new PullRequest(
                                    number,
                                    entry.url(),
                                    record.branch(),
                                    "",
                                    PullRequest.State.OPEN,
                                    entry.draft(),
                                    "")))
                    .findFirst();
        }

        @Override
        public PullRequest open(Proposal proposal) {
            return new PullRequest(
                    "new",
                    "",
                    proposal.branch(),
                    proposal.head(),
                    PullRequest.State.OPEN,
                    proposal.draft(),
                    proposal.title());
        }

        @Override
        public PullRequest update(PullRequest existing, Proposal proposal) {
            return existing;
        }

        @Override
        public void close(PullRequest existing, String comment) {}

        @Override
        public PullRequest openIssue(String key, String title, String body, List<String> labels) {
            return new PullRequest("new", "", "", "", PullRequest.State.OPEN, false, title);
        }

        @Override
        public void closeIssue(String key, String comment) {}
    }

    /** Issues that are open, and stay so. */
    public record DryIssues(ConflictIssues real) implements ConflictIssues {
        @Override
        public List<ConflictIssue> open() {
            return real.open();
        }

        @Override
        public void write(ConflictIssue issue) {}

        @Override
        public void closed(String packageName) {}
    }

    /** What is written stays here. */
    public static final class DryRecords implements PullRequests {
        private final PullRequests real;
        private final Map<String, PullRequestRecord> written = new LinkedHashMap<>();

        public DryRecords(PullRequests real) {
            this.real = real;
        }

        private static String key(PullRequestRecord record) {
            return record.bump().packageName() + "\0" + record.branch();
        }

        private List<PullRequestRecord> laid(List<PullRequestRecord> known) {
            return known.stream()
                    .map(record -> written.getOrDefault(key(record), record))
                    .filter(record -> record.state().isOpen())
                    .toList();
        }

        @Override
        public void write(PullRequestRecord record) {
            written.put(key(record), record);
        }

        @Override
        public Optional<PullRequestRecord> find(String packageName, String branch) {
            PullRequestRecord mine = written.get(packageName + "\0" + branch);
            return mine == null ? real.find(packageName, branch) : Optional.of(mine);
        }

        @Override
        public List<PullRequestRecord> ofBranch(String branch) {
            Map<String, PullRequestRecord> known = new TreeMap<>();
            real.ofBranch(branch).forEach(record -> known.put(key(record), record));
            written.forEach((key, record) -> {
                if (record.branch().equals(branch)) {
                    known.put(key, record);
                }
            });
            return List.copyOf(known.values());
        }

        @Override
        public List<PullRequestRecord> open(String packageName) {
            return laid(real.open(packageName));
        }

        @Override
        public List<PullRequestRecord> open() {
            return laid(real.open());
        }

        @Override
        public Optional<PullRequestRecord> lastClosed(String packageName, String version) {
            return real.lastClosed(packageName, version);
        }

        @Override
        public List<PullRequestEvent> since(Instant when) {
            return real.since(when);
        }

        @Override
        public int openedSince(Instant when) {
            return real.openedSince(when);
        }
    }
}
