package dev.nearstream.pull;

import dev.nearstream.upstream.Hashes;
import java.util.List;

/**
 * What is asked of the maintainers: a branch that lies on the remote already, and the words that go with it.
 *
 * @param branch with the change, without {@code refs/heads/}
 * @param base the branch that it is to be merged into
 * @param head the commit at the branch's head, in hex
 * @param title becomes one line of visible text, cut where it is longer than forges take
 * @param body in markdown; nothing in it pings people or closes issues elsewhere. One that is longer than the forge takes
 *     is cut between lines, outside of code, and says so
 * @param draft whether a person must look before it may be merged
 * @param labels that it shall have; others on it stay
 * @param reviewers user names, or {@code org/team}
 * @param mail the commits as {@code git format-patch} writes them, for {@code git am}; written in UTF-8
 */
public record Proposal(
        String branch,
        String base,
        String head,
        String title,
        String body,
        boolean draft,
        List<String> labels,
        List<String> reviewers,
        String mail) {

    public Proposal {
        labels = List.copyOf(labels);
        reviewers = List.copyOf(reviewers);
    }

    /** Of all that a person sees of it: what is the same is not sent again. */
    String hash() {
        return Hashes.of(String.join("\0", title, body, String.valueOf(draft), String.join(",", labels)));
    }
}
