package dev.nearstream.pull;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.Verdict;
import dev.nearstream.store.AssessedDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rebuilds that drop copies of one patch. A package that drops several patches goes with the one that most packages drop;
 * a family that has a pull request keeps its name and its packages.
 */
final class Families {
    private static final String PREFIX = "family/";

    private final Map<String, Family> byHash = new TreeMap<>();

    /** Those who drop a patch, and one of its file names: the first of all copies'. */
    private record Family(String hash, String name, List<Wish> carriers) {}

    private Families() {}

    static List<WishGroup> of(List<Wish> wishes, Map<String, Set<String>> open) {
        Families families = new Families();
        wishes.stream()
                .filter(Wish::rebuild)
                .forEach(wish -> dropped(wish).forEach(patch -> families.add(wish, patch)));
        List<WishGroup> groups = new ArrayList<>();
        families.stay(new TreeMap<>(open), groups);
        while (true) {
            families.byHash.values().removeIf(family -> family.carriers().size() < 2);
            if (families.byHash.isEmpty()) {
                return groups;
            }
            Family largest = families.byHash.values().stream()
                    .min(Comparator.comparingInt(
                                    (Family family) -> -family.carriers().size())
                            .thenComparing(Family::hash))
                    .orElseThrow();
            families.take(largest, PREFIX + BranchName.of(largest.name(), largest.hash()), groups);
        }
    }

    /** The copies of patches that upstream has at the packaged version. */
    static List<Delta.PatchFile> dropped(Wish wish) {
        List<Delta.PatchFile> dropped = new ArrayList<>();
        for (Delta delta : wish.deltas().deltas()) {
            if (delta instanceof Delta.PatchFile patch
                    && wish.outcome().deltas().stream().anyMatch(one -> isTaken(one, patch))) {
                dropped.add(patch);
            }
        }
        return dropped;
    }

    private static boolean isTaken(AssessedDelta assessed, Delta.PatchFile patch) {
        return assessed.id().equals(patch.facts().id())
                && assessed.now() instanceof Verdict.Upstream
                && !assessed.decided();
    }

    static String fileName(Delta.PatchFile patch) {
        return patch.path().substring(patch.path().lastIndexOf('/') + 1);
    }

    private void add(Wish wish, Delta.PatchFile patch) {
        String name = fileName(patch);
        Family known = byHash.getOrDefault(patch.family(), new Family(patch.family(), name, List.of()));
        if (!known.carriers().contains(wish)) {
            List<Wish> carriers = new ArrayList<>(known.carriers());
            carriers.add(wish);
            String first = name.compareTo(known.name()) < 0 ? name : known.name();
            byHash.put(patch.family(), new Family(patch.family(), first, carriers));
        }
    }

    /**
     * Keeps the packages of an open pull request together, though one alone may be left; then those join that have a place
     * in none.
     */
    private void stay(Map<String, Set<String>> open, List<WishGroup> groups) {
        Map<String, Family> standing = new TreeMap<>();
        open.forEach((branch, packages) -> of(branch).ifPresent(family -> {
            List<Wish> there = family.carriers().stream()
                    .filter(wish -> packages.contains(wish.bump().packageName()))
                    .toList();
            if (!there.isEmpty()) {
                standing.put(branch, new Family(family.hash(), family.name(), there));
                assign(there);
            }
        }));
        standing.forEach((branch, family) -> {
            List<Wish> all = new ArrayList<>(family.carriers());
            all.addAll(byHash.getOrDefault(family.hash(), family).carriers());
            take(new Family(family.hash(), family.name(), all), branch, groups);
        });
    }

    private Optional<Family> of(String branch) {
        return byHash.values().stream()
                .filter(family -> branch.startsWith(PREFIX) && branch.endsWith("-" + BranchName.of("", family.hash())))
                .findFirst();
    }

    private void take(Family family, String branch, List<WishGroup> groups) {
        groups.add(new WishGroup(branch, WishGroup.Kind.FAMILY, family.hash(), family.carriers()));
        assign(family.carriers());
    }

    /** They are in no other family then. */
    private void assign(List<Wish> wishes) {
        byHash.replaceAll((hash, family) -> new Family(
                hash,
                family.name(),
                family.carriers().stream()
                        .filter(wish -> !wishes.contains(wish))
                        .toList()));
    }
}
