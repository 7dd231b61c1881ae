package dev.nearstream.pull.forge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nearstream.http.WebRequest.Method;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.forge.ForgeApi.About;
import java.util.ArrayList;
import java.util.List;

/**
 * What a token of Gitea or Forgejo may do. There is no way to ask for its scopes with a token, so that what cannot be done
 * is asked for, as it lacks every field that is required: 422 where the right is there, 403 where not.
 */
record GiteaRights(ForgeApi api, String repository) {

    List<String> missing() throws ForgeException {
        String doing = "read the repository";
        ApiAnswer answer = api.ask(doing, Method.GET, repository, null);
        if (answer.status() == 404) {
            return List.of(api.name() + ": no such repository, or the token may not see it; grant it access to it");
        }
        if (answer.status() == 403) {
            return List.of(lacks("write:repository"));
        }
        JsonNode json = api.done(doing, About.ALL, answer);
        api.text(json, "id"); // else something else answers there
        List<String> missing = new ArrayList<>();
        if (!json.path("permissions").path("push").asBoolean(true)) {
            missing.add(api.name() + ": the token's user may not push; make that user a collaborator who may write");
        }
        if (!json.path("has_pull_requests").asBoolean(true)) {
            missing.add(api.name() + ": pull requests are switched off; switch them on");
        }
        probe(Method.POST, repository + "/pulls", "write:repository", missing);
        probe(Method.POST, repository + "/issues", "write:issue", missing);
        probe(Method.GET, "/user", "read:user", missing);
        return missing;
    }

    private void probe(Method method, String path, String scope, List<String> missing) throws ForgeException {
        String doing = "ask what the token may do";
        ApiAnswer answer = api.ask(doing, method, path, method == Method.GET ? null : ForgeApi.object());
        switch (answer.status()) {
            case 403 -> missing.add(lacks(scope));
            case 200, 400, 404, 409, 412, 422 -> {} // 404: without a branch to take, or issues are switched off
            default -> throw api.refused(doing, About.ALL, answer);
        }
    }

    private String lacks(String scope) {
        return "%s: the token lacks the scope \"%s\"".formatted(api.name(), scope);
    }
}
