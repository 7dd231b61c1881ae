/** Who looks after which files of the recipe tree. */
@NullMarked
package dev.nearstream.owner;

import org.jspecify.annotations.NullMarked;
