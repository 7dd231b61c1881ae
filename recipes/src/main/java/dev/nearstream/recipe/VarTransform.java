package dev.nearstream.recipe;

/**
 * An entry of {@code var-transforms}: what {@code from} gives, with each match of {@code match} replaced, is the
 * variable {@code to}.
 *
 * @param from substituted when it is applied, with what the entries before it have made
 * @param match a regular expression as Go has them
 * @param replace as in Go's {@code ReplaceAllString}
 * @param to the variable's name, without {@code vars.}
 */
public record VarTransform(Text from, Text match, String replace, Text to) {

    /**
     * The variable's value.
     *
     * @throws IllegalArgumentException where {@code match} is no regular expression
     */
    String apply(Variables known) {
        return GoRegex.compile(match.value()).replaceAll(known.substitute(from.source()), replace);
    }
}
