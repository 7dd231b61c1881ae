package dev.nearstream.upstream;

import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.UpdateRules;
import dev.nearstream.recipe.UpdateRules.GitHub;
import dev.nearstream.recipe.Variables;
import dev.nearstream.recipe.Version;
import dev.nearstream.upstream.VersionSelector.Candidate;
import dev.nearstream.upstream.VersionSelector.Selection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The newest release of a recipe's upstream, from the tags of its repository. */
public final class TagReleases {
    /** How many tags of the releases that were not taken are dated, from the oldest: the first missed is among them. */
    private static final int DATED = 50;

    /** A name of dots alone would lead to another place. */
    private static final Pattern OWNER_AND_NAME = Pattern.compile("(?!\\.+/)[\\w.-]+/(?!\\.+$)[\\w.-]+");

    private final Recipe recipe;

    public TagReleases(Recipe recipe) {
        this.recipe = recipe;
    }

    /**
     * The URL of the repository whose tags are meant: for {@code github:} that of the identifier, whatever the recipe
     * checks out; for {@code git:} that of the first checkout. Empty where there is none; {@link #whyNone} says why.
     */
    public Optional<String> repository() {
        UpdateRules.Source source = recipe.update().source();
        if (source instanceof GitHub github
                && OWNER_AND_NAME.matcher(github.identifier()).matches()) {
            return Optional.of("https://github.com/" + github.identifier());
        }
        return source instanceof UpdateRules.Git
                ? recipe.checkouts().stream()
                        .findFirst()
                        .map(checkout -> checkout.repository().value())
                : Optional.empty();
    }

    /**
     * The release of a version: the admitted tag that gives it, else the tag that the recipe would check out for it, where
     * the recipe makes the tag's name of the version, else the tag whose name has the new version's numbers where the one
     * that is written out in the recipe has the packaged one's.
     *
     * @throws UpstreamException where the refs cannot be had
     */
    public Optional<Release> release(Mirror mirror, Version version) throws UpstreamException {
        Refs refs = mirror.refs();
        UpdateRules.Source source = recipe.update().source();
        Optional<Tag> admitted = source == null
                ? Optional.empty()
                : new VersionSelector(recipe.update(), source)
                        .select(refs.tags().values()).admitted().stream()
                                .filter(candidate -> candidate.version().compareTo(version) == 0)
                                .map(Candidate::tag)
                                .findFirst();
        return admitted.or(() -> recipe.checkouts().stream()
                        .flatMap(checkout -> Optional.ofNullable(checkout.tag()).stream())
                        .filter(tag -> tag.source().contains("package.version"))
                        .flatMap(tag -> refs.tag(tagOf(tag.source(), version)).stream())
                        .findFirst())
                .or(() -> recipe.checkouts().stream()
                        .flatMap(checkout -> Optional.ofNullable(checkout.tag()).stream())
                        .flatMap(tag ->
                                TagNumbers.at(tag.value(), recipe.version().value(), version.text()).stream())
                        .flatMap(name -> refs.tag(name).stream())
                        .findFirst())
                .map(tag -> new Release(tag, version, null));
    }

    /**
     * The tags that the update rules admit, in the order of their versions; none where the recipe names no source.
     *
     * @throws UpstreamException where the refs cannot be had
     */
    public List<Tag> inOrder(Mirror mirror) throws UpstreamException {
        UpdateRules.Source source = recipe.update().source();
        return source == null
                ? List.of()
                : new VersionSelector(recipe.update(), source)
                        .select(mirror.refs().tags().values()).admitted().stream()
                                .sorted(Comparator.comparing(Candidate::version))
                                .map(Candidate::tag)
                                .toList();
    }

    private String tagOf(String source, Version version) {
        Map<String, String> values = new HashMap<>();
        recipe.vars().forEach((name, text) -> values.put("vars." + name, text.value()));
        values.put("package.name", recipe.name().value());
        values.put("package.version", version.text());
        return Variables.of(values).substitute(source);
    }

    /** Why the recipe names no repository to ask. */
    public String whyNone() {
        UpdateRules update = recipe.update();
        UpdateRules.Source source = update.source();
        if (update.at() == null) {
            return "the recipe has no update block";
        } else if (source == null) {
            return update.enabled() ? "the update block names no source" : disabled(update);
        } else if (source instanceof UpdateRules.ReleaseMonitor) {
            return "releases are listed by release-monitoring.org, which is not asked yet";
        } else if (source instanceof UpdateRules.Oci) {
            return "releases are listed by an OCI registry, which is not asked yet";
        }
        return source instanceof GitHub github
                ? "the update block's identifier '" + github.identifier() + "' is not of the form owner/name"
                : "the update block's source is git, and the recipe checks out no repository";
    }

    private static String disabled(UpdateRules update) {
        return update.reason().isEmpty() ? "updates are disabled" : "updates are disabled: " + update.reason();
    }

    /**
     * Where the packaged version lies.
     *
     * @param asOf looks at tags dated up to the end of that day (UTC) alone; or null
     * @param now for the days behind
     */
    public ReleaseStanding standing(Mirror mirror, @Nullable LocalDate asOf, Instant now) throws UpstreamException {
        UpdateRules rules = recipe.update();
        Version current = Version.parse(recipe.version().value()).orElse(null);
        Collection<Tag> tags = mirror.refs().tags().values();
        UpdateRules.Source source = rules.source();
        if (source == null || tags.isEmpty()) {
            return ReleaseStanding.unknown(current, "tags", source == null ? whyNone() : "upstream has no tags");
        }
        Selection selection = new VersionSelector(rules, source).select(tags);
        List<Candidate> admitted = selection.admitted();
        List<ReleaseStanding.Rejected> rejected = new ArrayList<>(selection.rejected());
        Map<String, Instant> dates;
        Instant end = now;
        if (asOf != null) {
            end = asOf.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            dates = mirror.dates(admitted.stream().map(Candidate::tag).toList());
            admitted = until(admitted, dates, end, rejected);
        } else {
            dates = mirror.dates(ofInterest(admitted, current));
        }
        List<String> findings = new ArrayList<>(selection.findings());
        ahead(admitted, current).ifPresent(findings::add);
        String why = selection.admitted().isEmpty()
                ? "the update rules admit none of upstream's tags (%,d)".formatted(tags.size())
                : "every tag that the update rules admit is later than " + asOf + ", or of unknown date";
        return standing(admitted, dates, current, end, tags.size(), rejected, why, findings);
    }

    private static Optional<String> ahead(List<Candidate> admitted, @Nullable Version current) {
        return admitted.stream()
                .findFirst()
                .filter(newest -> current != null && newest.version().compareTo(current) < 0)
                .map(newest -> "the newest release that the update rules admit, %s, is older than the packaged %s"
                        .formatted(newest.version().text(), current));
    }

    private static ReleaseStanding standing(
            List<Candidate> admitted,
            Map<String, Instant> dates,
            @Nullable Version current,
            Instant now,
            int considered,
            List<ReleaseStanding.Rejected> rejected,
            String why,
            List<String> findings) {
        Candidate newest = admitted.stream().findFirst().orElse(null);
        Candidate packaged = packaged(admitted, current);
        List<Candidate> missed = newer(admitted, current);
        Instant first = firstOf(missed, dates);
        Long days = current == null || newest == null ? null : days(missed, first, now);
        return new ReleaseStanding(
                current,
                newest == null ? null : release(newest, dates),
                packaged == null ? null : release(packaged, dates),
                releases(missed),
                days,
                first,
                "tags",
                considered,
                rejected,
                newest == null ? why : null,
                findings);
    }

    private static @Nullable Long days(List<Candidate> missed, @Nullable Instant first, Instant now) {
        if (missed.isEmpty()) {
            return 0L;
        }
        return first == null ? null : Math.max(0L, ChronoUnit.DAYS.between(first, now));
    }

    private static List<Candidate> until(
            List<Candidate> admitted,
            Map<String, Instant> dates,
            Instant end,
            List<ReleaseStanding.Rejected> rejected) {
        List<Candidate> earlier = new ArrayList<>();
        for (Candidate candidate : admitted) {
            Instant date = dates.get(candidate.tag().name());
            if (date != null && date.isBefore(end)) {
                earlier.add(candidate);
            } else {
                rejected.add(new ReleaseStanding.Rejected(
                        candidate.tag().name(),
                        date == null ? "its date is not known" : "is of " + date + ", later than the day asked for"));
            }
        }
        return earlier;
    }

    /** The packaged and the newest release, and the oldest of those that were not taken. */
    private static List<Tag> ofInterest(List<Candidate> admitted, @Nullable Version current) {
        List<Candidate> wanted = new ArrayList<>();
        admitted.stream().findFirst().ifPresent(wanted::add);
        Candidate packaged = packaged(admitted, current);
        if (packaged != null) {
            wanted.add(packaged);
        }
        List<Candidate> missed = newer(admitted, current);
        wanted.addAll(missed.subList(Math.max(0, missed.size() - DATED), missed.size()));
        return wanted.stream().map(Candidate::tag).distinct().toList();
    }

    /** Every tag of a newer version, newest first. */
    private static List<Candidate> newer(List<Candidate> admitted, @Nullable Version current) {
        return admitted.stream()
                .filter(candidate -> current != null && candidate.version().compareTo(current) > 0)
                .toList();
    }

    /** How many releases the tags make: several tags of one version are one. */
    private static int releases(List<Candidate> tags) {
        return tags.stream()
                .map(Candidate::version)
                .collect(Collectors.toCollection(TreeSet::new))
                .size();
    }

    private static @Nullable Candidate packaged(List<Candidate> admitted, @Nullable Version current) {
        return admitted.stream()
                .filter(candidate -> current != null && candidate.version().compareTo(current) == 0)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant firstOf(List<Candidate> missed, Map<String, Instant> dates) {
        return missed.stream()
                .flatMap(candidate ->
                        Optional.ofNullable(dates.get(candidate.tag().name())).stream())
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Release release(Candidate candidate, Map<String, Instant> dates) {
        return new Release(
                candidate.tag(), candidate.version(), dates.get(candidate.tag().name()));
    }
}
