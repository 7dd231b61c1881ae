package dev.nearstream.store;

import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.score.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run found out about one package. Written by (run, package); writing it again has the same effect. */
public sealed interface Outcome {

    String packageName();

    /** The recipe's path in its tree. */
    String recipe();

    /**
     * Assessed, in whole or in part.
     *
     * @param upstream the URL of the repository whose releases and trees were read, or null where there is none
     * @param findings what a person should know: a filter that matches nothing, a patch no step uses
     * @param fingerprint a hash of all that this outcome was made from, dates apart: equal fingerprints give equal
     *     verdicts
     * @param score null where the package could not be assessed; {@code notScored} says why
     */
    record Tracked(
            String packageName,
            String recipe,
            String version,
            String epoch,
            @Nullable String upstream,
            Lag lag,
            List<AssessedDelta> deltas,
            List<RecipeProblem> problems,
            List<String> findings,
            String fingerprint,
            @Nullable Score score,
            @Nullable String notScored)
            implements Outcome {
        public Tracked {
            deltas = List.copyOf(deltas);
            problems = List.copyOf(problems);
            findings = List.copyOf(findings);
        }
    }

    /** Nothing to hold against an upstream, for a reason that is no fault. */
    record Skipped(String packageName, String recipe, String reason) implements Outcome {}

    /**
     * Could not be assessed.
     *
     * @param stage {@code recipe}, {@code upstream}, {@code delta}, {@code internal}
     * @param message one line
     */
    record Failed(String packageName, String recipe, String stage, String message) implements Outcome {}
}
