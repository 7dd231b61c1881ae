package dev.nearstream.recipe;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values behind {@code ${{name}}}. A variable that is not known, such as {@code ${{targets.destdir}}}, stays as it
 * is written. Blanks inside the braces are allowed. Immutable.
 */
public final class Variables {
    /** A text does not grow beyond this, whatever its variables hold. */
    static final int MAX_LENGTH = 1 << 20;

    /** Nothing is known. */
    public static final Variables NONE = new Variables(Map.of());

    private final Map<String, String> values;

    private Variables(Map<String, String> values) {
        this.values = values;
    }

    /** The values by name, without braces: {@code package.version}. */
    public static Variables of(Map<String, String> values) {
        return new Variables(Map.copyOf(values));
    }

    /** These, and {@code more}, which win. */
    public Variables with(Map<String, String> more) {
        Map<String, String> merged = new HashMap<>(values);
        merged.putAll(more);
        return of(merged);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The text with its known variables replaced; values are not looked into again. */
    public String substitute(String text) {
        int open = text.indexOf("${{");
        if (open < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (open >= 0 && out.length() <= MAX_LENGTH) {
            int close = text.indexOf("}}", open);
            if (close < 0) {
                break;
            }
            String value = values.get(text.substring(open + 3, close).strip());
            out.append(text, at, open).append(value == null ? text.substring(open, close + 2) : value);
            at = close + 2;
            open = text.indexOf("${{", at);
        }
        return out.append(text, at, text.length()).toString();
    }
}
