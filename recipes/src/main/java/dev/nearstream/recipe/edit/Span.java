package dev.nearstream.recipe.edit;

import dev.nearstream.yaml.YamlNode.Scalar;

/** A stretch of a text, from its first character to behind its last. */
record Span(int from, int to) {

    /** A scalar's source text, quotes included. */
    static Span of(TextLines lines, Scalar scalar) {
        return new Span(
                lines.offset(scalar.line(), scalar.column()), lines.offset(scalar.endLine(), scalar.endColumn()));
    }

    String in(String text) {
        return text.substring(from, to);
    }
}
