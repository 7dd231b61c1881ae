package dev.nearstream.release;

import dev.nearstream.recipe.GoRegex;
import dev.nearstream.recipe.Text;
import dev.nearstream.recipe.UpdateRules;
import dev.nearstream.recipe.UpdateRules.ReleaseMonitor;
import dev.nearstream.recipe.UpdateRules.Transform;
import dev.nearstream.recipe.Version;
import dev.nearstream.task.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Chooses what a recipe's update rules admit as releases. The order is that of wolfictl's update bot. Tags and GitHub
 * releases: filters, strip-prefix, strip-suffix, ignore-regex-patterns on what is left, version-separator, no prerelease
 * unless allowed, version-transform. Versions of release-monitoring.org, which leaves out prereleases itself: filters,
 * ignore-regex-patterns, version-separator, strip-prefix, strip-suffix, version-transform. What then is no version of
 * apk's form, or no file could be named by, is rejected. Immutable.
 */
public final class VersionSelector {
    private static final Pattern PRERELEASE = Pattern.compile("alpha|beta|rc|pre");
    /** A package is a file named {@code <name>-<version>-r<epoch>.apk}, and file systems take 255 bytes. */
    private static final int LONGEST = 128;

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final TagFilters filters;
    private final boolean monitored;
    private final String separator;
    private final boolean prereleases;
    private final List<Ignored> ignored;
    private final List<Rewritten> transforms;

    private record Ignored(String source, GoRegex regex) {}

    private record Rewritten(GoRegex regex, String replace, List<String> missing) {}

    /** A candidate and its version after all transforms. */
    public record Admitted(Candidate candidate, Version version) {}

    /**
     * All candidates, judged.
     *
     * @param admitted newest first; several of one version are all there
     * @param findings what is wrong with the rules themselves
     */
    public record Selection(List<Admitted> admitted, List<ReleaseStanding.Rejected> rejected, List<String> findings) {
        public Selection {
            admitted = List.copyOf(admitted);
            rejected = List.copyOf(rejected);
            findings = List.copyOf(findings);
        }
    }

    private record Judged(Optional<Version> version, String why) {}

    public VersionSelector(UpdateRules rules, UpdateRules.Source source) {
        filters = TagFilters.of(source);
        monitored = source instanceof ReleaseMonitor;
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

    private VersionSelector(VersionSelector of, TagFilters filters) {
        this.filters = filters;
        this.monitored = of.monitored;
        this.separator = of.separator;
        this.prereleases = of.prereleases;
        this.ignored = of.ignored;
        this.transforms = of.transforms;
    }

    /** The same rules without the filter that keeps to a stream; empty where no filter does. */
    Optional<VersionSelector> beyond(VersionStream stream) {
        return filters.beyond(stream).map(wider -> new VersionSelector(this, wider));
    }

    /** Judges every candidate. A branch's heads are versions already, and no rule is about them. */
    public Selection select(Listing listing) {
        List<Admitted> admitted = new ArrayList<>();
        List<ReleaseStanding.Rejected> rejected = new ArrayList<>();
        boolean plain = listing.kind() == Listing.Kind.BRANCH;
        for (Candidate candidate : listing.candidates()) {
            Task.check();
            Judged judged = plain ? version(candidate.name()) : judge(candidate);
            judged.version()
                    .ifPresentOrElse(
                            version -> admitted.add(new Admitted(candidate, version)),
                            () -> rejected.add(new ReleaseStanding.Rejected(candidate.name(), judged.why())));
        }
        admitted.sort(Comparator.comparing(Admitted::version)
                .reversed()
                .thenComparing(of -> of.candidate().name()));
        rejected.sort(Comparator.comparing(ReleaseStanding.Rejected::tag));
        return new Selection(admitted, rejected, plain ? List.of() : findings(listing, admitted));
    }

    private Judged judge(Candidate candidate) {
        String flaw = candidate.flaw();
        if (flaw != null) {
            return no(flaw);
        }
        Optional<String> filtered = filters.rejects(candidate.name());
        if (filtered.isPresent()) {
            return no(filtered.get());
        }
        String text = monitored ? candidate.name() : filters.strip(candidate.name());
        for (Ignored pattern : ignored) {
            if (pattern.regex().matches(text)) {
                return no("ignored by " + pattern.source());
            }
        }
        if (!separator.isEmpty()) {
            text = text.replace(separator, ".");
        }
        if (monitored) {
            text = filters.strip(text);
        } else if (!prereleases && isPrerelease(candidate, text)) {
            return no("a prerelease");
        }
        return transformed(text);
    }

    private static boolean isPrerelease(Candidate candidate, String text) {
        return candidate.prerelease()
                || PRERELEASE.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    private Judged transformed(String before) {
        String text = before;
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
        return version(text);
    }

    private static Judged version(String text) {
        if (text.length() > LONGEST) {
            return no("a version of %,d characters; %d is the most".formatted(text.length(), LONGEST));
        }
        Optional<Version> version = Version.parse(text);
        return version.isPresent() ? new Judged(version, "") : no("'" + text + "' is no version of apk's form");
    }

    private List<String> findings(Listing listing, List<Admitted> admitted) {
        Set<String> findings = new LinkedHashSet<>();
        for (Rewritten transform : transforms) {
            for (String group : transform.missing()) {
                findings.add("update: version-transform replaces by " + transform.replace() + ", whose group " + group
                        + " does not exist; write ${1} for $1 before a letter, digit or underscore");
            }
        }
        List<Candidate> all = listing.candidates();
        String things = listing.kind().thing() + "s";
        if (!all.isEmpty()
                && all.stream().allMatch(of -> filters.rejects(of.name()).isPresent())) {
            findings.add("update: the %s filter matches none of upstream's %s (%,d)"
                    .formatted(monitored ? "version" : "tag", things, all.size()));
        } else if (!all.isEmpty() && admitted.isEmpty()) {
            findings.add("update: the rules admit none of upstream's %s (%,d)".formatted(things, all.size()));
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
