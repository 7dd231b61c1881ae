package dev.nearstream.delta.edit;

import dev.nearstream.delta.Assessment;
import dev.nearstream.delta.Assessor;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.WorkspaceFiles;

/** Says of compiler flags that nothing is known: whether a build passes without them takes a build. */
public final class BuildFlagAssessor implements Assessor {

    @Override
    public boolean takes(Delta delta) {
        return delta.facts().kind() == DeltaKind.BUILD_FLAG;
    }

    @Override
    public Assessment assess(Delta delta, WorkspaceFiles workspace) {
        return Assessment.unknown("whether upstream builds without the flag shows only in a build");
    }
}
