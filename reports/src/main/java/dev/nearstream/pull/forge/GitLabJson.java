package dev.nearstream.pull.forge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.PullRequest;
import dev.nearstream.pull.PullRequest.State;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Merge requests and issues as GitLab's API writes them. */
record GitLabJson(ForgeApi api) {

    Standing pull(JsonNode node) throws ForgeException {
        String title = api.text(node, "title");
        boolean draft =
                node.path("draft").asBoolean(node.path("work_in_progress").asBoolean(false));
        PullRequest pull = new PullRequest(
                api.text(node, "iid"),
                api.text(node, "web_url"),
                api.text(node, "source_branch"),
                node.path("sha").asText(""), // null where there is no commit yet
                switch (api.text(node, "state")) {
                    case "opened", "locked" -> State.OPEN; // locked: while it is merged
                    case "merged" -> State.MERGED;
                    default -> State.CLOSED;
                },
                draft || GitLabTitle.isDraft(title),
                GitLabTitle.plain(title));
        return new Standing(
                pull,
                "",
                api.text(node, "target_branch"),
                node.path("description").asText(""),
                labels(node),
                OwnedRepositoryHost.texts(node.path("reviewers"), "username"));
    }

    Standing issue(JsonNode node) throws ForgeException {
        boolean open = api.text(node, "state").equals("opened");
        PullRequest issue = new PullRequest(
                api.text(node, "iid"),
                api.text(node, "web_url"),
                "",
                "",
                open ? State.OPEN : State.CLOSED,
                false,
                api.text(node, "title"));
        return new Standing(issue, "", "", node.path("description").asText(""), labels(node), Set.of());
    }

    private static Set<String> labels(JsonNode node) {
        return StreamSupport.stream(node.path("labels").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toUnmodifiableSet());
    }
}
