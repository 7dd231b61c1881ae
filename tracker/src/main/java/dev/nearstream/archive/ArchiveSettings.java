package dev.nearstream.archive;

import dev.nearstream.upstream.Rewrites;
import java.nio.file.Path;

/**
 * Where archives lie and what is taken.
 *
 * @param directory made when first needed
 * @param offline download nothing; local files that a rewrite names are read all the same
 * @param largest bytes of an archive, at least 1
 */
public record ArchiveSettings(Path directory, Rewrites rewrites, boolean offline, long largest) {
    /** 512 MiB. */
    public static final long LARGEST = 512L << 20;

    public ArchiveSettings {
        if (largest < 1) {
            throw new IllegalArgumentException("largest is " + largest + "; at least 1 would be right");
        }
    }
}
