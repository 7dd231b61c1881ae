/**
 * What is kept between nights: runs, outcomes, deltas, verdicts with their evidence, scores, and the caches. H2 in a
 * file, or PostgreSQL, by the same SQL.
 */
@NullMarked
package dev.nearstream.store;

import org.jspecify.annotations.NullMarked;
