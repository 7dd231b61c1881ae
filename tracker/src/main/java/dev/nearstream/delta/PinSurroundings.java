package dev.nearstream.delta;

import java.util.List;

/**
 * What else a recipe does that may bring a dependency into the build: a dependency that upstream's tree does not know
 * may be there all the same, by another pin or by a patch to a manifest.
 *
 * @param pins all pins of the recipe that are understood
 * @param otherwiseChanged whether the recipe changes the source by anything else: patches, picks, edits, files laid
 *     over it, pins that are not understood
 */
public record PinSurroundings(List<DependencyPin> pins, boolean otherwiseChanged) {
    /** Of a pin that is looked at alone. */
    public static final PinSurroundings NONE = new PinSurroundings(List.of(), false);

    public PinSurroundings {
        pins = List.copyOf(pins);
    }
}
