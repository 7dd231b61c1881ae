package dev.nearstream.delta.edit;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.Purpose;
import dev.nearstream.delta.shell.ExactCommand;
import org.jspecify.annotations.Nullable;

/**
 * Whether a command's failure stops the build for sure.
 *
 * @param mild why it may not; null where it does
 */
record Circumstances(@Nullable String mild) {

    static Circumstances of(Delta.ShellChange change) {
        ExactCommand exact = change.run().exact();
        if (!exact.flow().certain()) {
            return new Circumstances("the command may not run");
        }
        if (!exact.flow().checked()) {
            return new Circumstances("its failure may not stop the build");
        }
        return of(change.step().condition());
    }

    /** Whether a change that does nothing any more is no reason to drop it: its purpose may have to be met anew. */
    static boolean isGuarded(Purpose purpose) {
        return purpose == Purpose.SECURITY || purpose == Purpose.HARDENING;
    }

    /**
     * Those of a step.
     *
     * @param condition its {@code if}
     */
    static Circumstances of(String condition) {
        return new Circumstances(condition.isEmpty() ? null : "the step runs only if " + condition);
    }
}
