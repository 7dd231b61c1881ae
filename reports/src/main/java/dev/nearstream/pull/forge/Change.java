package dev.nearstream.pull.forge;

import org.jspecify.annotations.Nullable;

/** What of a pull request or an issue is to become another; null is what stays. */
record Change(
        @Nullable String title,
        @Nullable String body,
        @Nullable String base,
        @Nullable Boolean draft) {

    boolean isNone() {
        return title == null && body == null && base == null && draft == null;
    }

    /** What leads from one to the other. Hosts trim texts and write line ends their way: that is no difference. */
    static Change of(Standing from, String title, String body, String base, boolean draft) {
        return new Change(
                title.equals(from.pull().title()) ? null : title,
                trimmed(body).equals(trimmed(from.body())) ? null : body,
                base.equals(from.base()) ? null : base,
                draft == from.pull().draft() ? null : draft);
    }

    private static String trimmed(String body) {
        return body.replace("\r\n", "\n").strip();
    }
}
