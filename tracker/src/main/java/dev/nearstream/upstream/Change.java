package dev.nearstream.upstream;

import java.time.Instant;
import java.util.List;

/**
 * A commit of upstream's history.
 *
 * @param commit its hash
 * @param parents the hashes that it names, also where history is cut before them
 * @param subject the message's first paragraph on one line: text from outside
 * @param message the whole message, cut after 64 KiB: text from outside
 * @param authored the author's date, which a rebase keeps
 * @param committed the committer's date
 */
public record Change(
        String commit, List<String> parents, String subject, String message, Instant authored, Instant committed) {
    public Change {
        parents = List.copyOf(parents);
    }

    public boolean isMerge() {
        return parents.size() > 1;
    }
}
