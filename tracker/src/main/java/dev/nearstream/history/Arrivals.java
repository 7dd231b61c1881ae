package dev.nearstream.history;

import java.util.Map;

/**
 * What the recipe repository's history tells of files; those of which it does not tell are absent.
 *
 * @param arrivals how they came, by path
 * @param touches their last changes, by path
 */
public record Arrivals(Map<String, Arrival> arrivals, Map<String, Touch> touches) {
    public static final Arrivals NONE = new Arrivals(Map.of(), Map.of());

    public Arrivals {
        arrivals = Map.copyOf(arrivals);
        touches = Map.copyOf(touches);
    }
}
