package dev.nearstream.recipe;

/**
 * A scalar of a recipe: its value with the variables substituted, its source text, and where it stands.
 *
 * @param value the text after substitution; equal to {@code source} where it names no variable
 * @param source the scalar as the YAML says it, untyped: {@code 1.10} stays {@code 1.10}
 * @param at where the scalar begins
 */
public record Text(String value, String source, Position at) {

    @Override
    public String toString() {
        return value;
    }
}
