package dev.nearstream.release;

import dev.nearstream.recipe.Version;
import dev.nearstream.release.VersionSelector.Admitted;
import dev.nearstream.release.VersionSelector.Selection;
import dev.nearstream.upstream.UpstreamException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the packaged version lies among what the rules admit.
 *
 * @param current the packaged version, or null where it is none
 */
record Standings(Listing listing, @Nullable Version current) {
    /** How many of the releases that were not taken are dated, from the oldest: the first missed is among them. */
    private static final int DATED = 50;

    /**
     * The standing.
     *
     * @param asOf looks at what is dated up to the end of that day (UTC) alone; or null
     * @param now for the days behind
     */
    ReleaseStanding of(Selection selection, @Nullable LocalDate asOf, Instant now) throws UpstreamException {
        List<Admitted> admitted = selection.admitted();
        List<ReleaseStanding.Rejected> rejected = new ArrayList<>(selection.rejected());
        Map<Candidate, Instant> dates;
        Instant end = now;
        if (asOf == null) {
            dates = listing.dates(ofInterest(admitted));
        } else {
            end = asOf.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            dates = listing.dates(admitted.stream().map(Admitted::candidate).toList());
            admitted = until(admitted, dates, end, rejected);
        }
        List<String> findings = new ArrayList<>(selection.findings());
        ahead(admitted).ifPresent(findings::add);
        return new Judgement(admitted, dates, end, rejected, findings).standing(why(selection, asOf));
    }

    private String why(Selection selection, @Nullable LocalDate asOf) {
        String thing = listing.kind().thing();
        return selection.admitted().isEmpty()
                ? "the update rules admit none of upstream's %ss (%,d)"
                        .formatted(thing, listing.candidates().size())
                : "every %s that the update rules admit is later than %s, or of unknown date".formatted(thing, asOf);
    }

    private final class Judgement {
        private final List<Admitted> admitted;
        private final Map<Candidate, Instant> dates;
        private final Instant now;
        private final List<ReleaseStanding.Rejected> rejected;
        private final List<String> findings;

        Judgement(
                List<Admitted> admitted,
                Map<Candidate, Instant> dates,
                Instant now,
                List<ReleaseStanding.Rejected> rejected,
                List<String> findings) {
            this.admitted = admitted;
            this.dates = dates;
            this.now = now;
            this.rejected = rejected;
            this.findings = findings;
        }

        ReleaseStanding standing(String whyNone) {
            Admitted newest = admitted.stream().findFirst().orElse(null);
            List<Admitted> missed = missed(admitted);
            Instant first = missed.stream()
                    .flatMap(of -> Optional.ofNullable(dates.get(of.candidate())).stream())
                    .min(Instant::compareTo)
                    .orElse(null);
            List<Release> newer = newer(missed);
            return new ReleaseStanding(
                    current,
                    newest == null ? null : release(newest, dates.get(newest.candidate())),
                    packaged(admitted)
                            .map(of -> release(of, dates.get(of.candidate())))
                            .orElse(null),
                    newer.size(),
                    current == null || newest == null ? null : days(missed, first),
                    first,
                    listing.kind().label(),
                    listing.candidates().size(),
                    rejected,
                    newest == null ? whyNone : null,
                    findings,
                    newer);
        }

        private @Nullable Long days(List<Admitted> missed, @Nullable Instant first) {
            if (missed.isEmpty()) {
                return 0L;
            }
            return first == null ? null : Math.max(0L, ChronoUnit.DAYS.between(first, now));
        }

        /** Oldest first; several tags of one version are one release. */
        private List<Release> newer(List<Admitted> missed) {
            NavigableMap<Version, Release> byVersion = new TreeMap<>();
            missed.forEach(of -> byVersion.putIfAbsent(of.version(), release(of, dates.get(of.candidate()))));
            return List.copyOf(byVersion.values());
        }
    }

    static Release release(Admitted of, @Nullable Instant date) {
        Candidate candidate = of.candidate();
        return new Release(candidate.name(), candidate.tag(), candidate.commit(), of.version(), date);
    }

    private Optional<String> ahead(List<Admitted> admitted) {
        return admitted.stream()
                .findFirst()
                .filter(newest -> current != null && newest.version().compareTo(current) < 0)
                .map(newest -> "the newest release that the update rules admit, %s, is older than the packaged %s"
                        .formatted(newest.version().text(), current));
    }

    private static List<Admitted> until(
            List<Admitted> admitted,
            Map<Candidate, Instant> dates,
            Instant end,
            List<ReleaseStanding.Rejected> rejected) {
        List<Admitted> earlier = new ArrayList<>();
        for (Admitted of : admitted) {
            Instant date = dates.get(of.candidate());
            if (date != null && date.isBefore(end)) {
                earlier.add(of);
            } else {
                rejected.add(new ReleaseStanding.Rejected(
                        of.candidate().name(),
                        date == null ? "its date is not known" : "is of " + date + ", later than the day asked for"));
            }
        }
        return earlier;
    }

    /** The packaged and the newest release, and the oldest of those that were not taken. */
    private List<Candidate> ofInterest(List<Admitted> admitted) {
        List<Admitted> wanted = new ArrayList<>();
        admitted.stream().findFirst().ifPresent(wanted::add);
        packaged(admitted).ifPresent(wanted::add);
        List<Admitted> missed = missed(admitted);
        wanted.addAll(missed.subList(Math.max(0, missed.size() - DATED), missed.size()));
        return wanted.stream().map(Admitted::candidate).distinct().toList();
    }

    /** All of a newer version, newest first. */
    private List<Admitted> missed(List<Admitted> admitted) {
        return admitted.stream()
                .filter(of -> current != null && of.version().compareTo(current) > 0)
                .toList();
    }

    private Optional<Admitted> packaged(List<Admitted> admitted) {
        return admitted.stream()
                .filter(of -> current != null && of.version().compareTo(current) == 0)
                .findFirst();
    }
}
