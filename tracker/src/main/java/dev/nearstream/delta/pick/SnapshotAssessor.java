package dev.nearstream.delta.pick;

import dev.nearstream.delta.Assessment;
import dev.nearstream.upstream.Containment;
import dev.nearstream.upstream.Divergence;
import dev.nearstream.upstream.FirstRelease;
import dev.nearstream.upstream.History;
import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says where a commit that no tag names stands among upstream's releases. It is never droppable: that a release has the
 * commit is a reason to go to that release, not to leave something out.
 */
public final class SnapshotAssessor {
    /** Releases that are asked whether the commit comes after them, newest first. */
    private static final int MOST_ASKED = 20;

    private final Mirror mirror;
    private final List<Tag> releases;

    /** @param releases the admitted ones in the order of their versions */
    public SnapshotAssessor(Mirror mirror, List<Tag> releases) {
        this.mirror = mirror;
        this.releases = List.copyOf(releases);
    }

    /** How far the commit is from the releases around it; unknown where history is not to be had. */
    public Assessment assess(String commit) {
        if (releases.isEmpty()) {
            return Assessment.unknown("upstream has no release that is admitted");
        }
        Tag newest = releases.get(releases.size() - 1);
        try (History history = mirror.history(commit, name(newest))) {
            Divergence ahead = history.divergence(commit, name(newest));
            FirstRelease first = history.firstRelease(commit, releases);
            StringBuilder words = new StringBuilder();
            @Nullable Tag before = before(history, commit).orElse(null);
            if (before != null && !before.equals(newest)) {
                append(words, after(history.divergence(commit, name(before)), before));
            }
            append(words, ahead.known() ? to(ahead, newest) : "");
            append(words, released(first));
            return words.isEmpty() ? Assessment.unknown(ahead.gap()) : Assessment.needed(words.toString());
        }
    }

    /** The newest release that the commit comes after. */
    private Optional<Tag> before(History history, String commit) {
        int oldest = Math.max(0, releases.size() - MOST_ASKED);
        for (int i = releases.size() - 1; i >= oldest; i--) {
            Containment contained = history.contains(commit, releases.get(i).commit());
            if (contained.yes()) {
                return Optional.of(releases.get(i));
            }
            if (!contained.no()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String after(Divergence from, Tag tag) {
        return from.known() ? commits(from.ahead()) + " after " + tag.name() : "after " + tag.name();
    }

    private static String to(Divergence newest, Tag tag) {
        if (newest.ahead() == 0 && newest.behind() == 0) {
            return "the very commit of " + tag.name();
        }
        if (newest.behind() == 0) {
            return commits(newest.ahead()) + " after " + tag.name() + ", the newest release";
        }
        String behind = newest.behind() + " behind " + tag.name();
        return newest.ahead() == 0 ? behind : "%d ahead of and %s".formatted(newest.ahead(), behind);
    }

    private static String released(FirstRelease first) {
        return first.tag()
                .map(tag -> "released since: " + tag.name() + " contains it")
                .orElse(first.contained().no() ? "no release contains it" : "");
    }

    private static String commits(int count) {
        return count == 1 ? "1 commit" : count + " commits";
    }

    private static void append(StringBuilder words, String more) {
        if (!more.isEmpty()) {
            words.append(words.isEmpty() ? "" : "; ").append(more);
        }
    }

    private static String name(Tag tag) {
        return "refs/tags/" + tag.name();
    }
}
