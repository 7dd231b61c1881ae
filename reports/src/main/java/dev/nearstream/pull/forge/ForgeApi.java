package dev.nearstream.pull.forge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nearstream.http.Redaction;
import dev.nearstream.http.WebAnswer;
import dev.nearstream.http.WebClient;
import dev.nearstream.http.WebException;
import dev.nearstream.http.WebRequest;
import dev.nearstream.http.WebRequest.Method;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.ForgeException.Kind;
import dev.nearstream.report.VisibleText;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests to one repository's forge: JSON both ways, and failures in one line without the token.
 *
 * @param name the repository in words
 * @param base the API's address, without a slash at the end
 * @param headers of every request
 * @param scheme of the Authorization header
 */
record ForgeApi(WebClient web, String name, URI base, Map<String, String> headers, String scheme, Token token) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What a refusal speaks of: where it is the repository, all others would be refused as well. */
    enum About {
        ALL,
        ONE
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * Asks for what must be there.
     *
     * @param doing in words, behind "cannot"
     * @param path behind the API's address, encoded
     */
    JsonNode get(String doing, String path) throws ForgeException {
        return done(doing, About.ALL, ask(doing, Method.GET, path, null));
    }

    /** Does something, and gives what the host says of it. */
    JsonNode send(String doing, About about, Method method, String path, ObjectNode body) throws ForgeException {
        return done(doing, about, ask(doing, method, path, body));
    }

    JsonNode done(String doing, About about, ApiAnswer answer) throws ForgeException {
        if (!answer.isOk()) {
            throw refused(doing, about, answer);
        }
        return answer.json();
    }

    /** Any answer below 500. */
    ApiAnswer ask(String doing, Method method, String path, @Nullable ObjectNode body) throws ForgeException {
        try {
            return ask(doing, method, URI.create(base + path), body);
        } catch (IllegalArgumentException e) { // a link of the forge's
            throw unavailable(doing, "it leads to what is no URL", null);
        }
    }

    ApiAnswer ask(String doing, Method method, URI url, @Nullable ObjectNode body) throws ForgeException {
        WebRequest request = body == null ? WebRequest.get(url) : WebRequest.json(method, url, body.toString());
        for (Map.Entry<String, String> header : headers.entrySet()) {
            request = request.with(header.getKey(), header.getValue());
        }
        try {
            WebAnswer answer = web.exchange(request.authorizedBy(token.header(scheme)));
            return new ApiAnswer(answer, json(doing, answer));
        } catch (WebException e) {
            throw unavailable(doing, Redaction.quoted(e), e);
        }
    }

    private JsonNode json(String doing, WebAnswer answer) throws ForgeException {
        try {
            return answer.text().isBlank() ? MissingNode.getInstance() : JSON.readTree(answer.bytes());
        } catch (JsonProcessingException e) {
            if (!answer.isOk()) {
                return MissingNode.getInstance(); // the status says enough; a proxy answers in HTML
            }
            throw unavailable(doing, "the answer is no whole JSON; is " + base + " the API's address?", null);
        } catch (IOException e) {
            throw unavailable(doing, "the answer cannot be read", null);
        }
    }

    /** A field that the API's description promises. */
    String text(JsonNode node, String field) throws ForgeException {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull() || value.isContainerNode()) {
            throw unavailable(
                    "read the answer", "it has no \"" + field + "\"; is " + base + " the API's address?", null);
        }
        return value.asText();
    }

    ForgeException refused(String doing, About about, ApiAnswer answer) {
        String words = answer.words();
        String advice = advice(answer.status(), about);
        String said = words.isEmpty() ? "" : " " + words;
        return new ForgeException(
                kind(answer.status(), about),
                token.removedFrom("%s: cannot %s: %d%s%s".formatted(name, doing, answer.status(), said, advice)));
    }

    /** A refusal that comes with status 200, as GraphQL's do. */
    ForgeException refused(String doing, boolean all, String type, String words) {
        String said = VisibleText.of(Redaction.of(type + " " + words), 200);
        return new ForgeException(
                all ? Kind.UNAVAILABLE : Kind.REFUSED,
                token.removedFrom("%s: cannot %s: %s".formatted(name, doing, said)));
    }

    private static Kind kind(int status, About about) {
        return switch (status) {
            case 401, 403, 423, 429 -> Kind.UNAVAILABLE;
            case 404, 410 -> about == About.ALL ? Kind.UNAVAILABLE : Kind.REFUSED;
            default -> status >= 400 && status < 500 ? Kind.REFUSED : Kind.UNAVAILABLE;
        };
    }

    private static String advice(int status, About about) {
        return switch (status) {
            case 401 -> "; the token is not accepted: is it of this forge, and not expired?";
            case 403 -> "; grant the token the right to do this";
            case 404 -> about == About.ALL ? "; no such repository, or the token may not see it" : "; it is not there";
            case 423 -> "; the repository is archived";
            default -> "";
        };
    }

    ForgeException unavailable(String doing, String why, @Nullable Throwable cause) {
        String message = token.removedFrom("%s: cannot %s: %s".formatted(name, doing, why));
        return cause == null || token.isIn(cause)
                ? new ForgeException(Kind.UNAVAILABLE, message)
                : new ForgeException(Kind.UNAVAILABLE, message, cause);
    }
}
