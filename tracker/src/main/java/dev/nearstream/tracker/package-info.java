/** One package's way from its recipe to its outcome, and the run over all of them. */
@NullMarked
package dev.nearstream.tracker;

import org.jspecify.annotations.NullMarked;
