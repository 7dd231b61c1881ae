/**
 * The archives that recipes fetch: downloaded once, checked against their sums, unpacked into git trees of our own, and
 * from there read like any upstream's tree. Nothing is ever unpacked into a directory.
 */
@NullMarked
package dev.nearstream.archive;

import org.jspecify.annotations.NullMarked;
