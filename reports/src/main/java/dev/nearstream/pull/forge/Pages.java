package dev.nearstream.pull.forge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nearstream.http.WebRequest.Method;
import dev.nearstream.pull.ForgeException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lists, which come page after page: the next is the one that {@code X-Next-Page} (GitLab) or the {@code Link} header's
 * {@code rel="next"} (RFC 8288: GitHub, Gitea, GitLab) names. Of a link the query alone is taken: a forge behind a proxy
 * gives addresses that lead elsewhere, and the token goes nowhere but to the API.
 */
record Pages(ForgeApi api) {
    private static final int MOST = 1_000;
    private static final Pattern NEXT =
            Pattern.compile("<[^>?]*\\?([^>]*)>\\s*;[^,]*\\brel=\"?next\"?", Pattern.CASE_INSENSITIVE);

    List<JsonNode> all(String doing, String path, Map<String, String> query) throws ForgeException {
        List<JsonNode> all = new ArrayList<>();
        Optional<String> asked = Optional.of(query(query));
        for (int page = 0; asked.isPresent(); page++) {
            ApiAnswer answer = api.ask(doing, Method.GET, path + "?" + asked.get(), null);
            JsonNode list = api.done(doing, ForgeApi.About.ALL, answer);
            if (!list.isArray()) {
                throw api.unavailable(doing, "the answer is no list; is " + api.base() + " the API's address?", null);
            }
            list.forEach(all::add);
            Optional<String> next = next(answer, query);
            if (page == MOST || next.equals(asked)) {
                throw api.unavailable(doing, "its pages have no end", null);
            }
            asked = next;
        }
        return all;
    }

    private static Optional<String> next(ApiAnswer answer, Map<String, String> query) {
        Optional<String> number = answer.header("X-Next-Page");
        if (number.isPresent()) {
            Map<String, String> more = new LinkedHashMap<>(query);
            more.put("page", number.get().strip());
            return number.get().isBlank() ? Optional.empty() : Optional.of(query(more));
        }
        Matcher link = NEXT.matcher(answer.header("Link").orElse(""));
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }

    static String query(Map<String, String> query) {
        return query.entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** As one segment of a path, or a value of a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
