package dev.nearstream.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a person can look at a file of a repository at a commit. */
final class LinkBase {
    private static final Pattern HTTP = Pattern.compile("https?://(?:[^/@]*@)?([^/:]+(?::\\d+)?)/(.+?)(?:\\.git)?/?");
    private static final Pattern SSH =
            Pattern.compile("(?:ssh://)?(?:[^/@]+@)([^/:]+)(?::\\d+/|[:/])(.+?)(?:\\.git)?/?");

    private LinkBase() {}

    /**
     * The base of links, to which a path is added: GitHub's form, or GitLab's or Gitea's where the host's name says so.
     * Empty for a repository that no web server is known to show.
     */
    static Optional<String> of(Optional<String> url, String commit) {
        if (url.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = HTTP.matcher(url.get());
        if (!matcher.matches()) {
            matcher = SSH.matcher(url.get());
            if (!matcher.matches()) {
                return Optional.empty();
            }
        }
        String host = matcher.group(1);
        String between = host.contains("gitlab")
                ? "/-/blob/"
                : host.contains("gitea") || host.contains("forgejo") || host.contains("codeberg")
                        ? "/src/commit/"
                        : "/blob/";
        return Optional.of("https://" + host + "/" + matcher.group(2) + between + commit + "/");
    }
}
