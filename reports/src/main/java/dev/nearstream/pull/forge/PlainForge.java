package dev.nearstream.pull.forge;

import dev.nearstream.pull.Forge;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.ForgeException.Kind;
import dev.nearstream.pull.Proposal;
import dev.nearstream.pull.PullRequest;
import dev.nearstream.pull.PullRequest.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A git remote without pull requests: each is a page of markdown that people read, with a patch for {@code git am} and a
 * state in JSON beside it, in a directory; issues are pages in {@code issues/} below. A pull request's number is its files'
 * name. What is closed keeps its files, and says why; another one of the same branch has {@code ~~2} at the end.
 *
 * <p>That one was merged cannot be known from files: {@link MergeCheck} says it when one that is open is read, and then
 * they say it too.
 */
final class PlainForge implements Forge {
    private static final int LONGEST = 4 << 20;

    private final String name;
    private final PlainFiles pulls;
    private final PlainFiles issues;
    private final MergeCheck merges;

    /** @param name the repository in words */
    PlainForge(String name, Path directory, MergeCheck merges) {
        this.name = name;
        this.pulls = new PlainFiles(directory);
        this.issues = new PlainFiles(directory.resolve("issues"));
        this.merges = merges;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> missingRights() {
        Path at = pulls.directory().toAbsolutePath();
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return Files.isDirectory(at) && Files.isWritable(at)
                ? List.of()
                : List.of("%s: %s must be a directory that may be written".formatted(name, at));
    }

    @Override
    public List<PullRequest> open(String branchPrefix) throws ForgeException {
        List<PullRequest> open = new ArrayList<>();
        for (String number : pulls.names()) {
            Optional<PullRequest> pull = get(number).filter(PullRequest::isOpen);
            pull.filter(one -> one.branch().startsWith(branchPrefix)).ifPresent(open::add);
        }
        return open;
    }

    @Override
    public Optional<PullRequest> find(String branch) throws ForgeException {
        int newest = newest(pulls, PlainName.of(branch));
        return newest == 0 ? Optional.empty() : get(number(PlainName.of(branch), newest));
    }

    @Override
    public Optional<PullRequest> get(String number) throws ForgeException {
        Optional<PlainState> state = settled(number);
        return state.isEmpty() ? Optional.empty() : Optional.of(pull(number, state.get()));
    }

    /** What is there under that number, closed or merged where a person or the base branch says so. */
    private Optional<PlainState> settled(String number) throws ForgeException {
        Optional<PlainState> state = pulls.read(number);
        if (state.isEmpty() || state.get().state() != State.OPEN) {
            return state;
        }
        PlainState open = state.get();
        PlainState now = pulls.saysClosed(number)
                ? open.closed("A person wrote so into this page.")
                : merges.isMerged(pull(number, open), open.base()) ? open.merged() : open;
        if (now.state() != State.OPEN) {
            pulls.write(number, now, PlainPage.ofPull(now, number + ".patch"));
        }
        return Optional.of(now);
    }

    private PullRequest pull(String number, PlainState of) {
        String url = pulls.file(number, ".md").toString();
        return new PullRequest(number, url, of.name(), of.head(), of.state(), of.draft(), of.title());
    }

    /** Which of the files of that name is the newest; 0 where there is none. */
    private static int newest(PlainFiles files, String stem) throws ForgeException {
        Pattern own = Pattern.compile(Pattern.quote(stem) + "(?:~~([1-9][0-9]{0,8}))?");
        return files.names().stream()
                .map(own::matcher)
                .filter(Matcher::matches)
                .mapToInt(match -> match.group(1) == null ? 1 : Integer.parseInt(match.group(1)))
                .max()
                .orElse(0);
    }

    private static String number(String stem, int which) {
        return which == 1 ? stem : stem + "~~" + which;
    }

    @Override
    public PullRequest open(Proposal proposal) throws ForgeException {
        Optional<PullRequest> there = find(proposal.branch()).filter(PullRequest::isOpen);
        if (there.isPresent()) {
            return update(there.get(), proposal);
        }
        String stem = PlainName.of(proposal.branch());
        return put(number(stem, newest(pulls, stem) + 1), proposal, proposal.labels());
    }

    @Override
    public PullRequest update(PullRequest existing, Proposal proposal) throws ForgeException {
        PlainState was = known(existing);
        if (!pull(existing.number(), was).isOpen()) {
            throw new ForgeException(Kind.REFUSED, "%s: %s is not open any more".formatted(name, existing.number()));
        }
        Set<String> labels = new LinkedHashSet<>(was.labels());
        labels.addAll(proposal.labels());
        return put(existing.number(), proposal, List.copyOf(labels));
    }

    private PlainState known(PullRequest existing) throws ForgeException {
        return settled(existing.number())
                .orElseThrow(() -> new ForgeException(
                        Kind.REFUSED, "%s: there is no pull request %s".formatted(name, existing.number())));
    }

    private PullRequest put(String number, Proposal proposal, List<String> labels) throws ForgeException {
        PlainState state = new PlainState(
                proposal.branch(),
                proposal.base(),
                proposal.head(),
                State.OPEN,
                proposal.draft(),
                ForgeText.title(proposal.title()),
                labels,
                proposal.reviewers(),
                "",
                ForgeText.body(proposal.body(), LONGEST));
        pulls.put(pulls.file(number, ".patch"), proposal.mail());
        pulls.write(number, state, PlainPage.ofPull(state, number + ".patch"));
        return pull(number, state);
    }

    @Override
    public void close(PullRequest existing, String comment) throws ForgeException {
        PlainState was = known(existing);
        if (pull(existing.number(), was).isOpen()) {
            PlainState closed = was.closed(comment);
            pulls.write(existing.number(), closed, PlainPage.ofPull(closed, existing.number() + ".patch"));
        }
    }

    @Override
    public PullRequest openIssue(String key, String title, String body, List<String> labels) throws ForgeException {
        String stem = PlainName.of(key);
        int newest = newest(issues, stem);
        boolean open = newest > 0 && isOpen(number(stem, newest));
        String number = number(stem, open ? newest : newest + 1);
        PlainState state = new PlainState(
                key,
                "",
                "",
                State.OPEN,
                false,
                ForgeText.title(title),
                labels,
                List.of(),
                "",
                ForgeText.body(body, LONGEST));
        issues.write(number, state, PlainPage.ofIssue(state));
        String url = issues.file(number, ".md").toString();
        return new PullRequest(number, url, "", "", State.OPEN, false, state.title());
    }

    private boolean isOpen(String issue) throws ForgeException {
        return issues.read(issue).filter(state -> state.state() == State.OPEN).isPresent();
    }

    @Override
    public void closeIssue(String key, String comment) throws ForgeException {
        String number = number(PlainName.of(key), Math.max(1, newest(issues, PlainName.of(key))));
        if (isOpen(number)) {
            PlainState closed = issues.read(number).orElseThrow().closed(comment);
            issues.write(number, closed, PlainPage.ofIssue(closed));
        }
    }
}
