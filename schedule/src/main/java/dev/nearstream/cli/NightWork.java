package dev.nearstream.cli;

import dev.nearstream.archive.Archives;
import dev.nearstream.delta.DeltaReport;
import dev.nearstream.recipe.RecipeTree;
import dev.nearstream.score.ScoringPolicy;
import dev.nearstream.store.Run;
import dev.nearstream.store.Store;
import dev.nearstream.tracker.Upstreams;

/**
 * A finished run, and what it was made with: what pull requests are made of.
 *
 * @param upstreams which have been read in the run, or will be
 */
record NightWork(
        RecipeInput source,
        RecipeTree tree,
        DeltaReport deltas,
        Upstreams upstreams,
        Archives archives,
        ScoringPolicy policy,
        Run run,
        Store store) {}
