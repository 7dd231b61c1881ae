package dev.nearstream.upstream;

import dev.nearstream.http.Redaction;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL that is admitted for reading: {@code https}, {@code http}, {@code ssh}, {@code git} or scp-like {@code
 * user@host:path}; and, where the person at the command line says so, {@code file:} or a local path. All else is
 * refused: git's {@code ext::} and {@code fd::} run commands, and a host or path that begins with {@code -} is taken
 * for an option by programs further on.
 *
 * @param address what is connected to, without user information, save that ssh's user stays
 * @param shown the same without any user information
 * @param host in lower case; empty for a local path
 * @param port as written, or -1
 */
public record UpstreamUrl(Kind kind, String address, String shown, String host, int port) {

    /** How it is read. */
    public enum Kind {
        HTTPS,
        HTTP,
        SSH,
        GIT,
        LOCAL
    }

    private static final String ADMITTED = "an https, http, ssh or git URL would do";
    private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/]*)(/.*)?");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:(.*)@)?([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5})?)?");
    private static final Pattern CLIMB = Pattern.compile("(?:^|[/:\\\\])(?:\\.|%2[eE]){2}(?:[/\\\\]|%2[fF]|$)");
    private static final Pattern SCP = Pattern.compile("(?:([^/:@]+)@)?([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):(.+)");
    /** In a URL that is none, nobody knows where the password ends. */
    private static final Pattern BEFORE_LAST_AT = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*:/*)?.*@");

    /**
     * A URL that a recipe declares.
     *
     * @throws UpstreamException of kind REFUSED
     */
    public static UpstreamUrl declared(String url) throws UpstreamException {
        return read(url, false);
    }

    /**
     * A URL or path from the command line or the configuration.
     *
     * @throws UpstreamException of kind REFUSED
     */
    public static UpstreamUrl trusted(String urlOrPath) throws UpstreamException {
        return read(urlOrPath, true);
    }

    /**
     * What a rewrite makes of a URL that a recipe declares.
     *
     * @throws UpstreamException of kind REFUSED, also where the recipe's part would climb out of what the rewrite names
     */
    static UpstreamUrl rewritten(String declared, String rewritten) throws UpstreamException {
        if (CLIMB.matcher(declared).find()) {
            throw refused(declared, "it leads up by ..");
        }
        return trusted(rewritten);
    }

    /** The text without user information, passwords and URLs' queries, whatever it is; on one line. */
    public static String withoutUser(String text) {
        return Redaction.of(text);
    }

    private static UpstreamUrl read(String url, boolean trusted) throws UpstreamException {
        if (url.isBlank()) {
            throw refused(url, "the URL is empty");
        }
        if (url.chars().anyMatch(c -> c < ' ' || c == 0x7f) || (!trusted && url.indexOf(' ') >= 0)) {
            throw refused(url, "the URL has a blank or a control character in it");
        }
        Matcher matcher = URL.matcher(url);
        if (matcher.matches()) {
            return withScheme(url, matcher, trusted);
        }
        if (url.contains("::")
                && url.indexOf("::") < (url.indexOf('/') < 0 ? url.length() : url.indexOf('/'))
                && !url.contains("[")) {
            throw refused(url, "a remote helper is never run");
        }
        if (url.regionMatches(true, 0, "file:", 0, 5)) {
            if (!trusted) {
                throw refused(url, "a file: URL counts only on the command line or in the configuration");
            }
            return local(url, url.substring("file:".length()));
        }
        if (trusted && isPath(url)) {
            return local(url, url);
        }
        Matcher scp = SCP.matcher(url);
        if (scp.matches()) {
            return scpLike(url, scp);
        }
        if (trusted) {
            return local(url, url);
        }
        throw refused(url, "a local path counts only on the command line or in the configuration");
    }

    private static UpstreamUrl withScheme(String url, Matcher matcher, boolean trusted) throws UpstreamException {
        String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        @Nullable String rest = matcher.group(3);
        String path = rest == null ? "" : rest;
        if (scheme.equals("file")) {
            if (!trusted) {
                throw refused(url, "a file: URL counts only on the command line or in the configuration");
            }
            return local(url, filePath(url, path));
        }
        Kind kind = switch (scheme) {
            case "https" -> Kind.HTTPS;
            case "http" -> Kind.HTTP;
            case "ssh", "git+ssh", "ssh+git" -> Kind.SSH;
            case "git" -> Kind.GIT;
            default -> throw refused(url, "nothing is read by " + scheme);
        };
        Matcher authority = AUTHORITY.matcher(matcher.group(2));
        if (!authority.matches()) {
            throw refused(url, "the URL has no valid host");
        }
        @Nullable String user = authority.group(1);
        String host = authority.group(2).toLowerCase(Locale.ROOT);
        checkDashes(url, user, host, path.startsWith("/") ? path.substring(1) : path);
        @Nullable String digits = authority.group(3);
        int port = digits == null ? -1 : Integer.parseInt(digits);
        if (port > 65_535) {
            throw refused(url, "there is no port " + port);
        }
        String place = host + (port < 0 ? "" : ":" + port) + withoutSlashes(path);
        String name = kind == Kind.SSH ? "ssh" : scheme;
        String login = kind == Kind.SSH && user != null ? withoutPassword(user) + "@" : "";
        return new UpstreamUrl(kind, name + "://" + login + place, name + "://" + place, host, port);
    }

    private static UpstreamUrl scpLike(String url, Matcher scp) throws UpstreamException {
        @Nullable String user = scp.group(1);
        String host = scp.group(2).toLowerCase(Locale.ROOT);
        String path = scp.group(3);
        checkDashes(url, user, host, path);
        String place = host + ":" + withoutSlashes(path);
        return new UpstreamUrl(Kind.SSH, (user == null ? "" : user + "@") + place, place, host, -1);
    }

    private static void checkDashes(String url, @Nullable String user, String host, String path)
            throws UpstreamException {
        if (host.startsWith("-") || path.startsWith("-") || (user != null && user.startsWith("-"))) {
            throw refused(url, "a user, host or path does not begin with -");
        }
    }

    private static UpstreamUrl local(String url, String path) throws UpstreamException {
        try {
            String absolute = Path.of(path).toAbsolutePath().normalize().toString();
            return new UpstreamUrl(Kind.LOCAL, absolute, absolute, "", -1);
        } catch (InvalidPathException e) {
            throw refused(url, "this is no path");
        }
    }

    private static String filePath(String url, String path) throws UpstreamException {
        try {
            String decoded = new URI("file", null, path, null).getPath();
            return path.contains("%") ? new URI("file://" + path).getPath() : decoded;
        } catch (URISyntaxException e) {
            throw refused(url, "this is no file: URL");
        }
    }

    private static boolean isPath(String text) {
        try {
            return Files.exists(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String withoutPassword(String user) {
        int colon = user.indexOf(':');
        return colon < 0 ? user : user.substring(0, colon);
    }

    private static String withoutSlashes(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static UpstreamException refused(String url, String what) {
        String shown = BEFORE_LAST_AT.matcher(withoutUser(url)).replaceFirst("$1");
        return Problems.of(UpstreamException.Kind.REFUSED, shown, null, what, ADMITTED, null);
    }
}
