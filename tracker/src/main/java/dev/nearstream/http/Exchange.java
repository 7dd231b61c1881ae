package dev.nearstream.http;

import dev.nearstream.http.WebException.Kind;
import dev.nearstream.http.WebRequest.Method;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** One request for an answer in memory, within one operation's time limits: each attempt follows redirects. */
record Exchange(Hop hops, Clock clock) {

    /**
     * The answer; 5xx and refusals for having asked too often are none.
     *
     * @throws TryAgainException for those, and for a broken connection, save where the request would then be made twice
     */
    WebAnswer attempt(WebRequest request) throws WebException, TryAgainException {
        URI meant = Redirects.checked(request.url());
        WebRequest at = request.at(meant);
        for (int redirects = 0; redirects <= Redirects.MOST; redirects++) {
            Taken taken = hop(at, meant);
            if (!Redirects.isRedirect(taken.answer().status())) {
                return taken.answer();
            }
            at = request.at(taken.next());
        }
        throw new WebException(
                Kind.FAILED,
                "more than " + Redirects.MOST + " redirects, the last to "
                        + Redaction.of(at.url().toString()));
    }

    /** @param next where a redirect leads; else the URL that was asked */
    private record Taken(WebAnswer answer, URI next) {}

    private Taken hop(WebRequest request, URI meant) throws WebException, TryAgainException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.url())
                .header("User-Agent", "nearstream")
                .method(
                        request.method().name(),
                        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.bytes()));
        request.headers().forEach(builder::header);
        if (request.authorization() != null && Authorization.isFor(meant, request.url())) {
            builder.header("Authorization", request.authorization());
        }
        try {
            return hops.send(
                    builder.build(), request.mostBytes(), (answer, body) -> taken(request, meant, answer, body));
        } catch (TryAgainException e) {
            if (request.method().isIdempotent() || e.wasRefused()) {
                throw e;
            }
            WebException problem = e.problem();
            throw new WebException(
                    problem.kind(), problem.getMessage() + "; the server may have done what it was asked", problem);
        }
    }

    private Taken taken(WebRequest request, URI meant, HttpResponse<InputStream> answer, InputStream body)
            throws IOException, WebException, TryAgainException {
        int status = answer.statusCode();
        URI next = request.url();
        if (Redirects.isRedirect(status)) {
            next = Redirects.next(request.url(), answer);
            // A changed method would be another request, and another host is not whom the body was written for.
            if (request.method() != Method.GET && (status < 307 || !Authorization.isSamePlace(meant, next))) {
                throw new WebException(
                        Kind.FAILED, "the server redirects (%d) what is not asked for but done".formatted(status));
            }
        }
        Duration wait =
                RateLimit.wait(status, answer.headers(), clock.instant()).orElse(null);
        if (wait != null) {
            String host = request.url().getHost().toLowerCase(Locale.ROOT);
            throw TryAgainException.refused(
                    new WebException(
                            Kind.RATE_LIMITED,
                            "%s has been asked too often (%d) and wants to be left alone until %s"
                                    .formatted(host, status, clock.instant().plus(wait))),
                    wait);
        }
        if (status >= 500) {
            Duration after = answer.headers()
                    .firstValue("Retry-After")
                    .flatMap(value -> RetryAfter.read(value, clock.instant()))
                    .orElse(null);
            WebException problem = new WebException(Kind.FAILED, "the server answers " + status);
            throw status == 503 && after != null
                    ? TryAgainException.refused(problem, after)
                    : new TryAgainException(problem, after);
        }
        return new Taken(new WebAnswer(status, answer.headers(), body.readAllBytes()), next);
    }
}
