package dev.nearstream.cli;

import dev.nearstream.pull.Wishes;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.store.PullRequestRecord;
import dev.nearstream.store.PullRequests;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When packages were last bumped: by the recipes' history, and by what the bot has merged or open.
 *
 * @param now the schedules' longest period before it, nothing matters
 */
record LastBumps(RecipeInput recipes, PullRequests records, String prefix, Instant now) implements Wishes.LastBump {
    private static final Duration LONGEST = Duration.ofDays(32);

    @Override
    public Optional<Instant> of(Recipe recipe) throws IOException {
        String name = recipe.name().value();
        Optional<Instant> ours = records.find(name, prefix + name).flatMap(LastBumps::moved);
        Optional<Instant> committed = recipes.lastBump(recipe.file(), now.minus(LONGEST));
        return Stream.of(ours, committed).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    /** An open one is written when it moves, and not while its schedule lets it wait. */
    private static Optional<Instant> moved(PullRequestRecord record) {
        boolean rebuild = record.bump().from().equals(record.bump().to());
        if (rebuild) {
            return Optional.empty();
        }
        return switch (record.state()) {
            case OPEN -> Optional.of(record.updated());
            case MERGED -> Optional.ofNullable(record.closed());
            default -> Optional.empty();
        };
    }
}
