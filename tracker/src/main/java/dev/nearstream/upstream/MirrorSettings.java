package dev.nearstream.upstream;

import dev.nearstream.http.HostCredentials;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How upstreams are reached and where their mirrors lie.
 *
 * @param directory of the mirrors; made when first needed
 * @param offline fetch nothing
 * @param perHost connections to one host at once
 * @param connectTimeout for a connection to stand
 * @param readTimeout for a server to send anything at all
 * @param totalTimeout for one operation with its retries: the refs of an upstream, the tree of one commit
 * @param diskLimit bytes that the mirrors may take after a run; 0 for no limit
 */
public record MirrorSettings(
        Path directory,
        Rewrites rewrites,
        boolean offline,
        int perHost,
        Duration connectTimeout,
        Duration readTimeout,
        Duration totalTimeout,
        long diskLimit,
        HostCredentials credentials) {

    public MirrorSettings {
        if (perHost < 1) {
            throw new IllegalArgumentException("perHost is " + perHost + "; at least 1 would be right");
        }
        if (diskLimit < 0) {
            throw new IllegalArgumentException("diskLimit is " + diskLimit + "; 0 means no limit");
        }
    }

    /** Four connections a host, 15 seconds to connect, 60 to hear anything, 15 minutes in all, no limit on disk. */
    public static MirrorSettings defaults(Path directory) {
        return new MirrorSettings(
                directory,
                Rewrites.none(),
                false,
                4,
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofMinutes(15),
                0,
                HostCredentials.none());
    }
}
