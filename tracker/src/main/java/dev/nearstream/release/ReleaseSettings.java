package dev.nearstream.release;

import dev.nearstream.http.HostCredentials;
import dev.nearstream.upstream.Rewrites;
import java.nio.file.Path;

/**
 * How lists of releases are asked for.
 *
 * @param directory of what is kept from one run to the next; made when first needed
 * @param offline ask nobody
 * @param credentials a token for {@code api.github.com} or {@code github.com} is what GitHub releases need
 * @param policy what is said of releases, and proposed
 */
public record ReleaseSettings(
        Path directory, Rewrites rewrites, boolean offline, HostCredentials credentials, UpdatePolicy policy) {}
