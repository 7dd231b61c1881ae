/**
 * The local changes of a package and what upstream makes of each: deltas are found in recipes alone; one assessor a
 * kind holds them against upstream's trees and answers with a verdict and its evidence.
 */
@NullMarked
package dev.nearstream.delta;

import org.jspecify.annotations.NullMarked;
