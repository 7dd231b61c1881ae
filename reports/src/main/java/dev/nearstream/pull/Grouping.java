package dev.nearstream.pull;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which wishes become one pull request. */
public interface Grouping {

    /** Each has one of its own. */
    Grouping NONE = (wishes, open) -> wishes.stream().map(WishGroup::alone).toList();

    /**
     * Each wish in one group, in the order of their first wishes.
     *
     * @param open the packages on each branch that has a pull request now, the prefix left out: who is in one stays there
     */
    List<WishGroup> of(List<Wish> wishes, Map<String, Set<String>> open);
}
