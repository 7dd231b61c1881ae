package dev.nearstream.upstream;

import dev.nearstream.http.Redaction;
import org.jspecify.annotations.Nullable;

/** The words of an {@link UpstreamException}: URL and ref, what is wrong, what would be right, on one line. */
final class Problems {
    private Problems() {}

    static UpstreamException of(
            UpstreamException.Kind kind,
            String url,
            @Nullable String ref,
            String what,
            String right,
            @Nullable Throwable cause) {
        String where = ref == null ? url : url + " " + oneLine(ref);
        String words = right.isEmpty() ? what : what + "; " + right;
        return new UpstreamException(kind, url, ref, (where.isBlank() ? "\"\"" : where) + ": " + words, cause);
    }

    /** What another program or the system says, without user information, cut to a length that fits a report. */
    static String quoted(Throwable cause) {
        return Redaction.quoted(cause);
    }

    static String oneLine(String text) {
        return Redaction.oneLine(text);
    }
}
