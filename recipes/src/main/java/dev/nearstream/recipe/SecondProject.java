package dev.nearstream.recipe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something else than the package's own version that the recipe holds at a fixed one: it may have to move when the
 * package does, and nothing moves it.
 *
 * @param at where the fixed value stands
 * @param name the var, or the repository or address that is fetched from
 * @param value the version, tag, branch or commit; empty where the address says it
 * @param used where a var is used: the repositories and addresses, each once; empty for others
 */
public record SecondProject(Position at, String name, String value, List<String> used) {
    /** No recipe has this version: what does not change with it does not follow the package's. */
    private static final String OTHER_VERSION = "987654321.1.2";

    public SecondProject {
        used = List.copyOf(used);
    }

    /**
     * Those of a recipe, in its order: vars first. A recipe none of whose sources follows the package's version has
     * none: there the fixed source is the package.
     */
    public static List<SecondProject> of(Recipe recipe) {
        Variables other = recipe.variablesAt(OTHER_VERSION);
        List<Source> fixed = recipe.sources().stream()
                .filter(source -> !follows(source, other))
                .toList();
        if (fixed.size() == recipe.sources().size()) {
            return List.of();
        }
        List<SecondProject> found = new ArrayList<>();
        Set<String> made = recipe.varTransforms().stream()
                .map(transform -> transform.to().value())
                .collect(Collectors.toSet());
        recipe.vars().forEach((name, text) -> {
            boolean own =
                    made.contains(name) || isOwn(text, other, recipe.version().value());
            List<String> used = own ? List.of() : uses(recipe, name);
            if (!used.isEmpty()) {
                found.add(new SecondProject(text.at(), "vars." + name, text.value(), used));
            }
        });
        fixed.stream()
                .map(SecondProject::of)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(found::add);
        return found;
    }

    /** Whether it says something of the package itself: where it lies, its version or how that begins. */
    private static boolean isOwn(Text text, Variables other, String version) {
        boolean address = text.value().contains("://");
        return address || follows(text, other) || (version + ".").startsWith(text.value() + ".");
    }

    /** In sources alone: what scripts and environments name by a var is seldom a project that is built in. */
    private static List<String> uses(Recipe recipe, String var) {
        Pattern use = Pattern.compile("\\$\\{\\{\\s*vars\\." + Pattern.quote(var) + "\\s*}}");
        Set<String> used = new LinkedHashSet<>();
        for (Source source : recipe.sources()) {
            if (texts(source).anyMatch(text -> use.matcher(text.source()).find())) {
                used.add(address(source).value());
            }
        }
        return List.copyOf(used);
    }

    /** A branch alone is not fixed. */
    private static Optional<SecondProject> of(Source source) {
        Text address = address(source);
        Text pin = pin(source);
        boolean byVar = texts(source).anyMatch(text -> text.source().contains("${{"));
        if (byVar || (source instanceof Checkout && pin == null)) {
            return Optional.empty();
        }
        return Optional.of(new SecondProject(
                pin == null ? address.at() : pin.at(), address.value(), pin == null ? "" : pin.value(), List.of()));
    }

    private static @Nullable Text pin(Source source) {
        if (source instanceof Checkout checkout) {
            return checkout.tag() != null ? checkout.tag() : checkout.expectedCommit();
        }
        return null;
    }

    private static Text address(Source source) {
        return source instanceof Checkout checkout ? checkout.repository() : ((Fetch) source).uri();
    }

    private static Stream<Text> texts(Source source) {
        Stream<@Nullable Text> texts = source instanceof Checkout checkout
                ? Stream.of(checkout.repository(), checkout.tag(), checkout.branch(), checkout.expectedCommit())
                : Stream.of(((Fetch) source).uri());
        return texts.flatMap(Stream::ofNullable);
    }

    private static boolean follows(Source source, Variables other) {
        return texts(source).anyMatch(text -> follows(text, other));
    }

    private static boolean follows(Text text, Variables other) {
        return !other.substitute(text.source()).equals(text.value());
    }
}
