package dev.nearstream.pull.forge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nearstream.http.WebRequest.Method;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.forge.ForgeApi.About;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a token of GitLab may do: its scopes by its own account, and the role of its user in the project. */
record GitLabRights(ForgeApi api, String project) {
    /** Developer, who may push branches and open merge requests (API, "Valid access levels"). */
    private static final int DEVELOPER = 30;

    List<String> missing() throws ForgeException {
        List<String> missing = new ArrayList<>();
        String asking = "ask what the token may do";
        ApiAnswer self = api.ask(asking, Method.GET, "/personal_access_tokens/self", null);
        boolean known = self.isOk(); // 404 and the like: an OAuth token, or a GitLab before 15.5
        boolean mayAll = StreamSupport.stream(self.json().path("scopes").spliterator(), false)
                .anyMatch(scope -> scope.asText().equals("api"));
        if ((known && !mayAll) || self.status() == 403) {
            missing.add(api.name() + ": the token lacks the scope \"api\"");
        }
        ApiAnswer answer = api.ask("read the project", Method.GET, project, null);
        if (answer.status() == 404) {
            missing.add(api.name() + ": no such project, or the token may not see it; grant it access to it");
        } else if (answer.status() != 403 || missing.isEmpty()) {
            JsonNode json = api.done("read the project", About.ALL, answer);
            api.text(json, "id"); // else something else answers there
            if (role(json, self.json().path("user_id")) < DEVELOPER) {
                missing.add(api.name() + ": the token has no role that may push; give it the role Developer");
            }
            if (json.path("merge_requests_access_level").asText("").equals("disabled")) {
                missing.add(api.name() + ": merge requests are switched off; switch them on");
            }
        }
        return missing;
    }

    /** The project names the role by membership of its own and of its group; by an invited group, the members do. */
    private int role(JsonNode json, JsonNode user) throws ForgeException {
        JsonNode permissions = json.path("permissions");
        int level = Math.max(
                permissions.path("project_access").path("access_level").asInt(0),
                permissions.path("group_access").path("access_level").asInt(0));
        if (level > 0 || !user.isNumber()) {
            return level > 0 ? level : DEVELOPER; // nothing is known
        }
        String doing = "read the token's role";
        ApiAnswer member = api.ask(doing, Method.GET, project + "/members/all/" + user.asLong(), null);
        return member.status() == 404
                ? 0
                : api.done(doing, About.ALL, member).path("access_level").asInt(0);
    }
}
