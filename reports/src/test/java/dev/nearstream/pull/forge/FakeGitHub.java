package dev.nearstream.pull.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nearstream.pull.forge.FakeState.Item;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * GitHub after its OpenAPI description (github/rest-api-description, version 2022-11-28); each operation by its id there, with its statuses. The
 * two mutations and the query after the GraphQL reference. With a base of {@code /api/v3} it is GitHub Enterprise Server.
 */
final class FakeGitHub extends FakeHost {
    private static final String REPO = "/api/v3/repos/{owner}/{repo}";
    private static final Pattern MUTATION =
            Pattern.compile("mutation\\(\\$id: ID!\\) \\{ (convertPullRequestToDraft|markPullRequestReadyForReview)"
                    + "\\(input: \\{pullRequestId: \\$id}\\) \\{ pullRequest \\{ isDraft } } }");

    private static final int ITSELF = 1296269;
    private static final int FORK = 1296270;

    boolean draftsAllowed = true;
    boolean mayPull = true;
    String scopes = "";

    FakeGitHub() {
        on("GET " + REPO + " 200 301 403 404", "", "", this::repository); // repos/get
        on(
                "GET " + REPO + "/pulls 200 304 422",
                "state head base sort direction per_page page",
                "",
                this::list); // pulls/list
        on(
                "POST " + REPO + "/pulls 201 403 422",
                "",
                "title head head_repo base body maintainer_can_modify draft issue",
                this::open);
        on(
                "GET " + REPO + "/pulls/{number} 200 304 404 406 500 503",
                "",
                "",
                call -> found(state.pull(call.number()), 200)); // pulls/get
        on(
                "PATCH " + REPO + "/pulls/{number} 200 403 422",
                "",
                "title body state base maintainer_can_modify",
                call -> // pulls/update
                edited(state.pull(call.number()), call));
        on(
                "POST " + REPO + "/pulls/{number}/requested_reviewers 201 403 422",
                "",
                "reviewers team_reviewers",
                this::request);
        on(
                "GET " + REPO + "/labels 200 404",
                "per_page page",
                "",
                call -> page( // issues/list-labels-for-repo
                        List.copyOf(state.labels.keySet()), call, "per_page", 100, name -> object().put("name", name)));
        on(
                "POST " + REPO + "/issues/{number}/labels 200 301 404 410 422",
                "",
                "labels",
                this::label); // issues/add-labels
        on(
                "POST " + REPO + "/issues/{number}/comments 201 403 404 410 422",
                "",
                "body",
                call -> { // issues/create-comment
                    item(call.number()).comments.add(call.text("body"));
                    return new Reply(201, object().put("id", 1).put("body", call.text("body")));
                });
        on(
                "GET " + REPO + "/issues 200 301 404 422",
                "milestone state assignee type creator mentioned labels sort direction since " + "per_page page",
                "",
                this::issues); // issues/list-for-repo
        on(
                "POST " + REPO + "/issues 201 400 403 404 410 422 503",
                "",
                "title body assignee milestone labels assignees type",
                this::openIssue);
        on(
                "PATCH " + REPO + "/issues/{number} 200 301 403 404 410 422 503",
                "",
                "title body assignee state state_reason milestone labels " + "assignees type",
                call -> edited(state.issue(call.number()), call)); // issues/update
        on("POST /api/graphql 200", "", "query variables", this::graphQl);
    }

    @Override
    String authorization() {
        return "Bearer " + TOKEN;
    }

    @Override
    Reply unauthorized() {
        return new Reply(401, message("Bad credentials").put("status", "401"));
    }

    @Override
    String base() {
        return "/api/v3";
    }

    /** GitHub's links name the repository by its number. */
    @Override
    Reply paged(Reply reply, boolean more, int next, String query) {
        String at = "<" + root() + "/api/v3/repositories/" + ITSELF + "/x?" + query + ">";
        return more ? reply.with("Link", at + "; rel=\"next\", " + at + "; rel=\"last\"") : reply;
    }

    private Reply repository(Call call) {
        ObjectNode json = object().put("id", ITSELF).put("private", false);
        json.putObject("permissions").put("pull", true).put("push", true);
        Reply reply = new Reply(200, json);
        return scopes.isEmpty() ? reply : reply.with("X-OAuth-Scopes", scopes);
    }

    private Reply list(Call call) {
        String wanted = call.query().getOrDefault("state", "open");
        String head = call.query().getOrDefault("head", "");
        Comparator<Item> order = Comparator.comparingInt(pull -> pull.number);
        boolean ascending = call.query().getOrDefault("direction", "desc").equals("asc");
        List<Item> pulls = state.pulls.stream()
                .filter(pull -> wanted.equals("all") || pull.open == wanted.equals("open"))
                .filter(pull -> head.isEmpty() || head.endsWith(":" + pull.branch))
                .sorted(ascending ? order : order.reversed())
                .toList();
        return page(pulls, call, "per_page", 100, this::json);
    }

    /** pulls/create. */
    private Reply open(Call call) {
        String head = call.text("head");
        String base = call.text("base");
        if (!mayPull) {
            return new Reply(403, message("Resource not accessible by personal access token"));
        } else if (!state.branches.contains(head) || !state.branches.contains(base)) {
            return invalid("PullRequest", "head", "invalid");
        } else if (state.isOpen(head, base)) {
            ObjectNode error = message("Validation Failed");
            error.putArray("errors")
                    .addObject()
                    .put("resource", "PullRequest")
                    .put("code", "custom")
                    .put("message", "A pull request already exists for owner:" + head + ".");
            return new Reply(422, error);
        } else if (call.body().path("draft").asBoolean() && !draftsAllowed) {
            return new Reply(422, message("Draft pull requests are not supported in this repository."));
        }
        Item pull = state.pull(head, base);
        pull.title = call.text("title");
        pull.body = call.text("body");
        pull.draft = call.body().path("draft").asBoolean();
        return new Reply(201, json(pull));
    }

    private static Reply invalid(String resource, String field, String code) {
        ObjectNode error = message("Validation Failed");
        error.putArray("errors")
                .addObject()
                .put("resource", resource)
                .put("field", field)
                .put("code", code);
        return new Reply(422, error);
    }

    private Reply found(@Nullable Item item, int status) {
        return item == null ? new Reply(404, message("Not Found")) : new Reply(status, json(item));
    }

    private Reply edited(@Nullable Item item, Call call) {
        if (item == null) {
            return new Reply(404, message("Not Found"));
        }
        item.title = call.body().path("title").asText(item.title);
        item.body = call.body().path("body").asText(item.body);
        item.base = call.body().path("base").asText(item.base);
        item.open =
                call.body().path("state").asText(item.open ? "open" : "closed").equals("open");
        return new Reply(200, json(item));
    }

    private Item item(int number) {
        Item pull = state.pull(number);
        return pull == null ? Objects.requireNonNull(state.issue(number)) : pull;
    }

    /** Labels that are not there yet are made. */
    private Reply label(Call call) {
        for (JsonNode label : call.body().path("labels")) {
            state.labels.putIfAbsent(label.asText(), 100 + state.labels.size());
            item(call.number()).labels.add(label.asText());
        }
        return new Reply(200, json(item(call.number())).path("labels"));
    }

    /** pulls/request-reviewers: all or none. */
    private Reply request(Call call) {
        Item pull = item(Integer.parseInt(call.variables().get(2)));
        List<String> users = texts(call.body().path("reviewers"));
        List<String> teams = texts(call.body().path("team_reviewers"));
        if (!state.users.keySet().containsAll(users) || !state.teams.containsAll(teams)) {
            return new Reply(422, message("Reviews may only be requested from collaborators."));
        }
        pull.reviewers.addAll(users);
        pull.reviewers.addAll(teams);
        return new Reply(201, json(pull));
    }

    static List<String> texts(JsonNode list) {
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
                .map(i -> list.get(i).asText())
                .toList();
    }

    /** Pull requests are among them. */
    private Reply issues(Call call) {
        String creator = call.query().getOrDefault("creator", "");
        List<Item> all = Stream.concat(state.issues.stream(), state.pulls.stream())
                .filter(item -> item.open && (creator.isEmpty() || item.author.equals(creator)))
                .toList();
        return page(all, call, "per_page", 100, item -> {
            ObjectNode json = json(item);
            if (!item.branch.isEmpty()) {
                json.putObject("pull_request").put("url", "https://x");
            }
            return json;
        });
    }

    /** issues/create. */
    private Reply openIssue(Call call) {
        if (call.text("title").isEmpty()) {
            return invalid("Issue", "title", "missing_field");
        }
        Item issue = state.issue(FakeState.USER);
        issue.title = call.text("title");
        issue.body = call.text("body");
        return new Reply(201, json(issue));
    }

    private Reply graphQl(Call call) {
        String query = call.text("query");
        if (query.contains("viewer")) {
            ObjectNode answer = object();
            answer.putObject("data").putObject("viewer").put("login", FakeState.USER);
            return new Reply(200, answer);
        }
        String id = call.body().path("variables").path("id").asText();
        Item pull = state.pull(Integer.parseInt(id.replace("PR_", "0")));
        if (pull == null) {
            ObjectNode answer = object().putNull("data");
            answer.putArray("errors")
                    .addObject()
                    .put("type", "NOT_FOUND")
                    .put("message", "Could not resolve to a node");
            return new Reply(200, answer);
        }
        Matcher mutation = MUTATION.matcher(query);
        if (!mutation.matches()) {
            throw new IllegalArgumentException("no query of the schema's: " + query);
        }
        pull.draft = mutation.group(1).equals("convertPullRequestToDraft");
        ObjectNode answer = object();
        answer.putObject("data")
                .putObject(mutation.group(1))
                .putObject("pullRequest")
                .put("isDraft", pull.draft);
        return new Reply(200, answer);
    }

    private ObjectNode json(Item item) {
        ObjectNode json = object().put("number", item.number)
                .put("node_id", "PR_" + item.number)
                .put("html_url", root() + "/owner/name/pull/" + item.number)
                .put("state", item.open ? "open" : "closed")
                .put("title", item.title)
                .put("draft", item.draft)
                .put("merged_at", item.merged ? "2026-03-01T00:00:00Z" : null)
                .put("body", item.body.isEmpty() ? null : item.body);
        json.putObject("user").put("login", item.author);
        item.labels.forEach(label -> json.withArray("labels").addObject().put("name", label));
        item.reviewers.forEach(one -> {
            boolean team = state.teams.contains(one);
            json.withArray(team ? "requested_teams" : "requested_reviewers")
                    .addObject()
                    .put(team ? "slug" : "login", one);
        });
        end(json.putObject("head"), item.branch, item.fromFork ? FORK : ITSELF);
        end(json.putObject("base"), item.base, ITSELF);
        return json;
    }

    private static void end(ObjectNode json, String branch, int repository) {
        json.put("ref", branch).put("sha", "a".repeat(40));
        json.putObject("repo").put("id", repository);
    }
}
