package dev.nearstream.http;

import dev.nearstream.http.WebException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One download, within one operation's time limits: each attempt follows redirects and takes the body. */
record Download(Hop hops, HostCredentials credentials, Clock clock, PartialFile file, long most) {

    /** The bytes that the file has now, all of them. */
    long attempt(URI url) throws WebException, TryAgainException {
        URI meant = Redirects.checked(url);
        URI at = meant;
        for (int redirects = 0; redirects <= Redirects.MOST; redirects++) {
            @Nullable URI next = hop(meant, at);
            if (next == null) {
                return file.length();
            }
            at = next;
        }
        throw new WebException(
                Kind.FAILED, "more than " + Redirects.MOST + " redirects, the last to " + Redaction.of(at.toString()));
    }

    /** Where it goes on, or null once the file is whole. */
    private @Nullable URI hop(URI meant, URI at) throws WebException, TryAgainException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at).header("User-Agent", "nearstream");
        new Authorization(credentials, meant.getHost().toLowerCase(Locale.ROOT), meant.getPort())
                .header(at)
                .ifPresent(value -> request.header("Authorization", value));
        file.conditions(at, request);
        return hops.send(request.build(), most, (answer, body) -> Optional.ofNullable(taken(at, answer, body)))
                .orElse(null);
    }

    private @Nullable URI taken(URI at, HttpResponse<InputStream> answer, InputStream body)
            throws IOException, WebException, TryAgainException {
        int status = answer.statusCode();
        if (Redirects.isRedirect(status)) {
            return Redirects.next(at, answer);
        }
        if (status == 416) {
            file.restart(); // what we have is longer than what is there now
            throw new TryAgainException(new WebException(Kind.FAILED, "the server answers 416"), null);
        }
        if (status != 200 && status != 206) {
            refuse(status, answer);
        }
        file.begin(at, answer);
        if (file.length() + answer.headers().firstValueAsLong("Content-Length").orElse(0) > most) {
            throw new TooLongException("what the server sends", most);
        }
        file.take(body);
        if (file.length() > most) {
            throw new TooLongException("what the server sends", most);
        }
        return null;
    }

    private void refuse(int status, HttpResponse<?> answer) throws WebException, TryAgainException {
        switch (status) {
            case 401 -> throw new WebException(Kind.DENIED, "the server wants credentials (401)");
            case 403 -> throw new WebException(Kind.DENIED, "the server refuses (403)");
            case 404, 410 -> throw new WebException(Kind.NOT_FOUND, "it is not there (" + status + ")");
            default -> {
                WebException problem = new WebException(Kind.FAILED, "the server answers " + status);
                if (status == 429 || status >= 500) {
                    Duration after = answer.headers()
                            .firstValue("Retry-After")
                            .flatMap(value -> RetryAfter.read(value, clock.instant()))
                            .orElse(null);
                    throw new TryAgainException(problem, after);
                }
                throw problem;
            }
        }
    }
}
