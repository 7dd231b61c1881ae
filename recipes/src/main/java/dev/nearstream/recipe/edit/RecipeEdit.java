package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.Position;
import java.util.Set;

/** One change of a {@link RecipeText}. Places are those of the text before all edits. */
public sealed interface RecipeEdit permits SetScalar, RemoveEntries, RemoveNode {

    /** Where the file is changed. */
    Position at();

    /** Adds what it does to the text. */
    void addTo(Splices splices) throws EditRefusedException;

    /**
     * Gives a scalar another value: a version, an epoch, a commit, a sum. Its quotes and the comment behind it stay.
     *
     * @param at where the scalar begins
     * @param value of letters, digits and {@code . _ ~ + -} alone, which need no escape in any of YAML's styles
     */
    static RecipeEdit set(Position at, String value) {
        return new SetScalar(at, value);
    }

    /**
     * Takes entries out of a list that is written in one scalar, with the comments that are about them alone. All of
     * them cannot be taken: the scalar's key goes then.
     *
     * @param at where the scalar begins
     * @param entries their numbers, from 0, as {@link ListScalar#entries} has them
     */
    static RecipeEdit removeEntries(Position at, ListForm form, Set<Integer> entries) {
        return new RemoveEntries(at, form, entries);
    }

    /**
     * Takes a mapping's entry or a sequence's item out, with the comment directly above it. The last one of its mapping
     * or sequence cannot be taken.
     *
     * @param at where the entry's value or the item begins
     */
    static RecipeEdit remove(Position at) {
        return new RemoveNode(at);
    }
}
