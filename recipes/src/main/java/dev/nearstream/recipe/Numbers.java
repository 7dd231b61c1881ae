package dev.nearstream.recipe;

import java.util.List;
import java.util.Optional;

/** Small numbers in a step's inputs. */
final class Numbers {
    private static final int LARGEST = 1000;

    private Numbers() {}

    /** The number that a text says; {@code otherwise}, with a problem, where it says none. */
    static int read(Optional<Text> text, String name, int otherwise, List<RecipeProblem> problems) {
        if (text.isEmpty() || text.get().value().isBlank()) {
            return otherwise;
        }
        String value = text.get().value().strip();
        if (value.matches("\\d{1,4}") && Integer.parseInt(value) <= LARGEST) {
            return Integer.parseInt(value);
        }
        problems.add(new RecipeProblem(
                text.get().at(), "%s is a number from 0 to %d, not %s".formatted(name, LARGEST, value)));
        return otherwise;
    }
}
