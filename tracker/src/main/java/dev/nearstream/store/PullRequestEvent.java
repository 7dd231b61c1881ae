package dev.nearstream.store;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that became of a package's pull request.
 *
 * @param from the packaged version
 * @param to the version that it goes to
 * @param url for people, or null
 * @param seen when we did it, or found it so
 */
public record PullRequestEvent(
        String packageName,
        Kind kind,
        String from,
        String to,
        @Nullable String url,
        Instant seen) {

    /** What happened. */
    public enum Kind {
        OPENED,
        MERGED,
        /** by a person */
        CLOSED,
        /** by us: it is no longer needed */
        SUPERSEDED
    }

    /** What a record tells that the one before it did not. */
    static Optional<PullRequestEvent> between(Optional<PullRequestRecord> before, PullRequestRecord after) {
        return kind(before, after).map(kind -> {
            PullRequestRecord.ForgeEntry forge = after.forge();
            return new PullRequestEvent(
                    after.bump().packageName(),
                    kind,
                    after.bump().from(),
                    after.bump().to(),
                    forge == null ? null : forge.url(),
                    after.updated());
        });
    }

    private static Optional<Kind> kind(Optional<PullRequestRecord> before, PullRequestRecord after) {
        boolean was = before.filter(one -> one.state() == after.state()).isPresent();
        return switch (after.state()) {
            case PREPARED, PUSHED -> Optional.empty();
            case OPEN -> isOther(before, after) ? Optional.of(Kind.OPENED) : Optional.empty();
            case MERGED -> was ? Optional.empty() : Optional.of(Kind.MERGED);
            case CLOSED -> was ? Optional.empty() : Optional.of(Kind.CLOSED);
            case SUPERSEDED -> was ? Optional.empty() : Optional.of(Kind.SUPERSEDED);
        };
    }

    /** Whether the forge has another one than before; one that is only brought up to date is the same. */
    private static boolean isOther(Optional<PullRequestRecord> before, PullRequestRecord after) {
        PullRequestRecord.ForgeEntry now = after.forge();
        PullRequestRecord.ForgeEntry then = before.map(PullRequestRecord::forge).orElse(null);
        return now != null
                && (then == null
                        || !then.number().equals(now.number())
                        || !then.name().equals(now.name()));
    }
}
