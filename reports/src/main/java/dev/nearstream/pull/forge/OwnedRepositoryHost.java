package dev.nearstream.pull.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nearstream.http.WebRequest.Method;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.PullRequest;
import dev.nearstream.pull.PullRequest.State;
import dev.nearstream.pull.forge.ForgeApi.About;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What GitHub's API and Gitea's, which was made after it, have in common: pull requests and issues of {@code
 * /repos/{owner}/{repo}}, numbered together, so that labels and comments of both are an issue's.
 */
abstract class OwnedRepositoryHost implements Host {
    final ForgeApi api;
    final Repository repository;
    final Pages pages;
    private final Map<String, String> pageSize;

    /** @param pageSize the query for the largest page there is */
    OwnedRepositoryHost(ForgeApi api, Repository repository, Map<String, String> pageSize) {
        this.api = api;
        this.repository = repository;
        this.pages = new Pages(api);
        this.pageSize = pageSize;
    }

    /** A pull request that the API lists as draft or not, under the title that people gave it. */
    abstract Standing pull(JsonNode node) throws ForgeException;

    /** The fields by which one is opened or edited to be of that title and a draft or not. */
    abstract void title(ObjectNode fields, String title, boolean draft);

    /** The user that the token is of, for lists of issues. */
    abstract String user() throws ForgeException;

    /** The query's name for who opened an issue. */
    abstract Map<String, String> openedBy(String user);

    @Override
    public String name() {
        return api.name();
    }

    /** A path below the repository's. */
    String at(String path) {
        return "/repos/" + repository.fullName() + path;
    }

    List<JsonNode> list(String doing, String path, Map<String, String> query) throws ForgeException {
        Map<String, String> all = new LinkedHashMap<>(query);
        all.putAll(pageSize);
        return pages.all(doing, path, all);
    }

    @Override
    public Optional<Standing> get(String number) throws ForgeException {
        String doing = "read pull request " + number;
        ApiAnswer answer = api.ask(doing, Method.GET, at("/pulls/" + number), null);
        if (answer.status() == 404 || answer.status() == 410) {
            api.get(doing, at("")); // is it that one which is gone, or the repository from our sight?
            return Optional.empty();
        }
        return Optional.of(pull(api.done(doing, About.ONE, answer)));
    }

    /** The fields that open one. */
    ObjectNode opening(String branch, String base, String title, String body, boolean draft) {
        ObjectNode fields =
                ForgeApi.object().put("head", branch).put("base", base).put("body", body);
        title(fields, title, draft);
        return fields;
    }

    @Override
    public Standing create(String branch, String base, String title, String body, boolean draft) throws ForgeException {
        ObjectNode fields = opening(branch, base, title, body, draft);
        return pull(api.send("open a pull request of " + branch, About.ALL, Method.POST, at("/pulls"), fields));
    }

    @Override
    public void edit(Thing thing, Standing standing, Change change) throws ForgeException {
        ObjectNode fields = ForgeApi.object();
        boolean draft = change.draft() == null ? standing.pull().draft() : change.draft();
        if (change.title() != null || change.draft() != null) {
            title(fields, change.title() == null ? standing.pull().title() : change.title(), draft);
        }
        if (change.body() != null) {
            fields.put("body", change.body());
        }
        if (change.base() != null) {
            fields.put("base", change.base());
        }
        patch("change", thing, standing.number(), fields);
    }

    private void patch(String verb, Thing thing, String number, ObjectNode fields) throws ForgeException {
        String path = at((thing == Thing.PULL ? "/pulls/" : "/issues/") + number);
        api.send(verb + " " + words(thing) + number, About.ONE, Method.PATCH, path, fields);
    }

    static String words(Thing thing) {
        return thing == Thing.PULL ? "pull request " : "issue ";
    }

    @Override
    public void comment(Thing thing, String number, String text) throws ForgeException {
        api.send(
                "comment on " + words(thing) + number,
                About.ONE,
                Method.POST,
                at("/issues/" + number + "/comments"),
                ForgeApi.object().put("body", text));
    }

    @Override
    public void close(Thing thing, String number) throws ForgeException {
        patch("close", thing, number, ForgeApi.object().put("state", "closed"));
    }

    @Override
    public void request(Standing standing, List<String> reviewers) throws ForgeException {
        String number = standing.number();
        ApiAnswer answer = ask(number, reviewers);
        if (isUnknown(answer) && reviewers.size() > 1) {
            for (String one : reviewers) { // one that is not known is the refusal of all
                ApiAnswer alone = ask(number, List.of(one));
                if (!isUnknown(alone)) {
                    api.done("ask for a review of pull request " + number, About.ONE, alone);
                }
            }
        } else if (!isUnknown(answer)) {
            api.done("ask for a review of pull request " + number, About.ONE, answer);
        }
    }

    private static boolean isUnknown(ApiAnswer answer) {
        return answer.status() == 404 || answer.status() == 422;
    }

    private ApiAnswer ask(String number, List<String> reviewers) throws ForgeException {
        ObjectNode fields = ForgeApi.object();
        for (String one : reviewers) {
            int slash = one.indexOf('/');
            fields.withArray(slash < 0 ? "reviewers" : "team_reviewers").add(one.substring(slash + 1));
        }
        String path = at("/pulls/" + number + "/requested_reviewers");
        return api.ask("ask for a review of pull request " + number, Method.POST, path, fields);
    }

    @Override
    public List<Standing> ownIssues() throws ForgeException {
        Map<String, String> query = new LinkedHashMap<>(Map.of("state", "open"));
        query.putAll(openedBy(user()));
        List<Standing> own = new ArrayList<>();
        for (JsonNode node : list("list issues", at("/issues"), query)) {
            if (!node.hasNonNull("pull_request")) {
                own.add(issue(node));
            }
        }
        return own;
    }

    @Override
    public Standing createIssue(String title, String body) throws ForgeException {
        ObjectNode fields = ForgeApi.object().put("title", title).put("body", body);
        return issue(api.send("open an issue", About.ALL, Method.POST, at("/issues"), fields));
    }

    private Standing issue(JsonNode node) throws ForgeException {
        PullRequest issue = new PullRequest(
                api.text(node, "number"),
                api.text(node, "html_url"),
                "",
                "",
                api.text(node, "state").equals("open") ? State.OPEN : State.CLOSED,
                false,
                api.text(node, "title"));
        return new Standing(issue, "", "", node.path("body").asText(""), labels(node), Set.of());
    }

    static Set<String> labels(JsonNode node) {
        return texts(node.path("labels"), "name");
    }

    static Set<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asText())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
