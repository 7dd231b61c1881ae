package dev.nearstream.pull.forge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nearstream.http.WebRequest.Method;
import dev.nearstream.pull.ForgeException;
import dev.nearstream.pull.forge.ForgeApi.About;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a token of GitHub may do. A classic one says so in {@code X-OAuth-Scopes}. A fine-grained one and an app's say
 * nothing, and a repository's {@code permissions} are the user's, not the token's: there, what cannot be done is asked
 * for, as it lacks every field that is required, and the refusal is 422 where the right is there and 403 where not.
 */
record GitHubRights(ForgeApi api, String repository) {

    List<String> missing() throws ForgeException {
        String doing = "read the repository";
        ApiAnswer answer = api.ask(doing, Method.GET, repository, null);
        if (answer.status() == 404) {
            return List.of(api.name() + ": no such repository, or the token may not see it; grant it access to it");
        }
        JsonNode json = api.done(doing, About.ALL, answer);
        api.text(json, "id"); // else something else answers there
        List<String> missing = new ArrayList<>();
        if (!json.path("permissions").path("push").asBoolean(true)) {
            missing.add(api.name() + ": the token's user may not push; give the role \"write\" to that user");
        }
        if (answer.header("X-OAuth-Scopes").isPresent()) {
            scopes(answer.header("X-OAuth-Scopes").get(), json.path("private").asBoolean(true), missing);
        } else {
            probe("/pulls", "Pull requests", missing);
            probe("/issues", "Issues", missing);
        }
        return missing;
    }

    private void scopes(String header, boolean hidden, List<String> missing) {
        Set<String> scopes =
                Arrays.stream(header.split(",", -1)).map(String::strip).collect(Collectors.toSet());
        if (!scopes.contains("repo") && (hidden || !scopes.contains("public_repo"))) {
            missing.add("%s: the token lacks the scope \"%s\"".formatted(api.name(), hidden ? "repo" : "public_repo"));
        }
    }

    private void probe(String path, String permission, List<String> missing) throws ForgeException {
        String doing = "ask what the token may do";
        ApiAnswer answer = api.ask(doing, Method.POST, repository + path, ForgeApi.object());
        switch (answer.status()) {
            case 403, 404 ->
                missing.add(
                        "%s: the token lacks the permission \"%s\": read and write".formatted(api.name(), permission));
            case 410 -> missing.add(api.name() + ": issues are switched off; switch them on");
            case 400, 422 -> {}
            default -> throw api.refused(doing, About.ALL, answer);
        }
    }
}
