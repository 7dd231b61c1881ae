package dev.nearstream.pull;

import dev.nearstream.bump.branch.FileChange;
import dev.nearstream.store.PullRequestRecord.Bump;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A package's part of a pull request.
 *
 * @param inputs of what it was made, in a hash
 */
record Member(Wish wish, Prepared.Ready ready, String inputs) {

    Bump bump() {
        return wish.bump();
    }

    String name() {
        return wish.bump().packageName();
    }

    /** The files that it changes. */
    Set<String> paths() {
        return ready.changes().stream().map(FileChange::path).collect(Collectors.toSet());
    }
}
