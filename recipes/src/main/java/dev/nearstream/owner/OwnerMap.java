package dev.nearstream.owner;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The owners of packages, by their names or globs of names; the first that fits decides. Immutable. */
public final class OwnerMap {
    public static final OwnerMap NONE = new OwnerMap(List.of());

    private final List<Rule> rules;

    private record Rule(String packages, PathMatcher glob, List<String> owners) {}

    private OwnerMap(List<Rule> rules) {
        this.rules = rules;
    }

    /**
     * A map in the order of its entries.
     *
     * @param owners by a package's name, or a glob of names; an empty list says that nobody owns these
     * @throws java.util.regex.PatternSyntaxException where a key is no glob
     */
    public static OwnerMap of(Map<String, List<String>> owners) {
        List<Rule> rules = new ArrayList<>();
        owners.forEach((packages, names) -> rules.add(
                new Rule(packages, FileSystems.getDefault().getPathMatcher("glob:" + packages), List.copyOf(names))));
        return new OwnerMap(rules);
    }

    /** What the first entry that fits says; empty where none does. */
    Optional<List<String>> of(String packageName) {
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> path = path(packageName);
        return rules.stream()
                .filter(rule -> rule.packages().equals(packageName)
                        || path.filter(rule.glob()::matches).isPresent())
                .findFirst()
                .map(Rule::owners);
    }

    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty(); // a name that no file can have
        }
    }
}
