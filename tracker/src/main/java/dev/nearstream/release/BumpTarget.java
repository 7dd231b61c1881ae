package dev.nearstream.release;

import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.UpdateRules;
import dev.nearstream.recipe.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a bump of a package is proposed, and to which release. */
public sealed interface BumpTarget {

    /**
     * It is.
     *
     * @param release to go to
     * @param shared whether the packages that are built with this one need another epoch then ({@code shared: true})
     * @param passedOver newer releases that are not gone to, each with the reason; newest first
     */
    record Propose(Release release, boolean shared, List<PassedOver> passedOver) implements BumpTarget {
        public Propose {
            passedOver = List.copyOf(passedOver);
        }
    }

    /**
     * It is not, for this reason.
     *
     * @param until the day on which it will be, as a schedule says; null where no day ends it
     */
    record Hold(String reason, @Nullable LocalDate until) implements BumpTarget {}

    /** A release that is newer than the packaged version, and why it is not gone to. */
    record PassedOver(Release release, String why) {}

    /**
     * What the recipe, the policy and the calendar say. The newest release of those that may be gone to; with {@code
     * require-sequential} the oldest.
     *
     * @param lastBump when the package was last brought to another version, or null where unknown
     */
    static BumpTarget of(
            Recipe recipe, ReleaseStanding standing, UpdatePolicy policy, Instant now, @Nullable Instant lastBump) {
        UpdateRules update = recipe.update();
        Optional<Hold> held = held(update, standing)
                .map(why -> new Hold(why, null))
                .or(() -> scheduled(update.schedule(), now, lastBump));
        if (held.isPresent()) {
            return held.get();
        }
        String name = recipe.name().value();
        List<Release> open = new ArrayList<>();
        List<PassedOver> passed = new ArrayList<>();
        for (Release release : standing.newer()) {
            refused(release, name, policy, now)
                    .ifPresentOrElse(why -> passed.add(0, new PassedOver(release, why)), () -> open.add(release));
        }
        if (open.isEmpty()) {
            PassedOver newest = passed.get(0);
            return new Hold(newest.release().version().text() + " " + newest.why(), null);
        }
        Release target = open.get(update.requireSequential() ? 0 : open.size() - 1);
        if (update.requireSequential()) {
            List<Release> later = new ArrayList<>(open.subList(1, open.size()));
            Collections.reverse(later);
            later.forEach(release ->
                    passed.add(new PassedOver(release, "comes later: the recipe requires its bumps to be sequential")));
        }
        passed.removeIf(one -> one.release().version().compareTo(target.version()) < 0);
        return new Propose(target, update.shared(), passed);
    }

    private static Optional<String> held(UpdateRules update, ReleaseStanding standing) {
        if (update.at() == null) {
            return Optional.of("the recipe has no update block");
        } else if (!update.enabled()) {
            return Optional.of(ReleaseRepository.disabled(update));
        } else if (update.manual()) {
            return Optional.of("the recipe is updated by hand (manual: true)");
        } else if (standing.newest() == null) {
            return Optional.of(standing.reason() == null ? "no newest release is known" : standing.reason());
        } else if (standing.current() == null) {
            return Optional.of("the packaged version is no version of apk's form");
        } else if (standing.newer().isEmpty()) {
            return Optional.of("no newer release is known");
        }
        return Optional.empty();
    }

    private static Optional<Hold> scheduled(
            UpdateRules.@Nullable Schedule schedule, Instant now, @Nullable Instant lastBump) {
        if (schedule == null || lastBump == null) {
            return Optional.empty();
        }
        Period period = switch (schedule.period()) {
            case "weekly" -> Period.ofWeeks(1);
            case "monthly" -> Period.ofMonths(1);
            default -> Period.ofDays(1);
        };
        LocalDate next = LocalDate.ofInstant(lastBump, ZoneOffset.UTC).plus(period);
        return next.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC))
                ? Optional.of(new Hold(
                        "its schedule is %s, and the next bump is due on %s".formatted(schedule.period(), next), next))
                : Optional.empty();
    }

    private static Optional<String> refused(Release release, String name, UpdatePolicy policy, Instant now) {
        Version version = release.version();
        Optional<UpdatePolicy.Pin> pin = policy.pin(name).filter(of -> !of.admits(version));
        if (pin.isPresent()) {
            String most = pin.get().version();
            return Optional.of(most == null ? "is held by a pin" : "passes the pin " + most);
        }
        Duration minimum = policy.minimumAge(name);
        if (minimum.isZero()) {
            return Optional.empty();
        }
        Instant date = release.date();
        if (date == null) {
            return Optional.of("has no known date, and a release must be %d days old".formatted(minimum.toDays()));
        }
        return Duration.between(date, now).compareTo(minimum) < 0
                ? Optional.of("is of %s, and a release must be %d days old"
                        .formatted(LocalDate.ofInstant(date, ZoneOffset.UTC), minimum.toDays()))
                : Optional.empty();
    }
}
