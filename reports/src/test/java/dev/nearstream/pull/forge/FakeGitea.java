package dev.nearstream.pull.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nearstream.pull.forge.FakeState.Item;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gitea and Forgejo after their Swagger description (templates/swagger/v1_json.tmpl); each operation by its id there, with
 * the queries and fields that both have, and the statuses. As behind a proxy, its links lead to another address.
 */
final class FakeGitea extends FakeHost {
    private static final String REPO = "/api/v1/repos/{owner}/{repo}";
    private static final int ITSELF = 5;

    /** Scopes that the token lacks. */
    String lacking = "";

    FakeGitea() {
        on(
                "GET /api/v1/user 200 401 403",
                "",
                "",
                call -> // userGetCurrent
                lacking.contains("read:user") ? forbidden() : new Reply(200, object().put("login", FakeState.USER)));
        on("GET " + REPO + " 200 404", "", "", this::repository); // repoGet
        on(
                "GET " + REPO + "/pulls 200 404 500",
                "state sort milestone labels poster page limit",
                "",
                this::list); // repoListPullRequests
        on(
                "POST " + REPO + "/pulls 201 403 404 409 422 423",
                "",
                "assignee assignees base body due_date head labels milestone title",
                this::open); // repoCreatePullRequest
        on(
                "GET " + REPO + "/pulls/{index} 200 404",
                "",
                "",
                call -> found(state.pull(call.number()), 200)); // repoGetPullRequest
        on(
                "PATCH " + REPO + "/pulls/{index} 201 403 404 409 412 422",
                "",
                "allow_maintainer_edit assignee assignees base body due_date labels "
                        + "milestone state title unset_due_date",
                call -> // repoEditPullRequest
                edited(state.pull(call.number()), call));
        on(
                "POST " + REPO + "/pulls/{index}/requested_reviewers 201 403 404 422",
                "",
                "reviewers team_reviewers",
                this::request);
        on(
                "GET " + REPO + "/labels 200 404",
                "page limit",
                "",
                call -> page( // issueListLabels
                        state.labels.entrySet().stream()
                                .filter(label -> label.getValue() != 8)
                                .toList(),
                        call,
                        "limit",
                        50,
                        FakeGitea::label));
        on(
                "GET /api/v1/orgs/{org}/labels 200 404",
                "page limit",
                "",
                call -> page( // orgListLabels
                        state.labels.entrySet().stream()
                                .filter(label -> label.getValue() == 8)
                                .toList(),
                        call,
                        "limit",
                        50,
                        FakeGitea::label));
        on("POST " + REPO + "/issues/{index}/labels 200 403 404", "", "labels", this::label); // issueAddLabel
        on(
                "POST " + REPO + "/issues/{index}/comments 201 403 404 423",
                "",
                "body",
                call -> { // issueCreateComment
                    item(Integer.parseInt(call.variables().get(2))).comments.add(call.text("body"));
                    return new Reply(201, object().put("id", 1).put("body", call.text("body")));
                });
        on(
                "GET " + REPO + "/issues 200 404 422",
                "state labels q type milestones since before created_by assigned_by mentioned_by " + "page limit",
                "",
                call -> page( // issueListIssues
                        state.issues.stream()
                                .filter(issue -> issue.open
                                        && issue.author.equals(call.query().get("created_by")))
                                .toList(),
                        call,
                        "limit",
                        50,
                        this::json));
        on(
                "POST " + REPO + "/issues 201 403 404 412 422 423",
                "",
                "assignee assignees body closed due_date labels milestone ref title",
                this::openIssue); // issueCreateIssue
        on(
                "PATCH " + REPO + "/issues/{index} 201 403 404 412",
                "",
                "assignee assignees body due_date milestone ref state title " + "unset_due_date",
                call -> edited(state.issue(call.number()), call)); // issueEditIssue
    }

    @Override
    String authorization() {
        return "token " + TOKEN;
    }

    @Override
    Reply unauthorized() {
        return new Reply(401, message("user does not exist [uid: 0, name: ]"));
    }

    @Override
    String base() {
        return "/api/v1";
    }

    @Override
    Reply paged(Reply reply, boolean more, int next, String query) {
        String link = "<http://gitea.internal:3000/api/v1/x?" + query + ">; rel=\"next\"";
        return more ? reply.with("Link", link + ",<http://gitea.internal:3000/api/v1/x?page=9>; rel=\"last\"") : reply;
    }

    private static Reply forbidden() {
        return new Reply(403, message("token does not have at least one of required scope(s)"));
    }

    private Reply repository(Call call) {
        ObjectNode json = object().put("id", ITSELF).put("has_pull_requests", true);
        json.putObject("permissions").put("admin", false).put("push", true).put("pull", true);
        return new Reply(200, json);
    }

    private Reply list(Call call) {
        String wanted = call.query().getOrDefault("state", "open");
        boolean oldest = call.query().getOrDefault("sort", "").equals("oldest");
        Comparator<Item> order = Comparator.comparingInt(pull -> pull.number);
        List<Item> pulls = state.pulls.stream()
                .filter(pull -> wanted.equals("all") || pull.open == wanted.equals("open"))
                .sorted(oldest ? order : order.reversed())
                .toList();
        return page(pulls, call, "limit", 50, this::json);
    }

    private Reply open(Call call) {
        String head = call.text("head");
        String base = call.text("base");
        if (lacking.contains("write:repository")) {
            return forbidden();
        } else if (head.equals(base)) {
            return new Reply(422, message("Invalid PullRequest: There are no changes between the head and the base"));
        } else if (!state.branches.contains(head) || !state.branches.contains(base)) {
            return new Reply(404, message("The target couldn't be found."));
        } else if (state.isOpen(head, base)) {
            return new Reply(409, message("pull request already exists for these targets [id: 1, issue_id: 1]"));
        }
        Item pull = state.pull(head, base);
        pull.title = call.text("title");
        pull.body = call.text("body");
        return new Reply(201, json(pull));
    }

    private Reply found(@Nullable Item item, int status) {
        return item == null ? new Reply(404, message("The target couldn't be found.")) : new Reply(status, json(item));
    }

    private Reply edited(@Nullable Item item, Call call) {
        if (item != null) {
            item.title = call.body().path("title").asText(item.title);
            item.body = call.body().path("body").asText(item.body);
            item.base = call.body().path("base").asText(item.base);
            item.open = call.body()
                    .path("state")
                    .asText(item.open ? "open" : "closed")
                    .equals("open");
        }
        return found(item, 201);
    }

    private Item item(int number) {
        Item pull = state.pull(number);
        return pull == null ? Objects.requireNonNull(state.issue(number)) : pull;
    }

    private Reply label(Call call) {
        Item item = item(Integer.parseInt(call.variables().get(2)));
        for (JsonNode id : call.body().path("labels")) {
            state.labels.forEach((name, number) -> {
                if (number == id.asInt()) {
                    item.labels.add(name);
                }
            });
        }
        return new Reply(200, json(item).withArray("labels"));
    }

    private static ObjectNode label(Map.Entry<String, Integer> label) {
        return object().put("id", label.getValue()).put("name", label.getKey());
    }

    /** repoCreatePullReviewRequests: the first that is not known ends it. */
    private Reply request(Call call) {
        Item pull = item(Integer.parseInt(call.variables().get(2)));
        List<String> users = FakeGitHub.texts(call.body().path("reviewers"));
        List<String> teams = FakeGitHub.texts(call.body().path("team_reviewers"));
        if (!state.users.keySet().containsAll(users) || !state.teams.containsAll(teams)) {
            return new Reply(404, message("user does not exist"));
        }
        Stream.concat(users.stream(), teams.stream()).forEach(pull.reviewers::add);
        return new Reply(201, object().putArray("x"));
    }

    private Reply openIssue(Call call) {
        if (lacking.contains("write:issue")) {
            return forbidden();
        } else if (call.text("title").isEmpty()) {
            return new Reply(422, message("[Title]: Required"));
        }
        Item issue = state.issue(FakeState.USER);
        issue.title = call.text("title");
        issue.body = call.text("body");
        return new Reply(201, json(issue));
    }

    private ObjectNode json(Item item) {
        ObjectNode json = object().put("number", item.number)
                .put("html_url", root() + "/owner/name/pulls/" + item.number)
                .put("state", item.open ? "open" : "closed")
                .put("title", item.title)
                .put("draft", item.title.startsWith("WIP:"))
                .put("merged", item.merged)
                .put("body", item.body);
        json.putObject("user").put("login", item.author);
        item.labels.forEach(label -> json.withArray("labels").addObject().put("name", label));
        item.reviewers.forEach(one -> {
            boolean team = state.teams.contains(one);
            json.withArray(team ? "requested_reviewers_teams" : "requested_reviewers")
                    .addObject()
                    .put(team ? "name" : "login", one);
        });
        json.putObject("head")
                .put("label", item.branch)
                .put("ref", item.branchGone ? "refs/pull/" + item.number + "/head" : item.branch)
                .put("sha", "a".repeat(40))
                .put("repo_id", item.fromFork ? -1 : ITSELF);
        json.putObject("base").put("label", item.base).put("ref", item.base).put("repo_id", ITSELF);
        return json;
    }
}
