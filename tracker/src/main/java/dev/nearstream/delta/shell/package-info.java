/**
 * Shell text of a recipe, read as far as one must to see what its commands do to files: words, redirections, where a
 * command runs, and which commands hide in others. Nothing is executed and nothing is looked up.
 */
@NullMarked
package dev.nearstream.delta.shell;

import org.jspecify.annotations.NullMarked;
