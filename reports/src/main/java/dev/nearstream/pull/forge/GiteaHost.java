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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The API v1 of Gitea and Forgejo. It finds pull requests by branch only where they are open and their base is known, so
 * that all are listed once, and their numbers kept: one of these is for one run.
 */
final class GiteaHost extends OwnedRepositoryHost {
    /** As {@code WORK_IN_PROGRESS_PREFIXES} has it by default: that is a draft. */
    private static final Pattern DRAFT = Pattern.compile("(?i)^\\s*(?:WIP:|\\[WIP])\\s*");

    private static final String PREFIX = "WIP: ";

    private @Nullable Map<String, List<String>> numbers;

    /** @param base {@code https://host/api/v1} */
    GiteaHost(WebClient web, Repository repository, URI base, Token token) {
        super(
                new ForgeApi(web, repository.name(), base, Map.of("Accept", "application/json"), "token", token),
                repository,
                Map.of("limit", "50")); // MAX_RESPONSE_ITEMS by default; more is cut down to it
    }

    /** None is published; this is what people read on the other forges. */
    @Override
    public int longestBody() {
        return 65_536;
    }

    @Override
    public String harmlessTitle(String title) {
        String plain = title;
        while (DRAFT.matcher(plain).find()) {
            plain = DRAFT.matcher(plain).replaceFirst("");
        }
        return plain;
    }

    @Override
    public List<String> missingRights() throws ForgeException {
        return new GiteaRights(api, at("")).missing();
    }

    @Override
    public List<Standing> open() throws ForgeException {
        List<Standing> open = new ArrayList<>();
        for (JsonNode node : list("list pull requests", at("/pulls"), Map.of("state", "open", "sort", "oldest"))) {
            if (isOwn(node)) {
                open.add(pull(node));
            }
        }
        return open;
    }

    @Override
    public List<Standing> of(String branch) throws ForgeException {
        if (numbers == null) {
            Map<String, List<String>> found = new HashMap<>();
            Map<String, String> query = Map.of("state", "all"); // the newest first
            for (JsonNode node : list("look for pull requests of " + branch, at("/pulls"), query)) {
                if (isOwn(node)) {
                    found.computeIfAbsent(branch(node), unused -> new ArrayList<>())
                            .add(api.text(node, "number"));
                }
            }
            numbers = found;
        }
        List<Standing> pulls = new ArrayList<>();
        for (String number : numbers.getOrDefault(branch, List.of())) {
            get(number).ifPresent(pulls::add);
        }
        return pulls;
    }

    @Override
    public Standing create(String branch, String base, String title, String body, boolean draft) throws ForgeException {
        String doing = "open a pull request of " + branch;
        try {
            ObjectNode fields = opening(branch, base, title, body, draft);
            ApiAnswer answer = api.ask(doing, Method.POST, at("/pulls"), fields);
            if (answer.status() == 404) { // a branch, or the repository?
                api.get(doing, at(""));
            }
            Standing created = pull(api.done(doing, About.ONE, answer));
            if (numbers != null) {
                numbers.computeIfAbsent(branch, unused -> new ArrayList<>()).add(0, created.number());
            }
            return created;
        } catch (ForgeException e) {
            numbers = null; // it may be there
            throw e;
        }
    }

    /** A fork's branch may bear any name; where the fork is gone, its id is -1. */
    private static boolean isOwn(JsonNode node) {
        JsonNode from = node.path("head").path("repo_id");
        return from.isNumber() && from.equals(node.path("base").path("repo_id"));
    }

    /** The "ref" becomes {@code refs/pull/N/head} when the branch is deleted; the label stays. */
    private String branch(JsonNode node) throws ForgeException {
        return api.text(node.path("head"), "label");
    }

    @Override
    Standing pull(JsonNode node) throws ForgeException {
        boolean open = api.text(node, "state").equals("open");
        String title = api.text(node, "title");
        PullRequest pull = new PullRequest(
                api.text(node, "number"),
                api.text(node, "html_url"),
                branch(node),
                node.path("head").path("sha").asText(""),
                open ? State.OPEN : node.path("merged").asBoolean() ? State.MERGED : State.CLOSED,
                node.path("draft").asBoolean() || DRAFT.matcher(title).find(), // "draft" is there since 1.22
                harmlessTitle(title));
        Set<String> reviewers = new HashSet<>(texts(node.path("requested_reviewers"), "login"));
        reviewers.addAll(texts(node.path("requested_reviewers_teams"), "name"));
        return new Standing(
                pull, "", api.text(node.path("base"), "ref"), node.path("body").asText(""), labels(node), reviewers);
    }

    @Override
    void title(ObjectNode fields, String title, boolean draft) {
        fields.put("title", draft ? PREFIX + title : title);
    }

    @Override
    public Map<String, String> labels() throws ForgeException {
        Map<String, String> labels = new LinkedHashMap<>();
        String organization = "/orgs/" + repository.owner();
        String doing = "list labels";
        if (api.ask(doing, Method.GET, organization + "/labels?limit=1", null).isOk()) { // else the owner is a user
            for (JsonNode node : list(doing, organization + "/labels", Map.of())) {
                labels.put(api.text(node, "name"), api.text(node, "id"));
            }
        }
        for (JsonNode node : list(doing, at("/labels"), Map.of())) {
            labels.put(api.text(node, "name"), api.text(node, "id"));
        }
        return labels;
    }

    @Override
    public void addLabels(Thing thing, String number, List<String> labels) throws ForgeException {
        ObjectNode fields = ForgeApi.object();
        labels.forEach(id -> fields.withArray("labels").add(Long.parseLong(id)));
        String path = at("/issues/" + number + "/labels");
        api.send("label " + words(thing) + number, About.ONE, Method.POST, path, fields);
    }

    @Override
    String user() throws ForgeException {
        return api.text(api.get("ask whose the token is", "/user"), "login");
    }

    @Override
    Map<String, String> openedBy(String user) {
        return Map.of("created_by", user, "type", "issues");
    }
}
