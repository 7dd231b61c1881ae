package dev.nearstream.score;

/** What a delta is worth against one upstream tree: verdicts and findings of every kind of delta, in one scale. */
public enum DeltaState {
    /** upstream lacks it, and it goes in at the lines it names or at others */
    NECESSARY(ScoreClass.NECESSARY),
    /** it goes in only with lines of context ignored */
    FUZZ(ScoreClass.BLOCKED),
    /** it does not go in */
    CONFLICT(ScoreClass.BLOCKED),
    /** upstream has a part of it, and the rest does not go in */
    PARTLY(ScoreClass.BLOCKED),
    /** upstream has all of it */
    UPSTREAM(ScoreClass.AVOIDABLE),
    /** it changes nothing */
    DEAD(ScoreClass.AVOIDABLE),
    /** no step uses it */
    UNUSED(ScoreClass.AVOIDABLE),
    /** not assessed */
    UNKNOWN(ScoreClass.NECESSARY);

    private final ScoreClass scoreClass;

    DeltaState(ScoreClass scoreClass) {
        this.scoreClass = scoreClass;
    }

    /** The class of a delta in this state; what is unknown has no points, and counts as needed. */
    ScoreClass scoreClass() {
        return scoreClass;
    }
}
