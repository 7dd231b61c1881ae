package dev.nearstream.pull.forge;

import dev.nearstream.pull.Forge;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.ForgeException.Kind;
import dev.nearstream.pull.Proposal;
import dev.nearstream.pull.PullRequest;
import dev.nearstream.pull.forge.Host.Thing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A forge that is asked by its API. Labels, and the issues that are open, are asked for once: one of these is for one run.
 */
final class HttpForge implements Forge {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private final Host host;
    private final HostChanges changes;
    private final HostIssues issues;

    HttpForge(Host host) {
        this.host = host;
        this.changes = new HostChanges(host);
        this.issues = new HostIssues(host, changes);
    }

    @Override
    public String name() {
        return host.name();
    }

    @Override
    public List<String> missingRights() throws ForgeException {
        return host.missingRights();
    }

    @Override
    public List<PullRequest> open(String branchPrefix) throws ForgeException {
        return host.open().stream()
                .map(Standing::pull)
                .filter(pull -> pull.branch().startsWith(branchPrefix))
                .toList();
    }

    @Override
    public Optional<PullRequest> find(String branch) throws ForgeException {
        return host.of(branch).stream().findFirst().map(Standing::pull);
    }

    @Override
    public Optional<PullRequest> get(String number) throws ForgeException {
        return standing(number).map(Standing::pull);
    }

    /** As {@link #get}, with all that the host says. */
    Optional<Standing> standing(String number) throws ForgeException {
        return NUMBER.matcher(number).matches() ? host.get(number) : Optional.empty();
    }

    @Override
    public PullRequest open(Proposal proposal) throws ForgeException {
        Standing standing = HostChanges.create(() -> create(proposal), () -> openOf(proposal.branch()));
        PullRequest pull = update(standing, proposal);
        Set<String> asked = HostChanges.lower(standing.reviewers());
        List<String> reviewers = proposal.reviewers().stream()
                .filter(one ->
                        !asked.contains(one.substring(one.indexOf('/') + 1).toLowerCase(Locale.ROOT)))
                .toList();
        if (!reviewers.isEmpty()) {
            host.request(standing, reviewers);
        }
        return pull;
    }

    private Optional<Standing> openOf(String branch) throws ForgeException {
        return host.of(branch).stream()
                .filter(standing -> standing.pull().isOpen())
                .findFirst();
    }

    private Standing create(Proposal proposal) throws ForgeException {
        return host.create(
                proposal.branch(),
                proposal.base(),
                changes.title(proposal.title()),
                changes.body(proposal.body()),
                proposal.draft());
    }

    @Override
    public PullRequest update(PullRequest existing, Proposal proposal) throws ForgeException {
        Standing standing = known(existing.number());
        if (!standing.pull().isOpen()) {
            throw new ForgeException(Kind.REFUSED, "%s: %s is not open any more".formatted(name(), existing.number()));
        }
        return update(standing, proposal);
    }

    private Standing known(String number) throws ForgeException {
        return standing(number)
                .orElseThrow(() ->
                        new ForgeException(Kind.REFUSED, "%s: there is no pull request %s".formatted(name(), number)));
    }

    private PullRequest update(Standing standing, Proposal proposal) throws ForgeException {
        String title = changes.title(proposal.title());
        Change change = Change.of(standing, title, changes.body(proposal.body()), proposal.base(), proposal.draft());
        changes.apply(Thing.PULL, standing, change, proposal.labels());
        PullRequest was = standing.pull();
        return new PullRequest(was.number(), was.url(), was.branch(), was.head(), was.state(), proposal.draft(), title);
    }

    @Override
    public void close(PullRequest existing, String comment) throws ForgeException {
        Standing standing = known(existing.number());
        if (standing.pull().isOpen()) {
            host.comment(Thing.PULL, standing.number(), changes.body(comment));
            host.close(Thing.PULL, standing.number());
        }
    }

    @Override
    public PullRequest openIssue(String key, String title, String body, List<String> labels) throws ForgeException {
        return issues.open(IssueKey.of(key), title, body, labels);
    }

    @Override
    public void closeIssue(String key, String comment) throws ForgeException {
        issues.close(IssueKey.of(key), comment);
    }
}
