package dev.nearstream.upstream;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ls-remote} says of an upstream at one moment.
 *
 * @param tags by name without {@code refs/tags/}
 * @param heads branch name to commit
 * @param defaultBranch the branch that HEAD names, or null
 * @param digest a hash over all of it: equal digests mean that nothing moved
 */
public record Refs(
        Map<String, Tag> tags,
        Map<String, String> heads,
        @Nullable String defaultBranch,
        String digest) {

    public Refs {
        tags = Map.copyOf(tags);
        heads = Map.copyOf(heads);
    }

    public Optional<Tag> tag(String name) {
        return Optional.ofNullable(tags.get(name));
    }
}
