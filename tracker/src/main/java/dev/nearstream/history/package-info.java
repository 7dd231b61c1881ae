/** The recipe repository's past: since when a patch has been carried. */
@NullMarked
package dev.nearstream.history;

import org.jspecify.annotations.NullMarked;
