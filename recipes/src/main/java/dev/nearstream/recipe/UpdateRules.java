package dev.nearstream.recipe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recipe's {@code update:} block, every key of it (melange's {@code pkg/config}).
 *
 * @param at where the block begins, or null where the recipe has none
 * @param enabled false only where it says so
 * @param reason the comment or {@code exclude-reason} that tells why it is disabled, or empty
 * @param source github, git, release-monitor or oci; or null
 * @param schedule of a snapshot, or null
 */
public record UpdateRules(
        @Nullable Position at,
        boolean enabled,
        boolean manual,
        boolean shared,
        boolean requireSequential,
        boolean enablePrereleaseTags,
        String reason,
        @Nullable String versionSeparator,
        List<Text> ignoreRegexPatterns,
        List<Transform> versionTransform,
        @Nullable Source source,
        @Nullable Schedule schedule) {

    public UpdateRules {
        ignoreRegexPatterns = List.copyOf(ignoreRegexPatterns);
        versionTransform = List.copyOf(versionTransform);
    }

    /** Go RE2's {@code ReplaceAll(match, replace)}. */
    public record Transform(Text match, Text replace) {}

    /** {@code schedule: {period, reason}}. */
    public record Schedule(String period, String reason) {}

    /** Where releases are listed. */
    public sealed interface Source {
        Position at();
    }

    /** {@code github:}; filters are null where not given. */
    public record GitHub(
            Position at,
            String identifier,
            boolean useTag,
            @Nullable String stripPrefix,
            @Nullable String stripSuffix,
            @Nullable String tagFilter,
            @Nullable String tagFilterPrefix,
            @Nullable String tagFilterContains)
            implements Source {}

    /** {@code git:}, the repository being that of the recipe's first checkout. */
    public record Git(
            Position at,
            @Nullable String stripPrefix,
            @Nullable String stripSuffix,
            @Nullable String tagFilterPrefix,
            @Nullable String tagFilterContains)
            implements Source {}

    /** {@code release-monitor:}, a project of release-monitoring.org. */
    public record ReleaseMonitor(
            Position at,
            String identifier,
            @Nullable String stripPrefix,
            @Nullable String stripSuffix,
            @Nullable String versionFilterPrefix,
            @Nullable String versionFilterContains)
            implements Source {}

    /** {@code oci:}. */
    public record Oci(
            Position at,
            String identifier,
            @Nullable String stripPrefix,
            @Nullable String stripSuffix,
            @Nullable String tagFilterPrefix,
            @Nullable String tagFilterContains)
            implements Source {}
}
