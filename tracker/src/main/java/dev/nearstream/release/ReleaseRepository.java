package dev.nearstream.release;

import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.UpdateRules;
import dev.nearstream.recipe.UpdateRules.GitHub;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which repository a recipe's releases are tagged in, and why a recipe names none. */
public final class ReleaseRepository {
    /** A name of dots alone would lead to another place. */
    private static final Pattern OWNER_AND_NAME = Pattern.compile("(?!\\.+/)[\\w.-]+/(?!\\.+$)[\\w.-]+");

    private static final String GITHUB = "https://github.com/";

    private ReleaseRepository() {}

    /**
     * Its URL: for {@code github:} that of the identifier, whatever the recipe checks out; for a snapshot of a branch, and
     * for all else, that of the first checkout. Empty where the recipe names no source of releases, and where there is
     * none.
     */
    public static Optional<String> of(Recipe recipe) {
        UpdateRules.Source source = recipe.update().source();
        if (source instanceof GitHub github && snapshot(recipe).isEmpty()) {
            return isIdentifier(github) ? Optional.of(GITHUB + github.identifier()) : Optional.empty();
        }
        return source == null
                ? Optional.empty()
                : recipe.checkouts().stream()
                        .findFirst()
                        .map(checkout -> checkout.repository().value());
    }

    /** What a snapshot's version begins with; empty where the recipe is none. */
    static Optional<String> snapshot(Recipe recipe) {
        return recipe.checkouts().stream().findFirst().flatMap(checkout -> BranchSource.base(recipe, checkout));
    }

    /** Whether it is of the form owner/name. */
    static boolean isIdentifier(GitHub github) {
        return OWNER_AND_NAME.matcher(github.identifier()).matches();
    }

    /** Why a recipe's releases are listed nowhere, or empty. */
    static Optional<String> whyNone(Recipe recipe) {
        UpdateRules update = recipe.update();
        UpdateRules.Source source = update.source();
        if (update.at() == null) {
            return Optional.of("the recipe has no update block");
        } else if (source == null) {
            return Optional.of(update.enabled() ? "the update block names no source" : disabled(update));
        } else if (source instanceof GitHub github && !isIdentifier(github)) {
            return Optional.of(
                    "the update block's identifier '" + github.identifier() + "' is not of the form owner/name");
        } else if (source instanceof UpdateRules.Git && recipe.checkouts().isEmpty()) {
            return Optional.of("the update block's source is git, and the recipe checks out no repository");
        }
        return Optional.empty();
    }

    static String disabled(UpdateRules update) {
        return update.reason().isEmpty() ? "updates are disabled" : "updates are disabled: " + update.reason();
    }
}
