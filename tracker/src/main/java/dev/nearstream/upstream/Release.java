package dev.nearstream.upstream;

import dev.nearstream.recipe.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An upstream release that a recipe's update rules admit.
 *
 * @param version after all filters and transforms
 * @param date the tag's, where known
 */
public record Release(Tag tag, Version version, @Nullable Instant date) {}
