package dev.nearstream.upstream;

/**
 * Whether a revision contains a commit, that is whether the commit is the revision or an ancestor of it.
 *
 * @param reason why it is unknown, on one line; else empty
 */
public record Containment(Answer answer, String reason) {

    /** What is known. What lies before a cut is unknown, and never "not contained". */
    public enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    static Containment unknown(String reason) {
        return new Containment(Answer.UNKNOWN, reason);
    }

    public boolean yes() {
        return answer == Answer.YES;
    }

    public boolean no() {
        return answer == Answer.NO;
    }
}
