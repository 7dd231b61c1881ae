package dev.nearstream.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nearstream.http.Redaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One GraphQL query for a page of releases of each of many repositories, and what is made of its answer. */
final class GitHubQuery {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9+/=:_-]{1,200}");
    private static final String REPOSITORY =
            "r%d:repository(owner:\"%s\",name:\"%s\"){nameWithOwner releases(first:100%s,"
                    + "orderBy:{field:CREATED_AT,direction:DESC}){pageInfo{hasNextPage endCursor}"
                    + "nodes{tagName isDraft isPrerelease publishedAt}}isArchived archivedAt}";

    private GitHubQuery() {}

    /**
     * What is asked for.
     *
     * @param identifier {@code owner/name}, of letters, digits and {@code _.-}
     * @param after the cursor that the page before ended with, or null for the first
     */
    record Page(String identifier, @Nullable String after) {}

    /**
     * What came.
     *
     * @param name what the repository is called now
     * @param next the cursor of the next page, or null
     * @param gone whether there is no such repository
     * @param archived the finding that it is read-only for good, or null
     */
    record Answer(
            String name,
            List<Candidate> releases,
            @Nullable String next,
            boolean gone,
            @Nullable String archived) {}

    /** The request's body. */
    static String of(List<Page> pages) {
        StringBuilder query = new StringBuilder("query{");
        for (int i = 0; i < pages.size(); i++) {
            String[] parts = pages.get(i).identifier().split("/", 2);
            String after = pages.get(i).after();
            query.append(REPOSITORY.formatted(i, parts[0], parts[1], after == null ? "" : ",after:\"" + after + "\""));
        }
        return JSON.createObjectNode().put("query", query + "}").toString();
    }

    /**
     * The answers, by their pages; a page is missing where the server said something else about it.
     *
     * @throws ListException where it answered none of them
     */
    static Map<Page, Answer> read(String url, JsonNode document, List<Page> pages) throws ListException {
        JsonNode data = document.path("data");
        JsonNode errors = document.path("errors");
        Map<Page, Answer> answers = new HashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            JsonNode repository = data.path("r" + i);
            if (repository.isObject()) {
                read(page, repository).ifPresent(answer -> answers.put(page, answer));
            } else if (isGone(errors, "r" + i)) {
                answers.put(page, new Answer(page.identifier(), List.of(), null, true, null));
            }
        }
        if (answers.isEmpty()) {
            String said = errors.path(0).path("message").asText("the answer has no data");
            throw new ListException(ListException.Kind.FAILED, ListApi.host(url) + ": " + Redaction.of(said));
        }
        return answers;
    }

    private static Optional<Answer> read(Page page, JsonNode repository) {
        JsonNode releases = repository.path("releases");
        JsonNode nodes = releases.path("nodes");
        if (!nodes.isArray()) {
            return Optional.empty();
        }
        List<Candidate> found = new ArrayList<>();
        for (JsonNode node : nodes) {
            String tag = node.path("tagName").textValue();
            if (tag != null) {
                found.add(new Candidate(
                        tag,
                        null,
                        null,
                        KeptLists.date(node.path("publishedAt").textValue()),
                        node.path("isPrerelease").asBoolean(),
                        node.path("isDraft").asBoolean() ? "a draft" : null));
            }
        }
        String cursor = releases.path("pageInfo").path("endCursor").asText("");
        boolean more = releases.path("pageInfo").path("hasNextPage").asBoolean()
                && CURSOR.matcher(cursor).matches();
        String name = repository.path("nameWithOwner").asText(page.identifier());
        String archived = repository.path("isArchived").asBoolean()
                ? EndOfLife.archived(
                        name, KeptLists.date(repository.path("archivedAt").textValue()))
                : null;
        return Optional.of(new Answer(name, found, more ? cursor : null, false, archived));
    }

    private static boolean isGone(JsonNode errors, String alias) {
        for (JsonNode error : errors) {
            if (error.path("path").path(0).asText().equals(alias)
                    && error.path("type").asText().equals("NOT_FOUND")) {
                return true;
            }
        }
        return false;
    }
}
