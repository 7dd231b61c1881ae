package dev.nearstream.archive;

import dev.nearstream.http.Redaction;
import dev.nearstream.upstream.UpstreamException;
import dev.nearstream.upstream.UpstreamException.Kind;
import org.jspecify.annotations.Nullable;

/** The words of what goes wrong with an archive: its URL, what is wrong, what would be right, on one line. */
final class ArchiveProblem {
    private ArchiveProblem() {}

    static UpstreamException of(Kind kind, String shown, String what, @Nullable Throwable cause) {
        return new UpstreamException(kind, shown, null, shown + ": " + what, cause);
    }

    /** The disk's failure. */
    static UpstreamException disk(String shown, Exception cause) {
        return of(Kind.FAILED, shown, Redaction.quoted(cause), cause);
    }
}
