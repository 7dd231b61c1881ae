package dev.nearstream.report.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nearstream.release.Release;
import dev.nearstream.release.ReleaseStanding;
import dev.nearstream.upstream.Tag;
import org.jspecify.annotations.Nullable;

/** {@code latest --format json}. */
public final class LatestJson {
    private LatestJson() {}

    /**
     * The whole output.
     *
     * @param current the packaged version as the recipe writes it, or null where it cannot be read
     */
    public static String of(String packageName, @Nullable String current, ReleaseStanding standing) {
        Release newest = standing.newest();
        ObjectNode document = JsonText.object();
        document.put("package", packageName);
        document.put("current", current);
        document.put("latest", newest == null ? null : newest.version().text());
        Tag tag = newest == null ? null : newest.tag();
        document.put("tag", tag == null ? null : tag.name());
        document.put("commit", newest == null ? null : newest.commit());
        document.put("releasedAt", newest == null ? null : VerdictJson.text(newest.date()));
        document.putObject("behind")
                .put("releases", newest == null ? null : Integer.valueOf(standing.releasesBehind()))
                .put("days", standing.daysBehind());
        document.put("source", standing.source());
        document.put("considered", standing.considered());
        document.set(
                "rejected",
                JsonText.list(standing.rejected().stream()
                        .map(one -> JsonText.object().put("tag", one.tag()).put("why", one.why()))));
        return JsonText.write(document);
    }
}
