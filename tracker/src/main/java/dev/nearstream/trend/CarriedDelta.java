package dev.nearstream.trend;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Purpose;
import dev.nearstream.recipe.Recipe;

/**
 * A local change as the trend counts it.
 *
 * @param id unique in the package, stable from week to week
 * @param content the same for what is one change, in however many packages it stands: a patch's family, the repository
 *     that commits are picked from into one checkout, else the change's id beside what it is made to
 * @param lines added and removed ones together; 0 where the recipe alone cannot tell
 */
public record CarriedDelta(DeltaKind kind, String id, String content, Purpose purpose, int lines) {

    /** One that a recipe declares. */
    public static CarriedDelta of(Recipe recipe, Delta delta) {
        Delta.Facts facts = delta.facts();
        return new CarriedDelta(
                facts.kind(),
                facts.id(),
                content(recipe, delta),
                facts.purpose(),
                facts.size().addedLines() + facts.size().removedLines());
    }

    private static String content(Recipe recipe, Delta delta) {
        if (delta instanceof Delta.PatchFile patch) {
            return "patch:" + patch.family();
        } else if (delta instanceof Delta.CherryPick pick) {
            return "cherry-pick:" + pick.checkout().repository().value();
        }
        return delta.facts().id() + " of " + source(recipe);
    }

    /** What the recipe builds: version streams of one project have the same. */
    private static String source(Recipe recipe) {
        return recipe.checkouts().stream()
                .findFirst()
                .map(checkout -> checkout.repository().value())
                .or(() -> recipe.fetches().stream()
                        .findFirst()
                        .map(fetch -> host(fetch.uri().value())))
                .orElse(recipe.name().value());
    }

    /** A download's address up to its last directory, without the version that may stand in it. */
    private static String host(String uri) {
        return uri.replaceFirst("[^/]*$", "").replaceAll("\\d+(?:\\.\\d+)*", "");
    }
}
