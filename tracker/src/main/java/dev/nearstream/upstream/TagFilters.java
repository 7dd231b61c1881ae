package dev.nearstream.upstream;

import dev.nearstream.recipe.UpdateRules.Git;
import dev.nearstream.recipe.UpdateRules.GitHub;
import dev.nearstream.recipe.UpdateRules.Oci;
import dev.nearstream.recipe.UpdateRules.ReleaseMonitor;
import dev.nearstream.recipe.UpdateRules.Source;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which tags a source's filters let through, and what is left of their names.
 *
 * @param prefixes all of which a name must begin with
 * @param contains what it must contain, or null
 */
record TagFilters(
        List<String> prefixes,
        @Nullable String contains,
        @Nullable String stripPrefix,
        @Nullable String stripSuffix) {

    static TagFilters of(Source source) {
        if (source instanceof GitHub of) {
            return new TagFilters(
                    given(of.tagFilter(), of.tagFilterPrefix()),
                    of.tagFilterContains(),
                    of.stripPrefix(),
                    of.stripSuffix());
        } else if (source instanceof Git of) {
            return new TagFilters(
                    given(of.tagFilterPrefix()), of.tagFilterContains(), of.stripPrefix(), of.stripSuffix());
        } else if (source instanceof Oci of) {
            return new TagFilters(
                    given(of.tagFilterPrefix()), of.tagFilterContains(), of.stripPrefix(), of.stripSuffix());
        } else {
            ReleaseMonitor of = (ReleaseMonitor) source;
            return new TagFilters(
                    given(of.versionFilterPrefix()), of.versionFilterContains(), of.stripPrefix(), of.stripSuffix());
        }
    }

    /** Why a tag is not let through, or empty. */
    Optional<String> rejects(String tag) {
        for (String prefix : prefixes) {
            if (!tag.startsWith(prefix)) {
                return Optional.of("does not begin with " + prefix);
            }
        }
        return contains != null && !tag.contains(contains)
                ? Optional.of("does not contain " + contains)
                : Optional.empty();
    }

    /** What is left of a tag's name. */
    String strip(String tag) {
        String left = tag;
        if (stripPrefix != null && left.startsWith(stripPrefix)) {
            left = left.substring(stripPrefix.length());
        }
        if (stripSuffix != null && left.endsWith(stripSuffix)) {
            left = left.substring(0, left.length() - stripSuffix.length());
        }
        return left;
    }

    private static List<String> given(@Nullable String... values) {
        return Stream.of(values)
                .filter(Objects::nonNull)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
