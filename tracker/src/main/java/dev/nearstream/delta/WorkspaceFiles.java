package dev.nearstream.delta;

import dev.nearstream.patch.PatchTree;
import dev.nearstream.patch.UnreadableFileException;
import java.util.List;

/** A workspace whose directories can be listed; paths are relative to {@code /home/build}. */
public interface WorkspaceFiles extends PatchTree {

    /**
     * The names in a directory, sorted; empty where there is none.
     *
     * @param directory {@code ""} for the root
     * @throws UnreadableFileException where the repository lacks it
     */
    List<String> children(String directory);
}
