package dev.nearstream.pull.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nearstream.http.WebClient;
import dev.nearstream.http.WebRequest.Method;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.PullRequest;
import dev.nearstream.pull.PullRequest.State;
import dev.nearstream.pull.forge.ForgeApi.About;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * GitHub's REST API, version 2022-11-28, of github.com and of GitHub Enterprise; and its GraphQL API for two things that
 * REST has no way to: turning a pull request into a draft and back, and whose the token is where that is an app.
 */
final class GitHubHost extends OwnedRepositoryHost {
    /** <a href="https://docs.github.com/rest/about-the-rest-api/api-versions">API versions</a>. */
    private static final Map<String, String> HEADERS =
            Map.of("Accept", "application/vnd.github+json", "X-GitHub-Api-Version", "2022-11-28");

    private final URI graphQl;

    /** @param base {@code https://api.github.com}, or {@code https://host/api/v3} */
    GitHubHost(WebClient web, Repository repository, URI base, Token token) {
        super(
                new ForgeApi(web, repository.name(), base, HEADERS, "Bearer", token),
                repository,
                Map.of("per_page", "100"));
        this.graphQl = URI.create(base.toString().replaceFirst("/v3$", "") + "/graphql");
    }

    /** Where the API of a host is, unless the settings say otherwise. */
    static URI api(URI root) {
        String host = root.getHost();
        boolean own = host.equals("github.com") || host.endsWith(".ghe.com");
        return URI.create(own ? "https://api." + host : root + "/api/v3");
    }

    /** "Body is too long (maximum is 65536 characters)". */
    @Override
    public int longestBody() {
        return 65_536;
    }

    @Override
    public List<String> missingRights() throws ForgeException {
        return new GitHubRights(api, at("")).missing();
    }

    @Override
    public List<Standing> open() throws ForgeException {
        // From the oldest: one that is opened meanwhile moves none from one page to the next.
        return pulls("list pull requests", Map.of("state", "open", "sort", "created", "direction", "asc"));
    }

    @Override
    public List<Standing> of(String branch) throws ForgeException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("head", repository.owner() + ":" + branch);
        query.put("state", "all");
        query.put("sort", "created");
        query.put("direction", "desc");
        return pulls("look for pull requests of " + branch, query).stream()
                .filter(standing -> standing.pull().branch().equals(branch))
                .toList();
    }

    private List<Standing> pulls(String doing, Map<String, String> query) throws ForgeException {
        List<Standing> pulls = new ArrayList<>();
        for (JsonNode node : list(doing, at("/pulls"), query)) {
            // A fork's branch may bear any name; "repo" is null where the fork is gone.
            JsonNode from = node.path("head").path("repo").path("id");
            if (from.isNumber() && from.equals(node.path("base").path("repo").path("id"))) {
                pulls.add(pull(node));
            }
        }
        return pulls;
    }

    @Override
    Standing pull(JsonNode node) throws ForgeException {
        boolean open = api.text(node, "state").equals("open");
        boolean merged = node.hasNonNull("merged_at"); // lists have no "merged"
        PullRequest pull = new PullRequest(
                api.text(node, "number"),
                api.text(node, "html_url"),
                api.text(node.path("head"), "ref"),
                api.text(node.path("head"), "sha"),
                open ? State.OPEN : merged ? State.MERGED : State.CLOSED,
                node.path("draft").asBoolean(),
                api.text(node, "title"));
        Set<String> reviewers = new HashSet<>(texts(node.path("requested_reviewers"), "login"));
        reviewers.addAll(texts(node.path("requested_teams"), "slug"));
        return new Standing(
                pull,
                api.text(node, "node_id"),
                api.text(node.path("base"), "ref"),
                node.path("body").asText(""),
                labels(node),
                reviewers);
    }

    @Override
    void title(ObjectNode fields, String title, boolean draft) {
        fields.put("title", title);
    }

    @Override
    ObjectNode opening(String branch, String base, String title, String body, boolean draft) {
        return super.opening(branch, base, title, body, draft).put("draft", draft);
    }

    @Override
    public void edit(Thing thing, Standing standing, Change change) throws ForgeException {
        Change rest = new Change(change.title(), change.body(), change.base(), null);
        if (!rest.isNone()) {
            super.edit(thing, standing, rest);
        }
        if (change.draft() != null) {
            String mutation = change.draft() ? "convertPullRequestToDraft" : "markPullRequestReadyForReview";
            String query = "mutation($id: ID!) { %s(input: {pullRequestId: $id}) { pullRequest { isDraft } } }"
                    .formatted(mutation);
            graphQl("change whether pull request " + standing.number() + " is a draft", query, standing.id());
        }
    }

    /** Answers 200 and says in the body what went wrong. */
    private JsonNode graphQl(String doing, String query, String id) throws ForgeException {
        ObjectNode asked = ForgeApi.object().put("query", query);
        if (!id.isEmpty()) {
            asked.putObject("variables").put("id", id);
        }
        JsonNode answer = api.done(doing, About.ALL, api.ask(doing, Method.POST, graphQl, asked));
        JsonNode error = answer.path("errors").path(0);
        if (!error.isMissingNode()) {
            String type = error.path("type").asText("");
            boolean all =
                    Set.of("FORBIDDEN", "INSUFFICIENT_SCOPES", "RATE_LIMITED").contains(type);
            throw api.refused(doing, all, type, error.path("message").asText(""));
        }
        return answer.path("data");
    }

    @Override
    public Map<String, String> labels() throws ForgeException {
        Map<String, String> labels = new LinkedHashMap<>();
        for (JsonNode node : list("list labels", at("/labels"), Map.of())) {
            labels.put(api.text(node, "name"), api.text(node, "name"));
        }
        return labels;
    }

    @Override
    public void addLabels(Thing thing, String number, List<String> labels) throws ForgeException {
        ObjectNode fields = ForgeApi.object();
        labels.forEach(fields.putArray("labels")::add);
        api.send("label " + words(thing) + number, About.ONE, Method.POST, at("/issues/" + number + "/labels"), fields);
    }

    /** By GraphQL, as {@code /user} is closed to an app's token. */
    @Override
    String user() throws ForgeException {
        JsonNode data = graphQl("ask whose the token is", "query { viewer { login } }", "");
        return api.text(data.path("viewer"), "login");
    }

    @Override
    Map<String, String> openedBy(String user) {
        return Map.of("creator", user);
    }
}
