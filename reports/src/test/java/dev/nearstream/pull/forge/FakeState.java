package dev.nearstream.pull.forge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a fake forge holds. */
final class FakeState {
    static final String USER = "nearstream-bot";

    /** A pull request or an issue. */
    static final class Item {
        final int number;
        final String author;
        String branch = "";
        String base = "";
        String title = "";
        String body = "";
        boolean open = true;
        boolean merged;
        boolean draft;
        boolean fromFork;
        boolean branchGone;
        final Set<String> labels = new LinkedHashSet<>();
        final Set<String> reviewers = new LinkedHashSet<>();
        final List<String> comments = new ArrayList<>();

        Item(int number, String author) {
            this.number = number;
            this.author = author;
        }
    }

    final Set<String> branches = new HashSet<>(Set.of("main"));
    final List<Item> pulls = new ArrayList<>();
    final List<Item> issues = new ArrayList<>();
    /** By name, with the number that some APIs call them by. */
    final Map<String, Integer> labels = new LinkedHashMap<>(Map.of("automated", 7, "Needs Review", 8));

    final Map<String, Integer> users = new LinkedHashMap<>(Map.of("ann", 21, "bob", 22));
    final Set<String> teams = new HashSet<>(Set.of("core"));
    private int last;

    Item pull(String branch, String base) {
        Item pull = new Item(++last, USER);
        pull.branch = branch;
        pull.base = base;
        pulls.add(pull);
        return pull;
    }

    Item issue(String author) {
        Item issue = new Item(++last, author);
        issues.add(issue);
        return issue;
    }

    @Nullable
    Item pull(int number) {
        return find(pulls, number);
    }

    @Nullable
    Item issue(int number) {
        return find(issues, number);
    }

    private static @Nullable Item find(List<Item> items, int number) {
        return items.stream().filter(item -> item.number == number).findFirst().orElse(null);
    }

    boolean isOpen(String branch, String base) {
        return pulls.stream()
                .anyMatch(pull -> pull.open && !pull.fromFork && pull.branch.equals(branch) && pull.base.equals(base));
    }
}
