package dev.nearstream.pull;

import dev.nearstream.pull.PullLine.Deed;
import dev.nearstream.store.ConflictIssue;
import dev.nearstream.store.ConflictIssues;
import dev.nearstream.store.PullRequestRecord.Bump;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells of bumps that a person must look at first: on the dashboard, and in an issue where that is wanted. The issue is
 * closed when nothing stands in the way any more. That one may be open is in the store before the forge is asked, so that
 * none is forgotten, and none is asked for that is not there.
 */
final class ConflictKeeper {
    private final BotSettings settings;
    private final ConflictIssues issues;
    private final Forge forge;
    private final PullLines lines;
    private final Map<String, ConflictIssue> open = new TreeMap<>();

    ConflictKeeper(BotSettings settings, ConflictIssues issues, Forge forge, PullLines lines) {
        this.settings = settings;
        this.issues = issues;
        this.forge = forge;
        this.lines = lines;
        issues.open().forEach(issue -> open.put(issue.packageName(), issue));
    }

    /**
     * Tells of one.
     *
     * @param body what a person is told, or null where nobody can do anything
     */
    void blocked(Bump bump, String reason, @Nullable String body) throws ForgeException {
        String url = null;
        if (settings.conflicts() == BotSettings.Conflicts.ISSUE && body != null) {
            String name = bump.packageName();
            ConflictIssue known = open.get(name);
            write(new ConflictIssue(name, bump.to(), known == null ? null : known.url()));
            String title = "%s %s: a person must look".formatted(name, bump.to());
            url = forge.openIssue(name, title, body, settings.labels()).url();
            write(new ConflictIssue(name, bump.to(), url));
        }
        lines.say(bump, Deed.BLOCKED, reason, url, null);
    }

    private void write(ConflictIssue issue) {
        if (!issue.equals(open.put(issue.packageName(), issue))) {
            issues.write(issue);
        }
    }

    /** The package has a pull request that can be merged as far as is known, or one that tells of the conflict itself. */
    void proposed(String packageName, String url) throws ForgeException {
        close(packageName, "Nothing more is to be done here: see " + url + ".");
    }

    /** Closes the issues of packages that were considered and want no bump. */
    void noLongerWished(Set<String> considered, Set<String> wished, BooleanSupplier stop) throws ForgeException {
        for (String name : List.copyOf(open.keySet())) {
            if (considered.contains(name) && !wished.contains(name) && !stop.getAsBoolean()) {
                close(
                        name,
                        "Nothing stands in the way any more: the recipe has come there, or upstream or a rule has"
                                + " changed.");
            }
        }
    }

    private void close(String packageName, String word) throws ForgeException {
        ConflictIssue issue = open.get(packageName);
        if (issue == null) {
            return;
        }
        Bump bump = new Bump(packageName, "", "", issue.to(), null);
        lines.attempt(List.of(bump), () -> {
            forge.closeIssue(packageName, word);
            issues.closed(packageName);
            open.remove(packageName);
            lines.say(bump, Deed.CLOSED, "its issue: nothing stands in the way any more", issue.url(), null);
        });
    }
}
