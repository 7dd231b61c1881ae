/** The trend: what the distribution carried week by week, and how that is counted. */
@NullMarked
package dev.nearstream.trend;

import org.jspecify.annotations.NullMarked;
