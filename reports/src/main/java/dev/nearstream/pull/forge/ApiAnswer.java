package dev.nearstream.pull.forge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nearstream.http.Redaction;
import dev.nearstream.http.WebAnswer;
import dev.nearstream.report.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an API says.
 *
 * @param json a missing node where there is no body
 */
record ApiAnswer(WebAnswer web, JsonNode json) {
    private static final int LONGEST = 200;

    int status() {
        return web.status();
    }

    boolean isOk() {
        return web.isOk();
    }

    Optional<String> header(String name) {
        return web.header(name);
    }

    /** What the host says to a refusal, on one line: GitHub, GitLab and Gitea each have forms of their own for it. */
    String words() {
        List<String> words = new ArrayList<>();
        for (String key : List.of("message", "error", "error_description", "errors")) {
            collect(json.path(key), words);
        }
        return VisibleText.of(Redaction.of(String.join(": ", words)), LONGEST);
    }

    private static void collect(JsonNode node, List<String> words) {
        if (node.isTextual()) {
            words.add(node.asText());
        } else if (node.isArray()) {
            node.forEach(one -> collect(one, words));
        } else if (node.has("message")) {
            collect(node.get("message"), words);
        } else if (node.has("code")) {
            words.add(node.path("field").asText("") + " " + node.get("code").asText(""));
        } else if (node.isObject()) {
            node.properties().forEach(field -> {
                words.add(field.getKey());
                collect(field.getValue(), words);
            });
        }
    }
}
