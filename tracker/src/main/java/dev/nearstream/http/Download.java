package dev.nearstream.http;

import dev.nearstream.http.WebException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One download, within one operation's time limits: each attempt follows redirects and takes the body. */
record Download(
        HttpClient client,
        HostGate gate,
        HostCredentials credentials,
        TimeLimits limits,
        Clock clock,
        PartialFile file,
        long most) {

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
    @SuppressWarnings("try") // the permit is held, not used
    private @Nullable URI hop(URI meant, URI at) throws WebException, TryAgainException {
        String host = at.getHost().toLowerCase(Locale.ROOT);
        boolean[] answered = {false};
        try (HostGate.Permit permit = gate.enter(host, at.getPort())) {
            HttpResponse<InputStream> answer = send(meant, at);
            answered[0] = true;
            gate.reached(host, at.getPort());
            try (InputStream body = answer.body()) {
                return taken(at, answer, body);
            }
        } catch (HostOutException e) {
            throw new WebException(Kind.HOST_OUT, Redaction.quoted(e), e);
        } catch (TimeLimits.SilenceException | TimeLimits.TotalTimeException e) {
            throw tooLate(host, at.getPort(), answered[0], e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WebException(Kind.FAILED, "interrupted", e);
        } catch (IOException e) {
            throw failed(host, at.getPort(), answered[0], e);
        }
    }

    private HttpResponse<InputStream> send(URI meant, URI at) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at).header("User-Agent", "nearstream");
        new Authorization(credentials, meant.getHost().toLowerCase(Locale.ROOT), meant.getPort())
                .header(at)
                .ifPresent(value -> request.header("Authorization", value));
        file.conditions(at, request);
        CompletableFuture<HttpResponse<InputStream>> answer = client.sendAsync(
                request.build(), info -> new BodyStream(limits, "what the server sends", most, unused -> {}));
        try {
            return answer.get(limits.patience(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw limits.over();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause
                    ? cause
                    : new IOException(Redaction.quoted(e), e.getCause());
        } finally {
            answer.cancel(true);
        }
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

    private WebException tooLate(String host, int port, boolean answered, IOException e) throws TryAgainException {
        if (!answered) {
            gate.failed(host, port, Redaction.quoted(e));
        }
        WebException problem = new WebException(answered ? Kind.FAILED : Kind.UNREACHABLE, Redaction.quoted(e), e);
        if (e instanceof TimeLimits.SilenceException) {
            throw new TryAgainException(problem, null);
        }
        return problem;
    }

    private WebException failed(String host, int port, boolean answered, IOException e) throws TryAgainException {
        if (Thread.currentThread().isInterrupted()) {
            return new WebException(Kind.FAILED, "interrupted", e); // while it waited for the body
        }
        if (WireFailures.isUnknownHost(e)) {
            String reason = "unknown host " + host;
            gate.unknown(host, port, reason);
            return new WebException(Kind.UNREACHABLE, reason, e);
        }
        if (!answered && WireFailures.isConnecting(e)) {
            String reason = "cannot connect to " + host + ": " + WireFailures.innermost(e);
            gate.failed(host, port, reason);
            return new WebException(Kind.UNREACHABLE, reason, e);
        }
        if (e instanceof TooLongException) {
            return new WebException(Kind.TOO_LARGE, Redaction.quoted(e), e);
        }
        WebException problem = new WebException(Kind.FAILED, Redaction.quoted(e), e);
        if (e instanceof PartialFile.DiskException) {
            return problem;
        }
        throw new TryAgainException(problem, null);
    }
}
