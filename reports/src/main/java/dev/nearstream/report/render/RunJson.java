package dev.nearstream.report.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nearstream.report.RunResult;

/** {@code run --format json}. */
public final class RunJson {
    private RunJson() {}

    public static String of(RunResult result) {
        ObjectNode document = JsonText.object();
        document.put("run", result.night().run().id());
        document.put("resumed", result.resumed());
        document.put("tracked", result.night().tracked().count());
        document.set(
                "skipped",
                JsonText.list(result.night()
                        .skipped()
                        .map(one -> JsonText.object()
                                .put("package", one.packageName())
                                .put("reason", one.reason()))));
        document.set(
                "failed",
                JsonText.list(result.night()
                        .failed()
                        .map(one -> JsonText.object()
                                .put("package", one.packageName())
                                .put("stage", one.stage())
                                .put("message", one.message()))));
        document.put("report", VerdictJson.text(result.report()));
        return JsonText.write(document);
    }
}
