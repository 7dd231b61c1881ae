package dev.nearstream.report;

import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Purpose;
import dev.nearstream.delta.Verdict;
import dev.nearstream.patch.Advisories;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What upstream has fixed of what dropped deltas were carried for.
 *
 * @param fixed by the advisory's id, as its register spells it: the first release with the fix, empty where that is not known
 * @param unnamed how many of the deltas are carried for security and name no advisory
 */
public record FixedAdvisories(Map<String, Optional<String>> fixed, int unnamed) {
    /** Go's register has ids of its own. */
    private static final Pattern GO = Pattern.compile("\\bGO-20\\d\\d-\\d{4,9}\\b");

    /**
     * Of deltas that can be dropped.
     *
     * @param atLatest whether upstream has them at the newest release, not at the packaged version
     */
    public static FixedAdvisories of(List<CarriedDelta> dropped, boolean atLatest) {
        Map<String, Set<Optional<String>>> releases = new TreeMap<>();
        int unnamed = 0;
        for (CarriedDelta carried : dropped) {
            Verdict verdict =
                    atLatest ? carried.delta().atLatest() : carried.delta().now();
            Set<String> named = named(carried, verdict);
            named.forEach(
                    id -> releases.computeIfAbsent(id, none -> new HashSet<>()).add(first(verdict)));
            unnamed += named.isEmpty() && carried.delta().purpose() == Purpose.SECURITY ? 1 : 0;
        }
        Map<String, Optional<String>> fixed = new TreeMap<>();
        // Where several fixes of one advisory came with different releases, the last of them is not known here.
        releases.forEach(
                (id, all) -> fixed.put(id, all.size() == 1 ? all.iterator().next() : Optional.empty()));
        return new FixedAdvisories(fixed, unnamed);
    }

    /** By the recipe and the patch's header, else by the reason that is stated; and by the commit that brought the fix. */
    private static Set<String> named(CarriedDelta carried, @Nullable Verdict verdict) {
        Set<String> ids = new LinkedHashSet<>(carried.delta().background().advisories());
        List<String> texts = new ArrayList<>(List.of(carried.delta().id()));
        String reason = carried.delta().background().reason();
        if (ids.isEmpty() && reason != null) {
            texts.add(reason);
        }
        evidence(verdict).map(Evidence::subject).filter(Objects::nonNull).forEach(texts::add);
        for (String text : texts) {
            ids.addAll(Advisories.named(text));
            GO.matcher(text).results().forEach(found -> ids.add(found.group()));
        }
        return ids;
    }

    private static Optional<String> first(@Nullable Verdict verdict) {
        List<String> releases = evidence(verdict)
                .map(Evidence::firstRelease)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return releases.size() == 1 ? Optional.of(releases.get(0)) : Optional.empty();
    }

    private static Stream<Evidence> evidence(@Nullable Verdict verdict) {
        return verdict == null ? Stream.empty() : verdict.evidence().stream();
    }

    /** The page of an advisory in its register. */
    public static Optional<String> page(String id) {
        if (id.startsWith("CVE-")) {
            return Optional.of("https://nvd.nist.gov/vuln/detail/" + id);
        } else if (id.startsWith("GHSA-")) {
            return Optional.of("https://github.com/advisories/" + id);
        }
        return id.startsWith("GO-") ? Optional.of("https://pkg.go.dev/vuln/" + id) : Optional.empty();
    }
}
