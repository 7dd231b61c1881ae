package dev.nearstream.upstream;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first of some releases that contains a commit.
 *
 * @param contained {@code NO} where none of them does
 * @param release the release where it is known, else null
 */
public record FirstRelease(Containment contained, @Nullable Tag release) {

    /** The release, where it is known. */
    public Optional<Tag> tag() {
        return Optional.ofNullable(release);
    }

    static FirstRelease unknown(String reason) {
        return new FirstRelease(Containment.unknown(reason), null);
    }
}
