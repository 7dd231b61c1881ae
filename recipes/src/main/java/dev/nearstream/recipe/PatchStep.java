package dev.nearstream.recipe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code uses: patch} or {@code uses: git-am} step: patches in the order in which the build applies them.
 *
 * @param series the series file the names come from (a path in the recipe tree), or null
 * @param strip {@code strip-components}, 1 by default
 * @param fuzz 2 by default
 * @param directory where they are applied, relative to {@code /home/build}, normalized
 */
public record PatchStep(
        PipelineStep step, @Nullable String series, int strip, int fuzz, String directory, List<PatchName> patches) {

    public PatchStep {
        patches = List.copyOf(patches);
    }

    /**
     * One name in the step.
     *
     * @param written as the recipe or series has it, substituted
     * @param path in the recipe tree where it resolves to the package's directory; null where it resolves into
     *     upstream's own tree, which is no delta
     * @param at the step's argument, or the line of the series file
     */
    public record PatchName(String written, @Nullable String path, Position at) {}
}
