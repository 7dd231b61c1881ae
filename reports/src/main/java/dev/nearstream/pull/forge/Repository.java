package dev.nearstream.pull.forge;

import dev.nearstream.http.Redaction;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.ForgeException.Kind;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository on a forge.
 *
 * @param root the forge's own address, without a slash at the end
 * @param path below it: owner and name, or groups and name
 */
record Repository(URI root, List<String> path) {
    private static final Pattern WEB = Pattern.compile("(?i)(https?)://(?:[^/@]*@)?([a-z0-9.-]+(?::\\d+)?)/(.+)");
    private static final Pattern SSH = Pattern.compile("(?i)(?:ssh|git)://(?:[^/@]*@)?([a-z0-9.-]+)(?::\\d+)?/(.+)");
    private static final Pattern SCP = Pattern.compile("(?i)(?:[^/@:]*@)?([a-z0-9.-]+):/?(.+)");
    private static final Pattern SEGMENT = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]+");

    Repository {
        path = List.copyOf(path);
    }

    /**
     * The repository that a URL of git names.
     *
     * @param below what the forge's address has behind the host, as {@code /git}; usually empty
     */
    static Repository of(String url, String below) throws ForgeException {
        String root;
        String path;
        Matcher web = WEB.matcher(url.strip());
        Matcher ssh = SSH.matcher(url.strip());
        Matcher scp = SCP.matcher(url.strip());
        if (web.matches()) {
            root = web.group(1) + "://" + web.group(2);
            path = web.group(3);
        } else if (ssh.matches()) {
            root = "https://" + ssh.group(1);
            path = ssh.group(2);
        } else if (!url.contains("://") && scp.matches()) {
            root = "https://" + scp.group(1);
            path = scp.group(2);
        } else {
            throw noRepository(url);
        }
        String from = below.isEmpty() ? "" : below.substring(1) + "/";
        String inside = path.startsWith(from) ? path.substring(from.length()) : path;
        List<String> segments = List.of(
                inside.replaceFirst("/+$", "").replaceFirst("\\.git$", "").split("/", -1));
        if (segments.size() < 2
                || !segments.stream()
                        .allMatch(segment -> SEGMENT.matcher(segment).matches())) {
            throw noRepository(url);
        }
        return new Repository(URI.create(root + below), segments);
    }

    private static ForgeException noRepository(String url) {
        return new ForgeException(
                Kind.UNAVAILABLE,
                "%s is no repository of a forge: https://host/owner/name would be one".formatted(Redaction.of(url)));
    }

    /** Owner and name, for forges that have no groups in groups. */
    Repository ofAnOwner() throws ForgeException {
        if (path.size() != 2) {
            throw noRepository(root + "/" + String.join("/", path));
        }
        return this;
    }

    String fullName() {
        return String.join("/", path);
    }

    String owner() {
        return path.get(0);
    }

    /** In words, as {@code github.com/owner/name}. */
    String name() {
        return root.toString().replaceFirst("^\\w+://", "") + "/" + fullName();
    }
}
