package dev.nearstream.tracker;

import dev.nearstream.store.Run;

/**
 * How a run ended.
 *
 * @param resumed whether it went on where a dead run had stopped
 * @param complete false where it was asked to stop; what is left is for the next run
 */
public record RunSummary(Run run, boolean resumed, boolean complete) {}
