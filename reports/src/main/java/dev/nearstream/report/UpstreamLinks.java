package dev.nearstream.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The web pages of an upstream repository's commits and tags, where its host is of a known kind: github.com, GitLab (any
 * host with gitlab in its name), and Forgejo or Gitea (codeberg.org, or a host with forgejo or gitea in its name). Only
 * http and https are ever linked, and never with a user or a password.
 */
public final class UpstreamLinks {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{7,64}");

    private UpstreamLinks() {}

    private enum Kind {
        GITHUB("/commit/", "/releases/tag/", "/compare/", "/blob/"),
        GITLAB("/-/commit/", "/-/tags/", "/-/compare/", "/-/blob/"),
        FORGEJO("/commit/", "/src/tag/", "/compare/", "/src/tag/");

        private final String commit;
        private final String tag;
        private final String compare;
        private final String file;

        Kind(String commit, String tag, String compare, String file) {
            this.commit = commit;
            this.tag = tag;
            this.compare = compare;
            this.file = file;
        }
    }

    /** A URL that may be linked: http or https with a host, without user information; else empty. */
    public static Optional<String> web(@Nullable String url) {
        return parse(url).map(URI::toASCIIString);
    }

    /** The page of a repository: without {@code .git}. */
    public static Optional<String> repository(@Nullable String url) {
        return parse(url).map(UpstreamLinks::base);
    }

    /** The page of a commit, given a full or abbreviated hash. */
    public static Optional<String> commit(@Nullable String repository, @Nullable String hash) {
        if (hash == null || !HASH.matcher(hash).matches()) {
            return Optional.empty();
        }
        return parse(repository).flatMap(uri -> kind(uri).map(kind -> base(uri) + kind.commit + hash));
    }

    /** The page of a tag. */
    public static Optional<String> tag(@Nullable String repository, @Nullable String tag) {
        if (tag == null || tag.isEmpty()) {
            return Optional.empty();
        }
        return parse(repository).flatMap(uri -> kind(uri).map(kind -> base(uri) + kind.tag + path(tag)));
    }

    /** The page of a file as a tag has it. */
    public static Optional<String> file(@Nullable String repository, String tag, String path) {
        if (tag.isEmpty() || path.isEmpty()) {
            return Optional.empty();
        }
        return parse(repository)
                .flatMap(uri -> kind(uri).map(kind -> base(uri) + kind.file + path(tag) + "/" + path(path)));
    }

    /** The page that shows what changed from one tag, branch or commit to another. */
    public static Optional<String> compare(@Nullable String repository, String from, String to) {
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return parse(repository)
                .flatMap(uri -> kind(uri).map(kind -> base(uri) + kind.compare + path(from) + "..." + path(to)));
    }

    /** The path's segments, each percent-encoded. */
    static String path(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment -> URLEncoder.encode(segment, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A"))
                .collect(Collectors.joining("/"));
    }

    private static Optional<URI> parse(@Nullable String url) {
        if (url == null) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme();
            String host = uri.getHost();
            boolean web = scheme != null && scheme.toLowerCase(Locale.ROOT).matches("https?");
            if (!web || host == null) {
                return Optional.empty();
            }
            return Optional.of(
                    new URI(scheme, null, host, uri.getPort(), uri.getPath(), uri.getQuery(), uri.getFragment()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String base(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath().replaceFirst("/+$", "").replaceFirst("\\.git$", "");
        return uri.getScheme() + "://" + uri.getHost() + port + path;
    }

    private static Optional<Kind> kind(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (uri.getRawPath().replaceAll("/+$", "").chars().filter(c -> c == '/').count() < 2) {
            return Optional.empty();
        }
        if (host.equals("github.com")) {
            return Optional.of(Kind.GITHUB);
        }
        if (host.contains("gitlab")) {
            return Optional.of(Kind.GITLAB);
        }
        boolean forgejo = host.equals("codeberg.org") || host.contains("forgejo") || host.contains("gitea");
        return forgejo ? Optional.of(Kind.FORGEJO) : Optional.empty();
    }
}
