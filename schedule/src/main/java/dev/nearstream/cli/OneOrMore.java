package dev.nearstream.cli;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A text of the configuration, or a list of texts. */
public final class OneOrMore {
    private final List<String> all;

    private OneOrMore(List<String> all) {
        this.all = all;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OneOrMore of(String one) {
        return new OneOrMore(List.of(one));
    }

    /** What is empty in the list is an empty text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OneOrMore of(String[] several) {
        return new OneOrMore(Arrays.stream(several)
                .map(one -> Objects.requireNonNullElse(one, ""))
                .toList());
    }

    public List<String> all() {
        return all;
    }
}
