package dev.nearstream.pull.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nearstream.http.WebClient;
import dev.nearstream.http.WebRequest.Method;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.forge.ForgeApi.About;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * GitLab's REST API v4: merge requests of a project. Tokens of users, projects and groups all go as Bearer, which, unlike
 * {@code PRIVATE-TOKEN}, is sent to no other host that the server may redirect to.
 */
final class GitLabHost implements Host {
    /** A line like {@code /merge} is carried out. */
    private static final Pattern QUICK_ACTION = Pattern.compile("(?im)^([ \\t]*)/(?=[a-z_]+(?:\\s|$))");

    private static final Map<String, String> PAGE = Map.of("per_page", "100");

    private final ForgeApi api;
    private final Pages pages;
    private final String project;
    private final GitLabJson read;

    /** @param base {@code https://host/api/v4} */
    GitLabHost(WebClient web, Repository repository, URI base, Token token) {
        this.api = new ForgeApi(web, repository.name(), base, Map.of("Accept", "application/json"), "Bearer", token);
        this.pages = new Pages(api);
        this.read = new GitLabJson(api);
        this.project = "/projects/" + Pages.encoded(repository.fullName());
    }

    @Override
    public String name() {
        return api.name();
    }

    /** "description … limited to 1,048,576 characters". */
    @Override
    public int longestBody() {
        return 1_048_576;
    }

    @Override
    public String harmless(String body) {
        return QUICK_ACTION.matcher(body).replaceAll("$1\\\\/");
    }

    @Override
    public String harmlessTitle(String title) {
        return GitLabTitle.plain(title);
    }

    @Override
    public List<String> missingRights() throws ForgeException {
        return new GitLabRights(api, project).missing();
    }

    @Override
    public List<Standing> open() throws ForgeException {
        return pulls("list merge requests", Map.of("state", "opened", "sort", "asc"));
    }

    @Override
    public List<Standing> of(String branch) throws ForgeException {
        return pulls("look for merge requests of " + branch, Map.of("state", "all", "source_branch", branch));
    }

    private List<Standing> pulls(String doing, Map<String, String> query) throws ForgeException {
        Map<String, String> all = new LinkedHashMap<>(query);
        all.putAll(Map.of("scope", "all", "order_by", "created_at"));
        all.putIfAbsent("sort", "desc");
        all.putAll(PAGE);
        List<Standing> pulls = new ArrayList<>();
        for (JsonNode node : pages.all(doing, project + "/merge_requests", all)) {
            // A fork's branch may bear any name.
            if (api.text(node, "target_project_id")
                    .equals(node.path("source_project_id").asText())) {
                pulls.add(read.pull(node));
            }
        }
        return pulls;
    }

    @Override
    public Optional<Standing> get(String number) throws ForgeException {
        String doing = "read merge request " + number;
        ApiAnswer answer = api.ask(doing, Method.GET, project + "/merge_requests/" + number, null);
        if (answer.status() == 404) {
            api.get(doing, project); // is it that one which is gone, or the project from our sight?
            return Optional.empty();
        }
        return Optional.of(read.pull(api.done(doing, About.ONE, answer)));
    }

    @Override
    public Standing create(String branch, String base, String title, String body, boolean draft) throws ForgeException {
        ObjectNode fields = ForgeApi.object()
                .put("source_branch", branch)
                .put("target_branch", base)
                .put("title", GitLabTitle.of(title, draft))
                .put("description", body)
                .put("remove_source_branch", true);
        String doing = "open a merge request of " + branch;
        return read.pull(api.send(doing, About.ALL, Method.POST, project + "/merge_requests", fields));
    }

    @Override
    public void edit(Thing thing, Standing standing, Change change) throws ForgeException {
        ObjectNode fields = ForgeApi.object();
        if (change.title() != null || change.draft() != null) {
            boolean draft = change.draft() == null ? standing.pull().draft() : change.draft();
            fields.put(
                    "title",
                    GitLabTitle.of(change.title() == null ? standing.pull().title() : change.title(), draft));
        }
        if (change.body() != null) {
            fields.put("description", change.body());
        }
        if (change.base() != null) {
            fields.put("target_branch", change.base());
        }
        put("change", thing, standing.number(), fields);
    }

    private void put(String verb, Thing thing, String number, ObjectNode fields) throws ForgeException {
        api.send(verb + words(thing) + number, About.ONE, Method.PUT, at(thing, number), fields);
    }

    private static String words(Thing thing) {
        return thing == Thing.PULL ? " merge request " : " issue ";
    }

    private String at(Thing thing, String number) {
        return project + (thing == Thing.PULL ? "/merge_requests/" : "/issues/") + number;
    }

    @Override
    public Map<String, String> labels() throws ForgeException {
        Map<String, String> labels = new LinkedHashMap<>();
        for (JsonNode node : pages.all("list labels", project + "/labels", PAGE)) {
            labels.put(api.text(node, "name"), api.text(node, "name"));
        }
        return labels;
    }

    @Override
    public void addLabels(Thing thing, String number, List<String> labels) throws ForgeException {
        put("label", thing, number, ForgeApi.object().put("add_labels", String.join(",", labels)));
    }

    /** A merge request's reviewers are set all at once; a group is none. */
    @Override
    public void request(Standing standing, List<String> reviewers) throws ForgeException {
        Set<String> all = new LinkedHashSet<>(standing.reviewers());
        all.addAll(reviewers);
        ObjectNode fields = ForgeApi.object();
        int asked = 0;
        for (String name : all) {
            String query = Pages.query(Map.of("username", name));
            JsonNode user =
                    api.get("look for the user " + name, "/users?" + query).path(0);
            if (user.has("id")) {
                fields.withArray("reviewer_ids").add(user.get("id").asLong());
                asked++;
            }
        }
        if (asked > standing.reviewers().size()) {
            put("ask for a review of", Thing.PULL, standing.number(), fields);
        }
    }

    @Override
    public void comment(Thing thing, String number, String text) throws ForgeException {
        ObjectNode fields = ForgeApi.object().put("body", text);
        api.send("comment on" + words(thing) + number, About.ONE, Method.POST, at(thing, number) + "/notes", fields);
    }

    @Override
    public void close(Thing thing, String number) throws ForgeException {
        put("close", thing, number, ForgeApi.object().put("state_event", "close"));
    }

    @Override
    public List<Standing> ownIssues() throws ForgeException {
        Map<String, String> query = new LinkedHashMap<>(Map.of("state", "opened", "scope", "created_by_me"));
        query.putAll(PAGE);
        List<Standing> own = new ArrayList<>();
        for (JsonNode node : pages.all("list issues", project + "/issues", query)) {
            own.add(read.issue(node));
        }
        return own;
    }

    @Override
    public Standing createIssue(String title, String body) throws ForgeException {
        ObjectNode fields = ForgeApi.object().put("title", title).put("description", body);
        return read.issue(api.send("open an issue", About.ALL, Method.POST, project + "/issues", fields));
    }
}
