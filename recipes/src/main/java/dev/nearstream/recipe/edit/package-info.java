/**
 * Edits of recipes that keep every byte they do not mean: {@link dev.nearstream.recipe.edit.RecipeText} is a file with
 * the places of its values, {@link dev.nearstream.recipe.edit.RecipeEdit} one change of it. A change is spliced into the
 * text, and the result is read again: what differs must be what was meant, and nothing else.
 */
@NullMarked
package dev.nearstream.recipe.edit;

import org.jspecify.annotations.NullMarked;
