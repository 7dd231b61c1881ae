/** How far a package stands from its upstream, in points: components with reasons, and the policy they come from. */
@NullMarked
package dev.nearstream.score;

import org.jspecify.annotations.NullMarked;
