package dev.nearstream.pull.forge;

import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.PullRequest;
import dev.nearstream.pull.forge.Host.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The issues that we have opened, found by their keys. They are listed once, and only our own: anybody can write a key
 * into an issue.
 */
final class HostIssues {
    private final Host host;
    private final HostChanges changes;
    private @Nullable List<Standing> listed;

    HostIssues(Host host, HostChanges changes) {
        this.host = host;
        this.changes = changes;
    }

    PullRequest open(IssueKey key, String title, String body, List<String> labels) throws ForgeException {
        String shown = changes.title(title);
        String text = changes.body(key.before(body));
        Standing standing = HostChanges.create(() -> create(shown, text), () -> find(key));
        changes.apply(Thing.ISSUE, standing, Change.of(standing, shown, text, "", false), labels);
        PullRequest was = standing.pull();
        PullRequest now = new PullRequest(was.number(), was.url(), "", "", was.state(), false, shown);
        forget(standing);
        listed().add(new Standing(now, "", "", text, standing.labels(), Set.of()));
        return now;
    }

    private Standing create(String title, String text) throws ForgeException {
        try {
            return host.createIssue(title, text);
        } catch (ForgeException e) {
            listed = null; // it may be there
            throw e;
        }
    }

    void close(IssueKey key, String comment) throws ForgeException {
        Optional<Standing> standing = find(key);
        if (standing.isPresent()) {
            host.comment(Thing.ISSUE, standing.get().number(), changes.body(comment));
            host.close(Thing.ISSUE, standing.get().number());
            forget(standing.get());
        }
    }

    private Optional<Standing> find(IssueKey key) throws ForgeException {
        return listed().stream().filter(key::isOf).findFirst();
    }

    private void forget(Standing issue) throws ForgeException {
        listed().removeIf(one -> one.number().equals(issue.number()));
    }

    private List<Standing> listed() throws ForgeException {
        if (listed == null) {
            listed = new ArrayList<>(host.ownIssues());
        }
        return listed;
    }
}
