/**
 * Holds pins of dependencies against what upstream's tree itself asks for: manifests and lock files are read, never
 * resolved, and a pin counts as reached only where all that they say is at or above it on its own maintenance line.
 * {@code docs/pins.md} has the rules, one ecosystem after the other.
 */
@NullMarked
package dev.nearstream.delta.pin;

import org.jspecify.annotations.NullMarked;
