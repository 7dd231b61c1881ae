package dev.nearstream.upstream;

import dev.nearstream.recipe.GoRegex;
import dev.nearstream.recipe.Text;
import dev.nearstream.recipe.UpdateRules;
import dev.nearstream.recipe.UpdateRules.Transform;
import dev.nearstream.recipe.Version;
import dev.nearstream.task.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Chooses the tags that a recipe's update rules admit as releases. The order is that of wolfictl's update bot: filters,
 * strip-prefix, strip-suffix, ignore-regex-patterns on what is left, version-separator, no prerelease unless allowed,
 * version-transform; what then is no version of apk's form is rejected. Immutable.
 */
public final class VersionSelector {
    private static final Pattern PRERELEASE = Pattern.compile("alpha|beta|rc|pre");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final TagFilters filters;
    private final String separator;
    private final boolean prereleases;
    private final List<Ignored> ignored;
    private final List<Rewritten> transforms;

    private record Ignored(String source, GoRegex regex) {}

    private record Rewritten(GoRegex regex, String replace, List<String> missing) {}

    /** A tag and its version after all transforms. */
    public record Candidate(Tag tag, Version version) {}

    /**
     * All tags, judged.
     *
     * @param admitted newest first; several tags of one version are all there
     * @param findings what is wrong with the rules themselves
     */
    public record Selection(List<Candidate> admitted, List<ReleaseStanding.Rejected> rejected, List<String> findings) {
        public Selection {
            admitted = List.copyOf(admitted);
            rejected = List.copyOf(rejected);
            findings = List.copyOf(findings);
        }
    }

    private record Judged(Optional<Version> version, String why) {}

    public VersionSelector(UpdateRules rules, UpdateRules.Source source) {
        filters = TagFilters.of(source);
        String given = rules.versionSeparator();
        separator = given == null ? "" : given;
        prereleases = rules.enablePrereleaseTags();
        ignored = rules.ignoreRegexPatterns().stream()
                .map(Text::value)
                .flatMap(pattern -> compile(pattern).map(regex -> new Ignored(pattern, regex)).stream())
                .toList();
        transforms = rules.versionTransform().stream()
                .flatMap(transform -> rewritten(transform).stream())
                .toList();
    }

    /** Judges every tag. */
    public Selection select(Collection<Tag> tags) {
        List<Candidate> admitted = new ArrayList<>();
        List<ReleaseStanding.Rejected> rejected = new ArrayList<>();
        for (Tag tag : tags) {
            Task.check();
            Judged judged = judge(tag.name());
            judged.version()
                    .ifPresentOrElse(
                            version -> admitted.add(new Candidate(tag, version)),
                            () -> rejected.add(new ReleaseStanding.Rejected(tag.name(), judged.why())));
        }
        admitted.sort(Comparator.comparing(Candidate::version)
                .reversed()
                .thenComparing(candidate -> candidate.tag().name()));
        rejected.sort(Comparator.comparing(ReleaseStanding.Rejected::tag));
        return new Selection(admitted, rejected, findings(tags, admitted));
    }

    private Judged judge(String tag) {
        Optional<String> filtered = filters.rejects(tag);
        if (filtered.isPresent()) {
            return no(filtered.get());
        }
        String text = filters.strip(tag);
        for (Ignored pattern : ignored) {
            if (pattern.regex().matches(text)) {
                return no("ignored by " + pattern.source());
            }
        }
        if (!separator.isEmpty()) {
            text = text.replace(separator, ".");
        }
        if (!prereleases && PRERELEASE.matcher(text.toLowerCase(Locale.ROOT)).find()) {
            return no("a prerelease");
        }
        String before = text;
        for (Rewritten transform : transforms) {
            try {
                text = transform.regex().replaceAll(text, transform.replace());
            } catch (IllegalArgumentException e) {
                return no(String.valueOf(e.getMessage()));
            }
            if (!transform.missing().isEmpty() && numbers(text) < numbers(before)) {
                return no("%s becomes %s by a version-transform that names the group %s, which does not exist"
                        .formatted(before, text, transform.missing().get(0)));
            }
        }
        Optional<Version> version = Version.parse(text);
        return version.isPresent() ? new Judged(version, "") : no("'" + text + "' is no version of apk's form");
    }

    private List<String> findings(Collection<Tag> tags, List<Candidate> admitted) {
        Set<String> findings = new LinkedHashSet<>();
        for (Rewritten transform : transforms) {
            for (String group : transform.missing()) {
                findings.add("update: version-transform replaces by " + transform.replace() + ", whose group " + group
                        + " does not exist; write ${1} for $1 before a letter, digit or underscore");
            }
        }
        if (!tags.isEmpty()
                && tags.stream().allMatch(tag -> filters.rejects(tag.name()).isPresent())) {
            findings.add("update: the tag filter matches none of upstream's tags (%,d)".formatted(tags.size()));
        } else if (!tags.isEmpty() && admitted.isEmpty()) {
            findings.add("update: the rules admit none of upstream's tags (%,d)".formatted(tags.size()));
        }
        return List.copyOf(findings);
    }

    private static Judged no(String why) {
        return new Judged(Optional.empty(), why);
    }

    private static long numbers(String text) {
        return NUMBER.matcher(text).results().count();
    }

    private static Optional<Rewritten> rewritten(Transform transform) {
        String replace = transform.replace().value();
        return compile(transform.match().value())
                .map(regex -> new Rewritten(regex, replace, regex.missingGroups(replace)));
    }

    /** What does not compile is a problem of the recipe, said when it was read. */
    private static Optional<GoRegex> compile(String expression) {
        try {
            return Optional.of(GoRegex.compile(expression));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
