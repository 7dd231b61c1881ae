package dev.nearstream.pull;

import dev.nearstream.owner.Owners;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** An owner's wishes, so many at the most in each group. Who is in a pull request stays there; others fill it up. */
record OwnerGroups(GroupSettings settings, Owners owners) {
    private static final String PREFIX = "owner/";

    List<WishGroup> of(List<Wish> wishes, Map<String, Set<String>> open) {
        Map<String, List<Wish>> byOwner = new TreeMap<>();
        for (Wish wish : wishes) {
            Optional<String> owner = settings.owner(
                    owners.of(wish.bump().packageName(), wish.deltas().recipe().file()));
            owner.ifPresent(one ->
                    byOwner.computeIfAbsent(one, unused -> new ArrayList<>()).add(wish));
        }
        List<WishGroup> groups = new ArrayList<>();
        byOwner.forEach((owner, theirs) -> groups.addAll(of(owner, theirs, open)));
        return groups;
    }

    private List<WishGroup> of(String owner, List<Wish> wishes, Map<String, Set<String>> open) {
        String stem = PREFIX + BranchName.of(owner) + "-";
        List<Wish> left = new ArrayList<>(wishes);
        left.sort(Comparator.comparing(wish -> wish.bump().packageName()));
        List<List<Wish>> parts = new ArrayList<>();
        for (int i = 1; i <= wishes.size() + open.size(); i++) {
            Set<String> there = open.getOrDefault(stem + i, Set.of());
            List<Wish> part = new ArrayList<>(left.stream()
                    .filter(wish -> there.contains(wish.bump().packageName()))
                    .toList());
            left.removeAll(part);
            parts.add(part);
        }
        List<WishGroup> groups = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<Wish> part = parts.get(i);
            boolean isOpen = !part.isEmpty();
            while (part.size() < settings.most() && !left.isEmpty()) {
                part.add(left.remove(0));
            }
            if (isOpen || part.size() > 1) {
                groups.add(new WishGroup(stem + (i + 1), WishGroup.Kind.OWNER, owner, part));
            }
        }
        return groups;
    }
}
