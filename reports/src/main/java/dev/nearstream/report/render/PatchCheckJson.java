package dev.nearstream.report.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nearstream.report.PatchCheck;

/** {@code patch check --format json}. */
public final class PatchCheckJson {
    private PatchCheckJson() {}

    public static String of(PatchCheck check) {
        ObjectNode document = JsonText.object();
        document.put("repo", check.repo());
        document.put("rev", check.rev());
        document.put("commit", check.commit());
        document.set(
                "patches",
                JsonText.list(check.patches().stream().map(one -> VerdictJson.of(one.patch(), one.verdict()))));
        return JsonText.write(document);
    }
}
