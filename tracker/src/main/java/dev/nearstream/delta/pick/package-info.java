/**
 * What becomes of a checkout's cherry-picks, and of a pinned snapshot, at one of upstream's revisions. A pick is made in
 * memory as {@code git cherry-pick} makes it, by a three-way merge with the commit's first parent; history says whether
 * upstream has the commit itself, or another of the same change.
 */
@NullMarked
package dev.nearstream.delta.pick;

import org.jspecify.annotations.NullMarked;
