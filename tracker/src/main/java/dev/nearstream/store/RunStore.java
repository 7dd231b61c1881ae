package dev.nearstream.store;

import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.score.Points;
import dev.nearstream.score.Score;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The store of runs. One process writes at a time: {@link #beginOrResume} takes the writer's lock and {@link #close}
 * gives it back; readers need none and work beside it. Safe for several threads.
 */
public interface RunStore extends AutoCloseable {

    /**
     * Begins {@code wanted}, or resumes the newest unfinished run of the same recipes, commit and selection, whose id
     * then stands in the answer.
     *
     * @throws StoreBusyException where another process is at a run on this store
     */
    Run beginOrResume(Run wanted) throws StoreBusyException;

    /** The packages of which the run has an outcome. */
    Set<String> done(String run);

    /** Writes or overwrites the outcome of (run, package). */
    void write(String run, Outcome outcome);

    /**
     * Marks the run as complete.
     *
     * @param problems all that was wrong with its recipes
     */
    void finish(String run, Instant when, List<RecipeProblem> problems);

    /** The finished runs in which a score is of another policy than the one of this hash; oldest first. */
    List<Run> scoredOtherwise(String policyHash);

    /** Gives packages that have a score in a run another one; all of them or none. */
    void scoreAgain(String run, Map<String, Score> scores);

    /** What was wrong with the recipes of a finished run, as {@link #finish} was told. */
    List<RecipeProblem> problems(String run);

    /** The newest finished run. */
    Optional<Run> latest();

    /** The newest finished run of the same recipes and selection before this one. */
    Optional<Run> before(Run run);

    Optional<Run> run(String id);

    List<Run> runs();

    /** All outcomes of a run, sorted by package. */
    List<Outcome> outcomes(String run);

    /**
     * The points of the packages that have a score in these runs, without reasons: one reading, however many there are.
     *
     * @param runs ids; of one that is not there, or forgotten, nothing is answered
     * @return by the run's id, then by package
     */
    Map<String, Map<String, Points>> points(Collection<String> runs);

    /**
     * The same of few packages: of those that have points for more than their lag in one of some runs.
     *
     * @param among those runs
     */
    Map<String, Map<String, Points>> pointsOfDeltas(Collection<String> runs, Collection<String> among);

    /** The newest outcome of each package that is {@link Outcome.Tracked}, whatever its run, for reuse by fingerprint. */
    Optional<Outcome.Tracked> lastTracked(String packageName);

    /** The package's newest outcome of any kind, with its run. */
    Optional<Dated> lastOutcome(String packageName);

    /** An outcome and the run that wrote it. */
    record Dated(Run run, Outcome outcome) {}

    @Override
    void close();
}
