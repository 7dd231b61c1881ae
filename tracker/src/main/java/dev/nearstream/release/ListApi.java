package dev.nearstream.release;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nearstream.http.Redaction;
import dev.nearstream.http.RememberedAnswers;
import dev.nearstream.http.WebAnswer;
import dev.nearstream.http.WebClient;
import dev.nearstream.http.WebException;
import dev.nearstream.http.WebRequest;
import dev.nearstream.release.ListException.Kind;
import dev.nearstream.upstream.Rewrites;
import dev.nearstream.upstream.UpstreamException;
import dev.nearstream.upstream.UpstreamUrl;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the servers that list releases, after the rewrites. Safe for several threads. */
final class ListApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WebClient web;
    private final RememberedAnswers remembered;
    private final Rewrites rewrites;
    private final boolean offline;

    /** @param remembered answers of earlier runs, asked for again by their validators */
    ListApi(WebClient web, RememberedAnswers remembered, Rewrites rewrites, boolean offline) {
        this.web = web;
        this.remembered = remembered;
        this.rewrites = rewrites;
        this.offline = offline;
    }

    boolean isOffline() {
        return offline;
    }

    /**
     * Any answer to GET below 500.
     *
     * @param authorization the header's value, or null
     */
    WebAnswer get(String url, Map<String, String> headers, @Nullable String authorization) throws ListException {
        WebRequest request = WebRequest.get(effective(url)).authorizedBy(authorization);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            request = request.with(header.getKey(), header.getValue());
        }
        try {
            return remembered.get(request);
        } catch (WebException | IOException e) {
            throw failed(url, Redaction.quoted(e), e);
        }
    }

    /** Any answer below 500 to what is asked by POST and changes nothing. */
    WebAnswer post(String url, String json, @Nullable String authorization) throws ListException {
        try {
            return web.exchange(WebRequest.json(WebRequest.Method.POST, effective(url), json)
                    .authorizedBy(authorization));
        } catch (WebException e) {
            throw failed(url, Redaction.quoted(e), e);
        }
    }

    private URI effective(String url) throws ListException {
        if (offline) {
            throw new ListException(Kind.OFFLINE, host(url) + " is not asked: offline");
        }
        try {
            UpstreamUrl read = rewrites.effective(url);
            if (read.kind() != UpstreamUrl.Kind.HTTP && read.kind() != UpstreamUrl.Kind.HTTPS) {
                throw failed(url, "it is rewritten to " + read.shown() + ", which is read by no HTTP", null);
            }
            return new URI(read.address());
        } catch (UpstreamException | URISyntaxException e) {
            throw failed(url, Redaction.quoted(e), e);
        }
    }

    /**
     * The document of an answer.
     *
     * @param what was asked for, for the words
     * @throws ListException of kind GONE for 404 and 410, DENIED for 401 and 403
     */
    static JsonNode json(String url, WebAnswer answer, String what) throws ListException {
        int status = answer.status();
        if (status == 404 || status == 410) {
            throw new ListException(Kind.GONE, "%s has no %s (%d)".formatted(host(url), what, status));
        } else if (status == 401 || status == 403) {
            throw new ListException(Kind.DENIED, "%s refuses %s (%d)".formatted(host(url), what, status));
        } else if (!answer.isOk()) {
            throw failed(url, "the server answers " + status + " for " + what, null);
        }
        try {
            JsonNode document = JSON.readTree(answer.bytes());
            if (document != null && document.isObject()) {
                return document;
            }
            throw failed(url, "the answer for " + what + " is no JSON object", null);
        } catch (JacksonException e) {
            throw failed(url, "the answer for " + what + " is no whole JSON", e);
        } catch (IOException e) {
            throw new IllegalStateException("read from memory", e);
        }
    }

    static String host(String url) {
        String host = URI.create(url).getHost();
        return host == null ? url : host;
    }

    private static ListException failed(String url, String words, @Nullable Exception cause) {
        String message = host(url) + ": " + words;
        return cause == null ? new ListException(Kind.FAILED, message) : new ListException(Kind.FAILED, message, cause);
    }
}
