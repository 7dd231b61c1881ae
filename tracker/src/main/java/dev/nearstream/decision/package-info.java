/**
 * What a person has decided about a delta: to keep it, whatever a verdict says. A decision stands beside the delta in the
 * recipe, or in the configuration ({@code docs/decisions.md}). It is applied where deltas are scored and reported, and
 * never to a verdict, which says what was found.
 */
@NullMarked
package dev.nearstream.decision;

import org.jspecify.annotations.NullMarked;
