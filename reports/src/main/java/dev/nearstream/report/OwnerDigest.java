package dev.nearstream.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a night has to say of one owner's packages.
 *
 * @param owner as CODEOWNERS or the configuration writes it
 * @param report of these packages alone
 * @param before the same packages' numbers in the run before; null where there was none
 * @param pulls that wait, the oldest first
 */
public record OwnerDigest(
        String owner, NightReport report, @Nullable Totals before, List<WaitingPull> pulls) {

    public OwnerDigest {
        pulls = List.copyOf(pulls);
    }

    /** Whether something is other than in the run before: a change, or what became of a pull request. The first digest is news. */
    public boolean hasNews() {
        Changes changes = report.changes();
        if (changes == null) {
            return true;
        }
        return !changes.none() || !report.night().pulls().isEmpty();
    }
}
