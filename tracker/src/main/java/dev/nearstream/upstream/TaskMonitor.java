package dev.nearstream.upstream;

import dev.nearstream.task.Task;
import org.eclipse.jgit.lib.ProgressMonitor;

/**
 * Ends what JGit does once the task is cancelled of the thread that made this, on whatever thread JGit does it. It throws:
 * where {@link #isCancelled} is true, a fetch returns as if all had come.
 */
final class TaskMonitor implements ProgressMonitor {
    private final Task task = Task.current();

    @Override
    public void start(int totalTasks) {
        task.throwIfCancelled();
    }

    @Override
    public void beginTask(String title, int totalWork) {
        task.throwIfCancelled();
    }

    @Override
    public void update(int completed) {
        task.throwIfCancelled();
    }

    @Override
    public void endTask() {
        // Nothing is shown.
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public void showDuration(boolean enabled) {
        // Nothing is shown.
    }
}
