package dev.nearstream.report.render;

import dev.nearstream.report.UpstreamLinks;
import dev.nearstream.store.Outcome;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pieces of inline markdown. */
final class Inline {
    private static final int SHORT_HASH = 7;
    private static final String UNSAFE = "()<>[]{}|\\`*\"'^$@!";

    /** What stands where nothing is known. */
    static final String UNKNOWN = "–";

    private Inline() {}

    static String text(@Nullable String outside) {
        return outside == null || outside.isEmpty() ? UNKNOWN : OutsideText.of(outside);
    }

    static String bold(String ours) {
        return "**" + ours + "**";
    }

    /** A link to the web, where there is one that may be linked; else the label. */
    static String web(String label, Optional<String> url) {
        return url.flatMap(UpstreamLinks::web)
                .map(web -> "[" + label + "](" + destination(web) + ")")
                .orElse(label);
    }

    /** A link inside the out directory. */
    static String local(String label, String path) {
        return "[" + label + "](" + destination(path) + ")";
    }

    /** An abbreviated hash, as code, linked where its page is known; other text is shown as such. */
    static String commit(@Nullable String repository, @Nullable String hash) {
        return shortHash(hash, UpstreamLinks.commit(repository, hash));
    }

    /** The same, with the page given. */
    static String shortHash(@Nullable String hash, Optional<String> page) {
        return hash == null || !hash.matches("[0-9a-f]{7,64}")
                ? Code.of(hash)
                : web("`" + hash.substring(0, SHORT_HASH) + "`", page);
    }

    static String tag(@Nullable String repository, @Nullable String tag) {
        return web(Code.of(tag), UpstreamLinks.tag(repository, tag));
    }

    /** The newest release's version; the link leads to its tag. */
    static String newest(Outcome.Tracked of) {
        return web(
                Code.of(of.lag().newestVersion()),
                UpstreamLinks.tag(of.upstream(), of.lag().newestTag()));
    }

    /** Nothing of it ends the destination or the table's cell, or is read as an entity. */
    private static String destination(String url) {
        StringBuilder safe = new StringBuilder(url.length());
        url.chars().forEach(c -> {
            if (c == '&') {
                safe.append("&amp;");
            } else if (c <= ' ' || c >= 127 || UNSAFE.indexOf(c) >= 0) {
                safe.append(String.format(Locale.ROOT, "%%%02X", c));
            } else {
                safe.append((char) c);
            }
        });
        return safe.toString();
    }
}
