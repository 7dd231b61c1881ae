package dev.nearstream.task;

/**
 * The task of this thread was cancelled. An error, as {@code ThreadDeath} is one, so that nothing on its way takes it for
 * a finding: whoever turns failures into verdicts catches exceptions.
 */
public final class TaskCancelledError extends Error {
    private static final long serialVersionUID = 1L;

    TaskCancelledError() {
        super("the task was cancelled", null, false, false);
    }
}
