/**
 * The recipes of a distribution, as written: the tree of melange YAML files, their pipelines, variables and update
 * rules, every value with its source text and position. Nothing here knows git, the network or a database: files come
 * through {@link dev.nearstream.recipe.RecipeFiles}.
 */
@NullMarked
package dev.nearstream.recipe;

import org.jspecify.annotations.NullMarked;
