package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.edit.HashField.Need;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a recipe's new version changes in it: version, epoch (0, or one more at the same version), and the hashes of all
 * that is checked out or fetched at another place then, in subpackages and tests too. A hash that is made of variables is
 * not written here. Immutable.
 *
 * @param fields the hashes, in the file's order
 */
public record RecipeBump(Recipe recipe, String version, List<HashField> fields) {

    /** What must change. */
    public static final Set<Need> CHANGES = Collections.unmodifiableSet(EnumSet.of(Need.MUST, Need.TEST));

    /** What may be given hashes together, what is usual first. */
    private static final List<Set<Need>> GIVEN = List.of(
            EnumSet.of(Need.MUST),
            CHANGES,
            EnumSet.of(Need.MUST, Need.TEST, Need.BRANCH),
            EnumSet.of(Need.MUST, Need.BRANCH));

    public RecipeBump {
        fields = List.copyOf(fields);
    }

    /**
     * The bump of a recipe to a version of apk's form; to its own version it is a rebuild, or follows what was published
     * anew under it.
     *
     * @param text the recipe's own
     */
    public static RecipeBump of(Recipe recipe, RecipeText text, String version) {
        return new RecipeBump(recipe, version, HashFields.find(text, new VersionDependence(recipe, version)));
    }

    /** Whether the version stays as it is. */
    public boolean isSameVersion() {
        return recipe.version().value().equals(version);
    }

    /** The fields of a kind with one of the needs. */
    public List<HashField> fields(HashKind kind, Set<Need> needs) {
        return fields.stream()
                .filter(field -> field.kind() == kind && needs.contains(field.need()))
                .toList();
    }

    /**
     * The fields of a kind to which so many hashes go, in order: those that must have one, and with them all tests' or all
     * without a tag. Where none must, those whose URL stays; at the same version, none may be given as well.
     *
     * @return empty where they are as many in none of these ways
     */
    public Optional<List<HashField>> take(HashKind kind, int hashes) {
        if (hashes == 0 && isSameVersion()) {
            return Optional.of(List.of());
        }
        for (Set<Need> needs : GIVEN) {
            List<HashField> of = fields(kind, needs);
            if (of.size() == hashes) {
                return Optional.of(of);
            }
        }
        List<HashField> replaced = fields(kind, EnumSet.of(Need.URL));
        boolean only = replaced.size() == hashes && fields(kind, CHANGES).isEmpty();
        return only ? Optional.of(replaced) : Optional.empty();
    }

    /** A text of the recipe as it is at the new version. */
    public String resolved(String source) {
        return VersionDependence.resolved(recipe.variablesAt(version), source);
    }

    /**
     * The edits of version and epoch.
     *
     * @throws EditRefusedException where the epoch is no number
     */
    public List<RecipeEdit> identity() throws EditRefusedException {
        List<RecipeEdit> edits = new ArrayList<>();
        if (!isSameVersion()) {
            edits.add(RecipeEdit.set(recipe.version().at(), version));
        }
        Position epoch = recipe.epoch().at();
        if (!recipe.epoch().source().matches("\\d{1,9}")) {
            throw new EditRefusedException(
                    epoch, "epoch is a whole number, not " + recipe.epoch().source());
        }
        int next = isSameVersion() ? Integer.parseInt(recipe.epoch().source()) + 1 : 0;
        edits.add(RecipeEdit.set(epoch, String.valueOf(next)));
        return edits;
    }
}
