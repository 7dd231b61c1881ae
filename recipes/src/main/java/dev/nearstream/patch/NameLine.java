package dev.nearstream.patch;

import org.jspecify.annotations.Nullable;

/**
 * A line of a file's part that names a file. All of them are kept in order, because which one counts depends on the
 * strip count: GNU patch passes over a name that has too few slashes and keeps the one before it.
 *
 * @param kind which line it is
 * @param name the name as written, unquoted but not stripped; {@code null} where the line names none
 * @param second the second name of a {@code diff --git} line, else {@code null}
 * @param stamp what the time stamp behind the name says
 */
public record NameLine(
        Kind kind, @Nullable String name, @Nullable String second, Stamp stamp) {
    /** Where a name stands. */
    public enum Kind {
        /** {@code diff --git OLD NEW}; both names, or neither. */
        GIT,
        /** A line {@code --- NAME}. */
        MINUS,
        /** A line {@code +++ NAME}. */
        PLUS,
        /** A line {@code *** NAME} of a context diff. */
        STARS,
        /** A line {@code Index: NAME}. */
        INDEX
    }

    /** What GNU patch reads from the time stamp behind a name. */
    public enum Stamp {
        /** No time stamp, or none that can be read. */
        NONE,
        /** The epoch, give or take a time zone, or the name {@code /dev/null}: the file does not exist. */
        EPOCH,
        /** Any other time. */
        OTHER
    }
}
