/**
 * Holds the changes that recipes make by shell commands against upstream's tree: inline edits, overlays, removals,
 * skipped tests, patches in shell. An edit is run by the real sed, in its sandbox; nothing else of a recipe is executed.
 * {@code docs/edits.md} says what follows from what. In doubt a change's state is unknown, with a reason.
 */
@NullMarked
package dev.nearstream.delta.edit;

import org.jspecify.annotations.NullMarked;
