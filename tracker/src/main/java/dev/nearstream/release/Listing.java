package dev.nearstream.release;

import dev.nearstream.upstream.Mirror;
import dev.nearstream.upstream.Tag;
import dev.nearstream.upstream.UpstreamException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a source lists at one moment.
 *
 * @param kind which source it is of
 * @param candidates unjudged, in any order
 * @param mirror of the repository that the release would be built from, or null where the recipe checks out none
 * @param findings what a person should know of the source: an identifier that is gone, a list of another day
 * @param failure why nothing is known, or null
 */
public record Listing(
        Kind kind,
        List<Candidate> candidates,
        @Nullable Mirror mirror,
        List<String> findings,
        @Nullable String failure) {

    public Listing {
        candidates = List.copyOf(candidates);
        findings = List.copyOf(findings);
    }

    /** The sources, by their names in {@code latest --format json}, and what they list. */
    public enum Kind {
        TAGS("tags", "tag"),
        RELEASES("releases", "release"),
        RELEASE_MONITOR("release-monitor", "version"),
        BRANCH("branch", "head"),
        OCI("oci", "tag");

        private final String label;
        private final String thing;

        Kind(String label, String thing) {
            this.label = label;
            this.thing = thing;
        }

        public String label() {
            return label;
        }

        /** Whether it lists versions without asking the repository that they are built from. */
        boolean isApart() {
            return this == RELEASE_MONITOR || this == OCI;
        }

        /** What it lists; with an s for several. */
        String thing() {
            return thing;
        }
    }

    static Listing of(Kind kind, List<Candidate> candidates, @Nullable Mirror mirror) {
        return new Listing(kind, candidates, mirror, List.of(), null);
    }

    /** Nothing is known, for this reason, which is a finding too. */
    static Listing failed(Kind kind, @Nullable Mirror mirror, String why) {
        return new Listing(kind, List.of(), mirror, List.of(why), why);
    }

    /** The recipe names no source: nothing is wrong, and nothing is known. */
    static Listing none(String why) {
        return new Listing(Kind.TAGS, List.of(), null, List.of(), why);
    }

    Listing with(List<Candidate> others, List<String> told) {
        return new Listing(kind, others, mirror, told, failure);
    }

    /** The dates of as many as can be known. */
    Map<Candidate, Instant> dates(Collection<Candidate> of) throws UpstreamException {
        List<Tag> tags = of.stream()
                .filter(candidate -> candidate.date() == null)
                .flatMap(candidate -> Optional.ofNullable(candidate.tag()).stream())
                .distinct()
                .toList();
        Map<String, Instant> byTag = mirror == null || tags.isEmpty() ? Map.of() : mirror.dates(tags);
        Map<Candidate, Instant> dates = new HashMap<>();
        for (Candidate candidate : of) {
            Tag tag = candidate.tag();
            Instant date = candidate.date() != null ? candidate.date() : tag == null ? null : byTag.get(tag.name());
            if (date != null) {
                dates.put(candidate, date);
            }
        }
        return dates;
    }

    /** All of it as a text: equal texts give equal standings, dates apart. What the mirror's refs say is not in it. */
    public String digest() {
        StringBuilder text = new StringBuilder(kind.label() + "\n" + failure + "\n");
        findings.forEach(finding -> text.append(finding).append('\n'));
        if (kind != Kind.TAGS) {
            candidates.stream()
                    .map(of -> of.name() + "\0" + of.commit() + "\0" + of.prerelease() + "\0" + of.flaw() + "\n")
                    .sorted()
                    .forEach(text::append);
        }
        return text.toString();
    }
}
