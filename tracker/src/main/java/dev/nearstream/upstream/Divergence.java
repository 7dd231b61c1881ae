package dev.nearstream.upstream;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How two revisions stand to each other, as {@code git rev-list --left-right --count one...other} counts.
 *
 * @param ahead commits that only the one contains
 * @param behind commits that only the other contains
 * @param base the newest commit that both contain, or null where there is none or none is known
 * @param gap why the counts are not known, on one line; empty where they are. Where it is not, the counts are those of
 *     what was there, and nothing to tell people
 */
public record Divergence(int ahead, int behind, @Nullable String base, String gap) {

    public boolean known() {
        return gap.isEmpty();
    }

    /** The newest commit that both contain; of several best ones the newest. */
    public Optional<String> mergeBase() {
        return Optional.ofNullable(base);
    }

    static Divergence unknown(String reason) {
        return new Divergence(0, 0, null, reason);
    }
}
