package dev.nearstream.pull;

import dev.nearstream.owner.Owners;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Families first, where they are wanted, then each owner's, and the rest alone. */
public record ConfiguredGrouping(GroupSettings settings, Owners owners) implements Grouping {

    @Override
    public List<WishGroup> of(List<Wish> wishes, Map<String, Set<String>> open) {
        List<WishGroup> groups = new ArrayList<>();
        List<Wish> rest = new ArrayList<>(wishes);
        if (settings.families()) {
            take(groups, rest, Families.of(rest, open));
        }
        if (!settings.owners().isEmpty()) {
            take(groups, rest, new OwnerGroups(settings, owners).of(rest, open));
        }
        rest.forEach(wish -> groups.add(WishGroup.alone(wish)));
        groups.sort(Comparator.comparingInt(
                group -> group.wishes().stream().mapToInt(wishes::indexOf).min().orElse(0)));
        return groups;
    }

    private static void take(List<WishGroup> groups, List<Wish> rest, List<WishGroup> made) {
        groups.addAll(made);
        made.forEach(group -> rest.removeAll(group.wishes()));
    }
}
