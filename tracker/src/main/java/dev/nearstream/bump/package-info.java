/**
 * What a version bump does to what a package carries: each patch of a series held against the packaged tree and against
 * the new one, and what follows for it. Trees come through {@link dev.nearstream.patch.PatchTree}; nothing is fetched
 * here.
 */
@NullMarked
package dev.nearstream.bump;

import org.jspecify.annotations.NullMarked;
