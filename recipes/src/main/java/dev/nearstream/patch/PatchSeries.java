package dev.nearstream.patch;

import java.util.List;

/**
 * The names of a series file, in the order of application.
 *
 * @param patches the names, each the whole of its line
 */
public record PatchSeries(List<String> patches) {
    public PatchSeries {
        patches = List.copyOf(patches);
    }

    /** Reads a series as melange's {@code patch} pipeline does: lines that begin with {@code #} and empty ones are skipped. */
    public static PatchSeries parse(String text) {
        return new PatchSeries(text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList());
    }
}
