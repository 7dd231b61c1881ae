package dev.nearstream.delta;

import dev.nearstream.recipe.PatchStep;
import dev.nearstream.recipe.Position;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The comments at a patch: above its line in a series, above the step that applies it, and between the step's first line
 * and its argument. A step's comment is about one of its patches only where it is the only one, or is named.
 *
 * @param beside about this patch
 * @param around about the step's patches, this one or others; empty where {@code beside} is not
 */
record PatchComments(String beside, String around) {
    static PatchComments of(PatchStep step, PatchStep.PatchName name, BlockLines lines) {
        String file = name.written().substring(name.written().lastIndexOf('/') + 1);
        if (step.series() != null) {
            String own = told(lines.commentAt(name.at()));
            return own.isEmpty() ? around(step, lines, file) : new PatchComments(own, "");
        }
        return around(step, lines, file);
    }

    private static PatchComments around(PatchStep step, BlockLines lines, String file) {
        Position at = step.step().at();
        Position argument =
                step.patches().isEmpty() ? at : step.patches().get(0).at();
        StringBuilder text = new StringBuilder(lines.commentAt(at));
        if (argument.file().equals(at.file())) {
            for (int line = at.line() + 1; line <= Math.min(argument.line(), at.line() + 30); line++) {
                text.append('\n').append(lines.commentIn(new Position(at.file(), line, 1)));
            }
        }
        String told = told(text.toString());
        String stem = file.replaceFirst("\\.(?:patch|diff)$", "").toLowerCase(Locale.ROOT);
        boolean own =
                step.patches().size() == 1 || told.toLowerCase(Locale.ROOT).contains(stem);
        return own ? new PatchComments(told, "") : new PatchComments("", told);
    }

    /** Without decisions, and without lines that say where it was taken from, and not why. */
    static String told(String comment) {
        return comment.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("nearstream:"))
                .filter(line -> !EmptyWords.only(line))
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
