package dev.nearstream.report.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Verdict;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A verdict as an element of {@code patches} in {@code patch check --format json}. */
final class VerdictJson {
    private VerdictJson() {}

    /**
     * The element.
     *
     * @param patch the patch's file name
     */
    static ObjectNode of(String patch, Verdict verdict) {
        Verdict.How how = verdict.how();
        ObjectNode node = JsonText.object();
        node.put("patch", patch);
        node.put("verdict", verdict.label());
        node.put("how", how == null ? null : how.label());
        node.put("hunks", verdict.hunks());
        node.put("failedHunks", verdict.failedHunks());
        node.put("upstreamHunks", verdict.upstreamHunks());
        node.set("files", JsonText.list(verdict.files().stream().map(VerdictJson::file)));
        node.set("evidence", evidence(verdict.evidence()));
        node.put("problem", verdict.problem());
        return node;
    }

    static ArrayNode strings(List<String> texts) {
        ArrayNode array = JsonText.NODES.arrayNode();
        texts.forEach(text -> array.add(text(text)));
        return array;
    }

    static ArrayNode evidence(List<Evidence> evidence) {
        return JsonText.list(evidence.stream().map(VerdictJson::evidence));
    }

    private static ObjectNode file(Verdict.FileResult file) {
        ObjectNode node = JsonText.object();
        node.put("path", file.path());
        node.set("hunks", JsonText.list(file.hunks().stream().map(VerdictJson::hunk)));
        return node;
    }

    private static ObjectNode hunk(Verdict.Hunk hunk) {
        return JsonText.object()
                .put("line", hunk.line())
                .put("result", hunk.result().label())
                .put("offset", hunk.offset())
                .put("fuzz", hunk.fuzz());
    }

    private static ObjectNode evidence(Evidence evidence) {
        return JsonText.object()
                .put("kind", evidence.kind().label())
                .put("commit", evidence.commit())
                .put("subject", evidence.subject())
                .put("date", text(evidence.date()))
                .put("firstRelease", evidence.firstRelease())
                .put("detail", evidence.detail());
    }

    /** The value's text, or null. */
    static @Nullable String text(@Nullable Object value) {
        return Objects.toString(value, null);
    }
}
