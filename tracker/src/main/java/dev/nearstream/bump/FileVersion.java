package dev.nearstream.bump;

import dev.nearstream.patch.UnreadableFileException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A file as one of upstream's commits left it.
 *
 * @param content read when it is asked for; empty where the commit has no such file; may throw {@link
 *     UnreadableFileException}
 */
public record FileVersion(UpstreamCommit commit, Supplier<Optional<byte[]>> content) {}
