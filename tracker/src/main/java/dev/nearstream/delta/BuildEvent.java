package dev.nearstream.delta;

import dev.nearstream.delta.shell.Invocation;
import dev.nearstream.recipe.PipelineStep;
import dev.nearstream.recipe.Text;

/** What a build does at one point, as the recipe has it. */
public sealed interface BuildEvent {

    /** A script runs a program. */
    record Ran(Invocation run) implements BuildEvent {}

    /**
     * A script of one of the distribution's own pipelines that changes nothing of upstream's as a local change; what else
     * it does nobody has read yet.
     */
    record Unread(Text script, String directory) implements BuildEvent {}

    /** A step calls a pipeline that is not looked into. */
    record Called(PipelineStep step, String pipeline) implements BuildEvent {}

    /** A step applies a patch of the package's. */
    record Patched(Delta.PatchFile patch) implements BuildEvent {}
}
