package dev.nearstream.delta;

import dev.nearstream.task.Task;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/**
 * Compares as another one does, until the task is cancelled of the thread that made this: JGit's diffs, which may take
 * long, can be ended nowhere else.
 */
public final class WatchedComparator<S extends Sequence> extends SequenceComparator<S> {
    private final SequenceComparator<S> comparator;
    private final Task task = Task.current();

    public WatchedComparator(SequenceComparator<S> comparator) {
        this.comparator = comparator;
    }

    @Override
    public boolean equals(S a, int ai, S b, int bi) {
        task.throwIfCancelled();
        return comparator.equals(a, ai, b, bi);
    }

    @Override
    public int hash(S seq, int ptr) {
        task.throwIfCancelled();
        return comparator.hash(seq, ptr);
    }

    @Override
    public Edit reduceCommonStartEnd(S a, S b, Edit e) {
        return comparator.reduceCommonStartEnd(a, b, e);
    }
}
