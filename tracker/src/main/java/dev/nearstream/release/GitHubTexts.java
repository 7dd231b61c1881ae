package dev.nearstream.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts of GitHub's releases, by one GraphQL query a package, and so only with a token. Safe for several threads. */
final class GitHubTexts {
    /** Releases of which the text is asked for: more is not read by anybody. */
    static final int MOST = 10;

    private static final Pattern URL =
            Pattern.compile("https://github\\.com/(?!\\.+/)([\\w.-]+)/(?!\\.+(?:$|/))([\\w.-]+?)(?:\\.git)?/?");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ListApi api;
    private final @Nullable String token;
    private final AtomicInteger failures = new AtomicInteger();

    GitHubTexts(ListApi api, @Nullable String token) {
        this.api = api;
        this.token = token;
    }

    /**
     * Of those tags that are releases and whose texts say something, in the order of the tags; empty too where the server
     * does not answer: it is no reason to say nothing else of them.
     *
     * @param repository its URL, of any host
     * @param tags the first ten are asked for
     */
    List<ReleaseText> of(String repository, List<String> tags) {
        Matcher url = URL.matcher(repository);
        if (token == null || api.isOffline() || tags.isEmpty() || !url.matches() || isOut()) {
            return List.of();
        }
        List<String> asked = tags.subList(0, Math.min(MOST, tags.size()));
        try {
            JsonNode answer = ListApi.json(
                    GitHubReleases.URL,
                    api.post(GitHubReleases.URL, query(url.group(1), url.group(2), asked), "Bearer " + token),
                    "releases");
            failures.set(0);
            return read(answer.path("data").path("repository"), asked);
        } catch (ListException e) {
            failures.incrementAndGet();
            return List.of();
        }
    }

    private boolean isOut() {
        return failures.get() >= GitHubReleases.PATIENCE;
    }

    private static String query(String owner, String name, List<String> tags) {
        StringBuilder releases = new StringBuilder();
        for (int i = 0; i < tags.size(); i++) {
            releases.append("r%d:release(tagName:%s){description isDraft}"
                    .formatted(i, JSON.getNodeFactory().textNode(tags.get(i)))); // JSON's strings are GraphQL's
        }
        String query = "query{repository(owner:\"%s\",name:\"%s\"){%s}}".formatted(owner, name, releases);
        return JSON.createObjectNode().put("query", query).toString();
    }

    private static List<ReleaseText> read(JsonNode repository, List<String> tags) {
        List<ReleaseText> texts = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            JsonNode release = repository.path("r" + i);
            String text = release.path("description").asText("");
            if (!text.isBlank() && !release.path("isDraft").asBoolean()) {
                texts.add(new ReleaseText(tags.get(i), text));
            }
        }
        return texts;
    }
}
