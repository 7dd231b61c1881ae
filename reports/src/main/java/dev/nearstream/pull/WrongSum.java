package dev.nearstream.pull;

import dev.nearstream.archive.ArchiveSum;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Outcome;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that is packaged today and is not what its recipe's sum says. Somebody has changed it, or the recipe is wrong: a
 * new sum from the same place is nothing to propose before a person has looked.
 */
final class WrongSum {
    private WrongSum() {}

    /** Why a package waits; empty where its files were not read, or are what they should be. */
    static Optional<String> of(Outcome.Tracked outcome) {
        return outcome.deltas().stream()
                .map(AssessedDelta::notAssessed)
                .filter(Objects::nonNull)
                .filter(why -> why.contains(ArchiveSum.MISMATCH))
                .findFirst()
                .map(why -> "what is packaged today is not what its sum says: " + why);
    }
}
