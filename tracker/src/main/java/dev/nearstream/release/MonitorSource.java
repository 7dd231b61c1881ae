package dev.nearstream.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nearstream.upstream.Mirror;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The stable versions of a project of release-monitoring.org (Anitya's API, version 2). They bear no dates and no
 * commits.
 *
 * @param project its number
 * @param mirror of the repository that the recipe checks out, or null
 */
record MonitorSource(String project, @Nullable Mirror mirror, ListApi api, KeptLists kept) implements ReleaseSource {
    private static final String URL = "https://release-monitoring.org/api/v2/versions/?project_id=";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");

    @Override
    public Listing list() {
        if (!NUMBER.matcher(project).matches()) {
            return Listing.failed(
                    Listing.Kind.RELEASE_MONITOR,
                    mirror,
                    "update.release-monitor.identifier is the number of a project of release-monitoring.org, not '"
                            + project + "'");
        }
        return new KeptListing(Listing.Kind.RELEASE_MONITOR, mirror, kept, "release-monitor " + project)
                .of(this::versions);
    }

    private List<Candidate> versions() throws ListException {
        String what = "project " + project;
        JsonNode document = ListApi.json(URL, api.get(URL + project, Map.of(), null), what);
        JsonNode stable = document.path("stable_versions");
        if (!stable.isArray()) {
            throw new ListException(
                    ListException.Kind.FAILED,
                    ListApi.host(URL) + ": the answer for " + what + " has no stable_versions");
        }
        List<Candidate> versions = new ArrayList<>();
        stable.forEach(version -> {
            if (version.isTextual()) {
                versions.add(Candidate.named(version.textValue()));
            }
        });
        return versions;
    }
}
