package dev.nearstream.recipe.edit;

import dev.nearstream.recipe.Position;
import dev.nearstream.yaml.YamlNode;
import dev.nearstream.yaml.YamlNode.Scalar;
import java.util.regex.Pattern;

/** See {@link RecipeEdit#set}. */
record SetScalar(Position at, String value) implements RecipeEdit {
    /** Needs no escape in any of YAML's styles. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~+-]*");

    /** What a reader that knows types would take for a number: 1.10 for 1.1. */
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9_]*\\.?[0-9_]*");

    SetScalar {
        if (!HARMLESS.matcher(value).matches()) {
            throw new IllegalArgumentException("not a value that is set: " + value);
        }
    }

    @Override
    public void addTo(Splices splices) throws EditRefusedException {
        RecipeText text = splices.text();
        YamlNode node = text.places().get(text.places().path(at));
        if (!(node instanceof Scalar scalar)) {
            throw new EditRefusedException(at, "should be a scalar, is " + node.kind());
        }
        Span span = Span.of(text.lines(), scalar);
        String source = span.in(text.text());
        if (source.indexOf('\n') >= 0 || source.indexOf('\r') >= 0) {
            throw new EditRefusedException(at, "is written on several lines; write it on one");
        }
        splices.replace(span, written(source, scalar));
    }

    private String written(String source, Scalar scalar) throws EditRefusedException {
        if (scalar.value().equals(value)) {
            return source;
        }
        char first = source.isEmpty() ? ' ' : source.charAt(0);
        return switch (first) {
            case '"' -> "\"" + value + "\"";
            case '\'' -> "'" + value + "'";
            case '&', '!', '*', '|', '>', ' ' ->
                throw new EditRefusedException(
                        at, "has an anchor, a tag or a block, or is empty; write a plain or quoted value");
            default -> losesByType(source) ? "\"" + value + "\"" : value;
        };
    }

    /** A plain version may become a number's text ({@code 1.2.3} to {@code 1.10}); an epoch and a hash are what they were. */
    private boolean losesByType(String source) {
        return value.indexOf('.') > 0 && NUMBER.matcher(value).matches() && !value.equals(source);
    }
}
