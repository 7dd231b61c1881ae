package dev.nearstream.release;

import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.Text;
import dev.nearstream.recipe.Version;
import dev.nearstream.upstream.Refs;
import dev.nearstream.upstream.Tag;
import java.util.List;
import java.util.Optional;

/** The tag of a version, named as the recipe names the one that it checks out. */
final class TagNames {
    private TagNames() {}

    /**
     * The tag that the recipe would check out for a version, where the recipe makes the tag's name of the version; else
     * the tag whose name has the new version's numbers where the one that is written out has the packaged one's.
     */
    static Optional<Tag> find(Recipe recipe, Version version, Refs refs) {
        List<Text> tags = recipe.checkouts().stream()
                .flatMap(checkout -> Optional.ofNullable(checkout.tag()).stream())
                .toList();
        String packaged = recipe.version().value();
        return tags.stream()
                .filter(tag -> follows(recipe, tag))
                .flatMap(tag -> refs.tag(named(recipe, tag, version.text())).stream())
                .findFirst()
                .or(() -> tags.stream()
                        .flatMap(tag -> TagNumbers.at(tag.value(), packaged, version.text()).stream())
                        .flatMap(name -> refs.tag(name).stream())
                        .findFirst());
    }

    /** A name that is made of other variables alone is the same for every version, and says nothing. */
    private static boolean follows(Recipe recipe, Text tag) {
        String other = recipe.version().value() + ".1";
        return tag.source().contains("${{") && !named(recipe, tag, other).equals(tag.value());
    }

    private static String named(Recipe recipe, Text tag, String version) {
        return recipe.variablesAt(version).substitute(tag.source());
    }
}
