package dev.nearstream.report;

import dev.nearstream.store.PullRequestRecord;
import dev.nearstream.store.PullRequestRecord.ForgeEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pull request of the bot's that waits for a person.
 *
 * @param number the forge's name for it
 * @param draft whether it cannot be merged as it is
 * @param bumps what it brings to which version, sorted by package; several where they go together
 */
public record WaitingPull(String number, String url, boolean draft, Instant opened, List<Bump> bumps) {

    public WaitingPull {
        bumps = bumps.stream().sorted(Comparator.comparing(Bump::packageName)).toList();
    }

    /** A package and the version that it goes to. */
    public record Bump(String packageName, String to) {}

    /** Those of these records that a forge has open, the oldest first; one for all packages that share it. */
    public static List<WaitingPull> of(List<PullRequestRecord> records) {
        Map<String, List<PullRequestRecord>> byUrl = new LinkedHashMap<>();
        for (PullRequestRecord record : records) {
            @Nullable ForgeEntry forge = record.forge();
            if (forge != null && record.state().isOpen()) {
                byUrl.computeIfAbsent(forge.url(), url -> new ArrayList<>()).add(record);
            }
        }
        List<WaitingPull> pulls = new ArrayList<>();
        byUrl.forEach((url, these) -> {
            @Nullable ForgeEntry forge = these.get(0).forge();
            if (forge != null) {
                pulls.add(new WaitingPull(
                        forge.number(),
                        url,
                        forge.draft(),
                        forge.opened(),
                        these.stream()
                                .map(one -> new Bump(
                                        one.bump().packageName(), one.bump().to()))
                                .toList()));
            }
        });
        pulls.sort(Comparator.comparing(WaitingPull::opened)
                .thenComparing(pull -> pull.bumps().get(0).packageName())
                .thenComparing(WaitingPull::url));
        return pulls;
    }
}
