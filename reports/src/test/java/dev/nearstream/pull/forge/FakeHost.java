package dev.nearstream.pull.forge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A forge's API on this machine, in WireMock, with a state. It knows the operations that are declared, with the queries
 * and fields that their published descriptions have; anything else that is asked is noted as unpublished.
 */
abstract class FakeHost {
    static final String TOKEN = "t0ken-that-nobody-may-see";
    private static final JsonMapper JSON = new JsonMapper();

    /** One for all tests, which follow each other: it takes longer to start than to answer. */
    private static final WireMockServer SERVER = started();

    private static volatile @Nullable FakeHost current;

    final FakeState state = new FakeState();
    final List<String> unpublished = new ArrayList<>();
    final List<String> writes = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private int answersToLose;

    /** What was asked. */
    record Call(List<String> variables, Map<String, String> query, JsonNode body) {
        String text(String field) {
            return body.path(field).asText("");
        }

        int number() {
            return Integer.parseInt(variables.get(variables.size() - 1));
        }
    }

    record Reply(int status, JsonNode body, Map<String, String> headers) {
        Reply(int status, JsonNode body) {
            this(status, body, Map.of());
        }

        Reply with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Reply(status, body, more);
        }
    }

    interface Handler {
        Reply to(Call call);
    }

    private record Operation(
            String method,
            Pattern path,
            Set<String> statuses,
            Set<String> query,
            Set<String> fields,
            Handler handler) {}

    FakeHost() {
        current = this;
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withTransformers("fake")));
    }

    private static WireMockServer started() {
        WireMockServer server = new WireMockServer(wireMockConfig()
                .dynamicPort()
                .bindAddress("localhost")
                .disableRequestJournal()
                .extensions(new Dispatch()));
        server.start();
        return server;
    }

    private static final class Dispatch implements ResponseDefinitionTransformerV2 {
        @Override
        public ResponseDefinition transform(ServeEvent event) {
            return Objects.requireNonNull(current).answer(event.getRequest());
        }

        @Override
        public String getName() {
            return "fake";
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }
    }

    /**
     * Declares an operation.
     *
     * @param operation with the statuses that are published, as {@code POST /repos/{owner}/{repo}/pulls 201 422}
     * @param query names, with blanks between
     * @param fields of the body, with blanks between
     */
    final void on(String operation, String query, String fields, Handler handler) {
        String[] parts = operation.split(" ", -1);
        String path = parts[1].replaceAll("\\{\\w+}", "([^/]+)");
        Set<String> statuses = Set.copyOf(List.of(parts).subList(2, parts.length));
        operations.add(new Operation(parts[0], Pattern.compile(path), statuses, words(query), words(fields), handler));
    }

    private static Set<String> words(String text) {
        return new TreeSet<>(List.of(text.split(" ", -1)));
    }

    /** The Authorization header that is let in. */
    abstract String authorization();

    abstract Reply unauthorized();

    /** How the address of the API begins. */
    abstract String base();

    final URI api() {
        return URI.create(SERVER.baseUrl() + base());
    }

    final URI root() {
        return URI.create(SERVER.baseUrl());
    }

    final WireMockServer server() {
        return SERVER;
    }

    /** Does what is asked next that changes something, and does not say so. */
    final void loseAnswer() {
        answersToLose = 1;
    }

    private synchronized ResponseDefinition answer(LoggedRequest request) {
        String url = request.getUrl();
        String method = request.getMethod().getName();
        int mark = url.indexOf('?');
        String path = mark < 0 ? url : url.substring(0, mark);
        boolean reads = method.equals("GET") || request.getBodyAsString().contains("{\"query\":\"query ");
        if (!reads) {
            writes.add(method + " " + path + " " + request.getBodyAsString());
        }
        Reply reply = reply(request, method, path, mark < 0 ? "" : url.substring(mark + 1));
        if (answersToLose > 0 && !reads && reply.status() < 300) {
            answersToLose--;
            return new ResponseDefinitionBuilder()
                    .withFault(Fault.CONNECTION_RESET_BY_PEER)
                    .build();
        }
        ResponseDefinitionBuilder built = aResponse()
                .withStatus(reply.status())
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withBody(reply.body().toString());
        reply.headers().forEach(built::withHeader);
        return built.build();
    }

    private Reply reply(LoggedRequest request, String method, String path, String query) {
        if (!authorization().equals(request.getHeader("Authorization"))) {
            return unauthorized();
        }
        for (Operation operation : operations) {
            Matcher match = operation.path().matcher(path);
            if (operation.method().equals(method) && match.matches()) {
                List<String> variables = new ArrayList<>();
                for (int group = 1; group <= match.groupCount(); group++) {
                    variables.add(match.group(group));
                }
                Call call = new Call(variables, query(query), json(request.getBodyAsString()));
                note(method + " " + path, "query", call.query().keySet(), operation.query());
                Set<String> fields = new TreeSet<>();
                call.body().fieldNames().forEachRemaining(fields::add);
                note(method + " " + path, "field", fields, operation.fields());
                Reply reply = operation.handler().to(call);
                note(method + " " + path, "status", Set.of(String.valueOf(reply.status())), operation.statuses());
                return reply;
            }
        }
        unpublished.add(method + " " + path);
        return new Reply(404, message("Not Found"));
    }

    private void note(String where, String what, Set<String> used, Set<String> published) {
        Set<String> others = new TreeSet<>(used);
        others.removeAll(published);
        others.forEach(other -> unpublished.add(where + " " + what + " " + other));
    }

    private static Map<String, String> query(String query) {
        return query.isEmpty()
                ? Map.of()
                : Pattern.compile("&")
                        .splitAsStream(query)
                        .map(one -> one.split("=", 2))
                        .collect(Collectors.toMap(
                                one -> one[0], one -> URLDecoder.decode(one[1], StandardCharsets.UTF_8)));
    }

    private static JsonNode json(String body) {
        try {
            return body.isEmpty() ? object() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode message(String text) {
        return object().put("message", text);
    }

    /** A page of a list, with what follows it. */
    final <T> Reply page(List<T> all, Call call, String size, int most, Function<T, JsonNode> json) {
        int count = Math.min(most, Integer.parseInt(call.query().getOrDefault(size, "20")));
        int page = Integer.parseInt(call.query().getOrDefault("page", "1"));
        var list = JsonNodeFactory.instance.arrayNode();
        all.stream().skip((page - 1L) * count).limit(count).map(json).forEach(list::add);
        boolean more = (long) page * count < all.size();
        Map<String, String> next = new LinkedHashMap<>(call.query());
        next.put("page", String.valueOf(page + 1));
        return paged(new Reply(200, list), more, page + 1, Pages.query(next));
    }

    /** The headers by which the host tells of the next page. */
    abstract Reply paged(Reply reply, boolean more, int next, String query);
}
