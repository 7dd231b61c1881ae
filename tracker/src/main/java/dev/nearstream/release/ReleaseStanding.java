package dev.nearstream.release;

import dev.nearstream.recipe.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the packaged version lies among the releases that its update rules admit.
 *
 * @param current the packaged version, or null where it is no valid version
 * @param newest the newest admitted release, or null
 * @param packaged the admitted release of the packaged version, or null
 * @param releasesBehind admitted releases newer than the packaged version
 * @param daysBehind since the first admitted release that was not taken; 0 where none was missed; null where unknown
 * @param firstMissed the date of that release, or null where none was missed or its date is unknown
 * @param source {@code tags}, {@code releases} …; as in {@code latest --format json}
 * @param considered how many tags or releases were looked at
 * @param rejected those not admitted, each with its reason
 * @param reason why there is no newest release or why the recipe has no usable update rules; null where there is one
 * @param findings what a person should know of the rules and the source: a filter that matches nothing, a group that does
 *     not exist, an identifier that is gone
 * @param newer the admitted releases newer than the packaged version, oldest first, one a version
 */
public record ReleaseStanding(
        @Nullable Version current,
        @Nullable Release newest,
        @Nullable Release packaged,
        int releasesBehind,
        @Nullable Long daysBehind,
        @Nullable Instant firstMissed,
        String source,
        int considered,
        List<Rejected> rejected,
        @Nullable String reason,
        List<String> findings,
        List<Release> newer) {

    public ReleaseStanding {
        rejected = List.copyOf(rejected);
        findings = List.copyOf(findings);
        newer = List.copyOf(newer);
    }

    /**
     * The release that a bump would go to: the newest, unless it is older than what is packaged, as where upstream took
     * a tag back or the rules leave the packaged stream out. Nobody is told to go back.
     */
    public Optional<Release> target() {
        return Optional.ofNullable(newest)
                .filter(release -> current == null || release.version().compareTo(current) >= 0);
    }

    /** A tag that is no candidate, and why. */
    public record Rejected(String tag, String why) {}

    /** The same with one more finding. */
    public ReleaseStanding with(String finding) {
        List<String> all = new ArrayList<>(findings);
        all.add(finding);
        return new ReleaseStanding(
                current,
                newest,
                packaged,
                releasesBehind,
                daysBehind,
                firstMissed,
                source,
                considered,
                rejected,
                reason,
                all,
                newer);
    }

    /** Nothing is known, for this reason. */
    public static ReleaseStanding unknown(
            @Nullable Version current, String source, String reason, List<String> findings) {
        return new ReleaseStanding(
                current, null, null, 0, null, null, source, 0, List.of(), reason, findings, List.of());
    }
}
