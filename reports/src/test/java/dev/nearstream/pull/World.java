package dev.nearstream.pull;

import dev.nearstream.bump.branch.BumpCommit;
import dev.nearstream.bump.branch.PushOutcome;
import dev.nearstream.store.ConflictIssue;
import dev.nearstream.store.ConflictIssues;
import dev.nearstream.store.PullRequestEvent;
import dev.nearstream.store.PullRequestRecord;
import dev.nearstream.store.PullRequestRecord.State;
import dev.nearstream.store.PullRequests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A remote, a forge and a store that outlive a killed bot. Each thing that changes one of them counts as a step, and the
 * process can be killed before or after any.
 */
final class World implements Branches, Forge {
    final Map<String, String> heads = new LinkedHashMap<>();
    final Map<String, PullRequest> pulls = new LinkedHashMap<>();
    final Map<String, String> bodies = new LinkedHashMap<>();
    final Map<String, String> issues = new LinkedHashMap<>();
    private final Map<String, PullRequestRecord> kept = new LinkedHashMap<>();
    private final Map<String, String> contents = new LinkedHashMap<>();
    private final Map<String, ConflictIssue> keptIssues = new TreeMap<>();
    final List<String> steps = new ArrayList<>();
    /** What was said when something was closed. */
    final List<String> words = new ArrayList<>();

    /** How many more steps are done; the process ends at the next. */
    int left = Integer.MAX_VALUE;

    boolean strangersPushed;

    /** The process is no more. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private void step(String what) {
        if (left-- <= 0) {
            throw new Killed();
        }
        steps.add(what);
    }

    @Override
    public BumpCommit commit(List<Prepared.Ready> parts) {
        List<String> titles = parts.stream().map(part -> part.message().title()).toList();
        String content = "content of " + String.join("; ", titles);
        String id = "commit " + contents.size() + " of " + String.join("; ", titles);
        contents.put(id, content);
        return new BumpCommit(id, "tree", "base", content);
    }

    @Override
    public List<String> mails(BumpCommit commit) {
        return Stream.of(commit.id().split("; ", -1))
                .map(title -> "Subject: " + title + "\n")
                .toList();
    }

    @Override
    public Optional<String> head(String branch) {
        return Optional.ofNullable(heads.get(branch));
    }

    @Override
    public PushOutcome push(String branch, BumpCommit commit, Optional<String> pushed) {
        Optional<String> head = head(branch);
        if (head.isPresent() && commit.contentHash().equals(contents.get(head.get()))) {
            return new PushOutcome.UpToDate(head.get());
        }
        if (strangersPushed || (head.isPresent() && !head.equals(pushed))) {
            return new PushOutcome.Refused(PushOutcome.Refused.Cause.SOMEBODY_ELSE, branch + ": is somebody's");
        }
        step("push " + branch);
        heads.put(branch, commit.id());
        return new PushOutcome.Pushed(commit.id(), head);
    }

    @Override
    public String name() {
        return "the forge";
    }

    @Override
    public List<String> missingRights() {
        return List.of();
    }

    @Override
    public List<PullRequest> open(String branchPrefix) {
        return pulls.values().stream()
                .filter(pull -> pull.isOpen() && pull.branch().startsWith(branchPrefix))
                .toList();
    }

    @Override
    public Optional<PullRequest> find(String branch) {
        return open(branch).stream().findFirst();
    }

    @Override
    public Optional<PullRequest> get(String number) {
        return Optional.ofNullable(pulls.get(number));
    }

    @Override
    public PullRequest open(Proposal proposal) {
        Optional<PullRequest> there = find(proposal.branch());
        if (there.isPresent()) {
            return update(there.get(), proposal);
        }
        step("open " + proposal.title());
        return put(String.valueOf(pulls.size() + 1), proposal, PullRequest.State.OPEN);
    }

    @Override
    public PullRequest update(PullRequest existing, Proposal proposal) {
        step("update to " + proposal.title());
        return put(existing.number(), proposal, existing.state());
    }

    private PullRequest put(String number, Proposal proposal, PullRequest.State state) {
        PullRequest pull = new PullRequest(
                number, "url/" + number, proposal.branch(), "", state, proposal.draft(), proposal.title());
        pulls.put(number, pull);
        bodies.put(number, proposal.body());
        return pull;
    }

    void end(String number, PullRequest.State state) {
        PullRequest was = pulls.get(number);
        if (was == null) {
            throw new AssertionError("no pull request " + number);
        }
        pulls.put(
                number, new PullRequest(number, was.url(), was.branch(), was.head(), state, was.draft(), was.title()));
    }

    @Override
    public void close(PullRequest existing, String comment) {
        step("close " + existing.title());
        words.add(comment);
        end(existing.number(), PullRequest.State.CLOSED);
    }

    @Override
    public PullRequest openIssue(String key, String title, String body, List<String> labels) {
        step("issue " + title);
        issues.put(key, title);
        return new PullRequest("i" + key, "url/i", "", "", PullRequest.State.OPEN, false, title);
    }

    @Override
    public void closeIssue(String key, String comment) {
        step("close issue " + key);
        words.add(comment);
        issues.remove(key);
    }

    /** The store's issues. */
    ConflictIssues issueRecords() {
        return new ConflictIssues() {
            @Override
            public List<ConflictIssue> open() {
                return List.copyOf(keptIssues.values());
            }

            @Override
            public void write(ConflictIssue issue) {
                World.this.step("issue record of " + issue.packageName());
                keptIssues.put(issue.packageName(), issue);
            }

            @Override
            public void closed(String packageName) {
                World.this.step("no issue record of " + packageName);
                keptIssues.remove(packageName);
            }
        };
    }

    /** The store. */
    PullRequests records() {
        return new PullRequests() {
            @Override
            public void write(PullRequestRecord record) {
                World.this.step("record " + record.state());
                kept.put(record.bump().packageName() + record.branch(), record);
            }

            @Override
            public Optional<PullRequestRecord> find(String packageName, String branch) {
                return Optional.ofNullable(kept.get(packageName + branch));
            }

            @Override
            public List<PullRequestRecord> ofBranch(String branch) {
                return kept.values().stream()
                        .filter(record -> record.branch().equals(branch))
                        .toList();
            }

            @Override
            public List<PullRequestRecord> open(String packageName) {
                return open().stream()
                        .filter(record -> record.bump().packageName().equals(packageName))
                        .toList();
            }

            @Override
            public List<PullRequestRecord> open() {
                return kept.values().stream()
                        .filter(record -> record.state().isOpen())
                        .toList();
            }

            @Override
            public Optional<PullRequestRecord> lastClosed(String packageName, String version) {
                return kept.values().stream()
                        .filter(record -> record.state() == State.CLOSED
                                && record.bump().packageName().equals(packageName)
                                && record.bump().to().equals(version))
                        .findFirst();
            }

            @Override
            public List<PullRequestEvent> since(Instant when) {
                return List.of();
            }

            @Override
            public int openedSince(Instant when) {
                return 0;
            }
        };
    }
}
