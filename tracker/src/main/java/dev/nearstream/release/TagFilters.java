package dev.nearstream.release;

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
 * Which names a source's filters let through, and what is left of them.
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

    /** Why a name is not let through, or empty. */
    Optional<String> rejects(String name) {
        for (String prefix : prefixes) {
            if (!name.startsWith(prefix)) {
                return Optional.of("does not begin with " + prefix);
            }
        }
        return contains != null && !name.contains(contains)
                ? Optional.of("does not contain " + contains)
                : Optional.empty();
    }

    /** What is left of a name. */
    String strip(String name) {
        String left = name;
        if (stripPrefix != null && left.startsWith(stripPrefix)) {
            left = left.substring(stripPrefix.length());
        }
        if (stripSuffix != null && left.endsWith(stripSuffix)) {
            left = left.substring(0, left.length() - stripSuffix.length());
        }
        return left;
    }

    /** The same with each prefix cut before the stream's number, and nothing that names it; empty where nothing does. */
    Optional<TagFilters> beyond(VersionStream stream) {
        List<String> cut = prefixes.stream().map(stream::cut).toList();
        boolean named = contains != null && !stream.cut(contains).equals(contains);
        return cut.equals(prefixes) && !named
                ? Optional.empty()
                : Optional.of(new TagFilters(cut, named ? null : contains, stripPrefix, stripSuffix));
    }

    private static List<String> given(@Nullable String... values) {
        return Stream.of(values)
                .filter(Objects::nonNull)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
