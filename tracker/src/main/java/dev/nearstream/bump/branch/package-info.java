/**
 * The commit that a bump's changes make, and its way to the remote: made on git's objects without a checkout, in a
 * repository of our own that borrows those of the recipe repository; pushed to a branch of ours, by force only while
 * nobody else has committed to it; and written as a mail for {@code git am}.
 */
@NullMarked
package dev.nearstream.bump.branch;

import org.jspecify.annotations.NullMarked;
