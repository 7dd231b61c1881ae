package dev.nearstream.upstream;

/** A failure that may be gone at the next attempt; what is told if it is not. */
final class TransientFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UpstreamException problem;

    TransientFailure(UpstreamException problem) {
        super(problem);
        this.problem = problem;
    }

    UpstreamException problem() {
        return problem;
    }
}
