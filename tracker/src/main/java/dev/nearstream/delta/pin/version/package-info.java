/** The version orders of the ecosystems, and which versions are on one maintenance line. */
@NullMarked
package dev.nearstream.delta.pin.version;

import org.jspecify.annotations.NullMarked;
