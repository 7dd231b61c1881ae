package dev.nearstream.pull.forge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nearstream.pull.forge.FakeState.Item;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * GitLab after its REST API's reference (doc/api: merge_requests.md, issues.md, notes.md, labels.md, users.md, projects.md,
 * members.md, personal_access_tokens.md); each operation by its heading there, with the statuses
 * of REST API's "Status codes".
 */
final class FakeGitLab extends FakeHost {
    private static final String PROJECT = "/api/v4/projects/{id}";
    private static final Pattern DRAFT = Pattern.compile("(?i)^(draft:|\\[draft]|\\(draft\\)).*");
    private static final Pattern QUICK_ACTION = Pattern.compile("(?m)^/(merge|close|label|assign)\\b");
    private static final int ITSELF = 3;
    private static final int FORK = 4;

    String scope = "api";
    int role = 30;

    FakeGitLab(String path) {
        on(
                "GET /api/v4/personal_access_tokens/self 200 401 403 404",
                "",
                "",
                call -> { // "Get details on a personal access token"
                    ObjectNode json = object().put("id", 4).put("active", true).put("user_id", 20);
                    json.putArray("scopes").add(scope);
                    return new Reply(200, json);
                });
        on("GET " + PROJECT + " 200 401 403 404", "", "", call -> project(path, call)); // "Get a single project"
        on(
                "GET " + PROJECT + "/members/all/{user} 200 401 403 404",
                "",
                "",
                call -> // "… including inherited and invited members"
                role == 0
                                ? new Reply(404, message("404 Not found"))
                                : new Reply(200, object().put("access_level", role)));
        on(
                "GET " + PROJECT + "/merge_requests 200 401 403 404",
                "state order_by sort scope source_branch target_branch author_id search " + "per_page page",
                "",
                this::list); // "List project merge requests"
        on(
                "POST " + PROJECT + "/merge_requests 201 400 401 403 404 409 422",
                "",
                "source_branch target_branch title description labels "
                        + "reviewer_ids assignee_ids remove_source_branch squash target_project_id milestone_id",
                this::open);
        on(
                "GET " + PROJECT + "/merge_requests/{iid} 200 401 403 404",
                "",
                "",
                call -> // "Get single MR"
                found(state.pull(call.number())));
        on(
                "PUT " + PROJECT + "/merge_requests/{iid} 200 400 401 403 404 409 422",
                "",
                "title description target_branch state_event labels "
                        + "add_labels remove_labels reviewer_ids assignee_ids remove_source_branch squash",
                call -> // "Update MR"
                edited(state.pull(call.number()), call));
        on(
                "POST " + PROJECT + "/merge_requests/{iid}/notes 201 400 401 403 404 409 422",
                "",
                "body",
                call -> // "Create new merge request note"
                noted(state.pull(Integer.parseInt(call.variables().get(1))), call));
        on(
                "GET " + PROJECT + "/labels 200 401 403 404",
                "with_counts include_ancestor_groups search per_page page",
                "",
                call -> page(
                        List.copyOf(state.labels.keySet()), call, "per_page", 100, name -> object().put("name", name)));
        on(
                "GET /api/v4/users 200 401 403 404",
                "username",
                "",
                call -> { // "List users"
                    ArrayNode users = object().putArray("x");
                    Integer id = state.users.get(call.query().getOrDefault("username", ""));
                    if (id != null) {
                        users.addObject().put("id", id);
                    }
                    return new Reply(200, users);
                });
        on(
                "GET " + PROJECT + "/issues 200 401 403 404",
                "state scope labels order_by sort search per_page page",
                "",
                call -> page(
                        state.issues.stream()
                                .filter(issue -> issue.open && issue.author.equals(FakeState.USER))
                                .toList(),
                        call,
                        "per_page",
                        100,
                        this::json)); // "List project issues"
        on(
                "POST " + PROJECT + "/issues 201 400 401 403 404 409 422",
                "",
                "title description labels assignee_ids confidential",
                call -> {
                    Item issue = state.issue(FakeState.USER); // "New issue"
                    issue.title = call.text("title");
                    issue.body = call.text("description");
                    return new Reply(201, json(issue));
                });
        on(
                "PUT " + PROJECT + "/issues/{iid} 200 400 401 403 404 409 422",
                "",
                "title description state_event labels add_labels remove_labels",
                call -> edited(state.issue(call.number()), call)); // "Edit an issue"
        on(
                "POST " + PROJECT + "/issues/{iid}/notes 201 400 401 403 404 409 422",
                "",
                "body",
                call -> // "Create new issue note"
                noted(state.issue(Integer.parseInt(call.variables().get(1))), call));
    }

    @Override
    String authorization() {
        return "Bearer " + TOKEN;
    }

    @Override
    Reply unauthorized() {
        return new Reply(401, message("401 Unauthorized"));
    }

    @Override
    String base() {
        return "/api/v4";
    }

    @Override
    Reply paged(Reply reply, boolean more, int next, String query) {
        return reply.with("X-Next-Page", more ? String.valueOf(next) : "");
    }

    private Reply project(String path, Call call) {
        if (!call.variables().get(0).equals(path.replace("/", "%2F"))) {
            return new Reply(404, message("404 Project Not Found"));
        }
        ObjectNode json = object().put("id", ITSELF).put("merge_requests_access_level", "enabled");
        json.putObject("permissions").putNull("project_access").putNull("group_access");
        return new Reply(200, json);
    }

    private Reply list(Call call) {
        String wanted = call.query().getOrDefault("state", "all");
        String branch = call.query().getOrDefault("source_branch", "");
        Comparator<Item> order = Comparator.comparingInt(pull -> pull.number);
        List<Item> pulls = state.pulls.stream()
                .filter(pull -> wanted.equals("all") || pull.open == wanted.equals("opened"))
                .filter(pull -> branch.isEmpty() || branch.equals(pull.branch))
                .sorted(call.query().getOrDefault("sort", "desc").equals("asc") ? order : order.reversed())
                .toList();
        return page(pulls, call, "per_page", 100, this::json);
    }

    /** "Create MR". */
    private Reply open(Call call) {
        String branch = call.text("source_branch");
        String base = call.text("target_branch");
        if (call.text("title").isEmpty()) {
            return new Reply(400, object().put("error", "title is missing"));
        } else if (!state.branches.contains(branch)) {
            ObjectNode error = object();
            error.putArray("message").add("Source branch \"" + branch + "\" does not exist");
            return new Reply(400, error);
        } else if (state.isOpen(branch, base)) {
            ObjectNode error = object();
            error.putArray("message").add("Another open merge request already exists for this source branch: !1");
            return new Reply(409, error);
        }
        Item pull = state.pull(branch, base);
        pull.title = call.text("title");
        pull.body = call.text("description");
        obey(pull, pull.body);
        return new Reply(201, json(pull));
    }

    /** Quick actions in texts are carried out. */
    private static void obey(Item item, String text) {
        if (QUICK_ACTION.matcher(text).find()) {
            item.open = false;
        }
    }

    private Reply found(@Nullable Item item) {
        return item == null ? new Reply(404, message("404 Not found")) : new Reply(200, json(item));
    }

    private Reply noted(@Nullable Item item, Call call) {
        if (item == null) {
            return found(null);
        }
        item.comments.add(call.text("body"));
        obey(item, call.text("body"));
        return new Reply(201, object().put("id", 1).put("body", call.text("body")));
    }

    private Reply edited(@Nullable Item item, Call call) {
        if (item == null) {
            return found(null);
        }
        item.title = call.body().path("title").asText(item.title);
        item.body = call.body().path("description").asText(item.body);
        obey(item, call.text("description"));
        item.base = call.body().path("target_branch").asText(item.base);
        item.open &= !call.text("state_event").equals("close");
        for (String label : call.text("add_labels").split(",", -1)) { // those that are not there yet are made
            if (!label.isEmpty()) {
                state.labels.putIfAbsent(label, 100 + state.labels.size());
                item.labels.add(label);
            }
        }
        if (call.body().has("reviewer_ids")) {
            List<String> ids = FakeGitHub.texts(call.body().path("reviewer_ids"));
            item.reviewers.clear();
            for (Map.Entry<String, Integer> user : state.users.entrySet()) {
                if (ids.contains(String.valueOf(user.getValue()))) {
                    item.reviewers.add(user.getKey());
                }
            }
        }
        return new Reply(200, json(item));
    }

    private ObjectNode json(Item item) {
        ObjectNode json = object().put("iid", item.number)
                .put("web_url", root() + "/-/merge_requests/" + item.number)
                .put("state", item.merged ? "merged" : item.open ? "opened" : "closed")
                .put("title", item.title)
                .put("description", item.body.isEmpty() ? null : item.body);
        item.labels.forEach(json.putArray("labels")::add);
        if (!item.branch.isEmpty()) {
            json.put("draft", DRAFT.matcher(item.title).matches())
                    .put("sha", "a".repeat(40))
                    .put("source_branch", item.branch)
                    .put("target_branch", item.base)
                    .put("source_project_id", item.fromFork ? FORK : ITSELF)
                    .put("target_project_id", ITSELF);
            ArrayNode reviewers = json.putArray("reviewers");
            item.reviewers.forEach(one -> reviewers.addObject().put("username", one));
        }
        return json;
    }
}
