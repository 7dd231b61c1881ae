package dev.nearstream.http;

import dev.nearstream.http.WebException.Kind;
import dev.nearstream.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** One request and its answer: no more connections than a host may have, time limits, and failures in words. */
record Hop(HttpClient client, HostGate gate, TimeLimits limits, Traffic traffic) {

    /** What is made of an answer whose headers have come. */
    @FunctionalInterface
    interface Reader<T> {
        T read(HttpResponse<InputStream> answer, InputStream body) throws IOException, WebException, TryAgainException;
    }

    /**
     * @param most bytes of the body that are taken
     * @throws TryAgainException where the connection broke or the server was silent
     */
    @SuppressWarnings("try") // the permit is held, not used
    <T> T send(HttpRequest request, long most, Reader<T> reader) throws WebException, TryAgainException {
        URI at = request.uri();
        String host = at.getHost().toLowerCase(Locale.ROOT);
        boolean[] answered = {false};
        try (HostGate.Permit permit = gate.enter(host, at.getPort())) {
            HttpResponse<InputStream> answer = send(request, most);
            answered[0] = true;
            traffic.answered(answer.statusCode());
            gate.reached(host, at.getPort());
            try (InputStream body = answer.body()) {
                return reader.read(answer, body);
            }
        } catch (HostOutException e) {
            throw new WebException(Kind.HOST_OUT, Redaction.quoted(e), e);
        } catch (TimeLimits.SilenceException | TimeLimits.TotalTimeException e) {
            unanswered(answered[0]);
            throw tooLate(host, at.getPort(), answered[0], e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WebException(Kind.FAILED, "interrupted", e);
        } catch (IOException e) {
            unanswered(answered[0]);
            throw failed(host, at.getPort(), answered[0], e);
        }
    }

    private void unanswered(boolean answered) {
        if (!answered) {
            traffic.unanswered();
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request, long most) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<InputStream>> answer =
                client.sendAsync(request, info -> new BodyStream(limits, "what the server sends", most, unused -> {}));
        long patience = limits.patience();
        try {
            return Task.get(answer, patience);
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
            gate.putOut(host, port, reason);
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
