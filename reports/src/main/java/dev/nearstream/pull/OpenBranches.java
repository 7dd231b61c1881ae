package dev.nearstream.pull;

import dev.nearstream.store.PullRequestRecord;
import dev.nearstream.store.PullRequests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is open, by branch: a pull request of several packages has a record for each. */
final class OpenBranches {
    private OpenBranches() {}

    static Map<String, List<PullRequestRecord>> of(PullRequests records) {
        Map<String, List<PullRequestRecord>> byBranch = new LinkedHashMap<>();
        records.open()
                .forEach(record -> byBranch.computeIfAbsent(record.branch(), unused -> new ArrayList<>())
                        .add(record));
        return byBranch;
    }

    /** The packages on each of our branches, the prefix left out. */
    static Map<String, Set<String>> packages(PullRequests records, String prefix) {
        Map<String, Set<String>> packages = new HashMap<>();
        of(records).forEach((branch, all) -> {
            if (branch.startsWith(prefix)) {
                packages.put(branch.substring(prefix.length()), names(all));
            }
        });
        return packages;
    }

    static Set<String> names(List<PullRequestRecord> records) {
        return records.stream().map(record -> record.bump().packageName()).collect(Collectors.toSet());
    }
}
