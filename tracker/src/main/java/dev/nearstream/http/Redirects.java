package dev.nearstream.http;

import dev.nearstream.http.WebException.Kind;
import java.net.URI;
import java.net.http.HttpResponse;

/** Where a redirect leads, if it is one that is followed: to http or https, and never from https to http. */
final class Redirects {
    /** As many as browsers follow at the most. */
    static final int MOST = 10;

    private Redirects() {}

    static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    /** The next URL, without user information. */
    static URI next(URI from, HttpResponse<?> answer) throws WebException {
        String location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new WebException(
                        Kind.FAILED, "the server redirects (" + answer.statusCode() + ") without saying where to"));
        return resolved(from, location);
    }

    static URI resolved(URI from, String location) throws WebException {
        URI to = resolve(from, location);
        if (from.getScheme().equalsIgnoreCase("https") && to.getScheme().equalsIgnoreCase("http")) {
            throw new WebException(
                    Kind.REFUSED, "the server redirects from https to http, to " + Redaction.of(to.toString()));
        }
        return to;
    }

    private static URI resolve(URI from, String location) throws WebException {
        try {
            return checked(from.resolve(location.strip()));
        } catch (IllegalArgumentException e) {
            throw new WebException(Kind.FAILED, "the server redirects to what is no URL", e);
        }
    }

    /** A URL that is asked for, without user information and fragment. */
    static URI checked(URI url) throws WebException {
        String scheme = url.getScheme();
        boolean web = scheme != null && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"));
        if (!web || url.getHost() == null || url.getPort() > 65_535) {
            throw new WebException(
                    Kind.REFUSED, "%s is no http or https URL of a host".formatted(Redaction.of(url.toString())));
        }
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return URI.create(scheme + "://" + url.getHost() + port + path + query);
    }
}
