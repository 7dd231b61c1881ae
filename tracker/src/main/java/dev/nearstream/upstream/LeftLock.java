package dev.nearstream.upstream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/**
 * The lock of a branch in a repository on this machine. Git makes {@code refs/heads/NAME.lock} while it writes the branch,
 * and takes none away that a killed process has left: the branch could never be pushed to again.
 */
record LeftLock(Path file) {
    /** It is held while 41 bytes are written; a hook that is run meanwhile may take longer. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** The lock, where there is one. */
    static Optional<LeftLock> of(UpstreamUrl url, String branch) throws IOException {
        if (url.kind() != UpstreamUrl.Kind.LOCAL) {
            return Optional.empty();
        }
        Optional<Repository> opened = LocalRepositories.open(Path.of(url.address()));
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (Repository repository = opened.get()) {
            Path file = repository.getDirectory().toPath().resolve(Constants.R_HEADS + branch + ".lock");
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(new LeftLock(file))
                    : Optional.empty();
        }
    }

    /** Deletes it where nobody can be holding it any more; answers whether it did. */
    boolean isTakenAway(Instant now) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().plus(LONGEST).isBefore(now) && Files.deleteIfExists(file);
    }

    /** In words, with the way out. */
    String advice() {
        return "%s is locked; if nothing writes there, a process was killed: the lock goes with the first push that is %d minutes later, or delete it"
                .formatted(file, LONGEST.toMinutes());
    }
}
