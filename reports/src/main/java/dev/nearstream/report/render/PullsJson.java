package dev.nearstream.report.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nearstream.report.PullView;
import java.util.List;

/** {@code pulls --format json}: {@code {"pulls":[{"package","to","state","why","url","diff"}]}}. */
public final class PullsJson {
    private PullsJson() {}

    /** The document. */
    public static String of(List<PullView> pulls) {
        ObjectNode document = JsonText.object();
        ArrayNode list = document.putArray("pulls");
        for (PullView pull : pulls) {
            list.addObject()
                    .put("package", pull.packageName())
                    .put("to", pull.to())
                    .put("state", pull.deed())
                    .put("why", pull.why())
                    .put("url", pull.url())
                    .put("diff", pull.diff());
        }
        return JsonText.write(document);
    }
}
