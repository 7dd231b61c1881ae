package dev.nearstream.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.recipe.Recipe;
import dev.nearstream.release.BumpTarget.Hold;
import dev.nearstream.release.BumpTarget.Propose;
import dev.nearstream.release.UpdatePolicy.Age;
import dev.nearstream.release.UpdatePolicy.Pin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a bump is proposed, and to what. */
class BumpTargetTest {
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

    private final TaggedMirror mirror = new TaggedMirror()
            .tag("1.0", "2026-01-01")
            .tag("1.1", "2026-03-01")
            .tag("1.2", "2026-06-20")
            .tag("2.0", "2026-06-29");

    private BumpTarget target(String version, String update, UpdatePolicy policy, @Nullable String lastBump)
            throws Exception {
        String checkout = "pipeline: [{uses: git-checkout, with: {repository: https://git.example.org/p}}]\n";
        Recipe recipe = OneRecipe.of(version, checkout + update);
        RecipeReleases releases = new RecipeReleases(recipe, ReleaseSources.gitAlone(url -> mirror));
        ReleaseStanding standing = releases.standing(releases.list(), null, NOW);
        return BumpTarget.of(recipe, standing, policy, NOW, lastBump == null ? null : Instant.parse(lastBump));
    }

    private String said(String version, String update, UpdatePolicy policy, @Nullable String lastBump)
            throws Exception {
        BumpTarget target = target(version, update, policy, lastBump);
        if (target instanceof Propose propose) {
            return propose.release().version().text();
        }
        return ((Hold) target).reason();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "1.0  ! update: {git: {}}                                          ! 2.0",
                "1.0  ! update: {git: {}, require-sequential: true}                ! 1.1",
                "1.1  ! update: {git: {}, require-sequential: true}                ! 1.2",
                "2.0  ! update: {git: {}}                                          ! no newer release is known",
                "3.0  ! update: {git: {}}                                          ! no newer release is known",
                "main ! update: {git: {}}                                          ! the packaged version is no version of apk's form",
                "1.0  ! vars: {}                                                   ! the recipe has no update block",
                "1.0  ! update: {git: {}, manual: true}                            ! the recipe is updated by hand (manual: true)",
                "1.0  ! update: {git: {}, enabled: false, exclude-reason: eol}     ! updates are disabled: eol",
                "1.0  ! update: {git: {tag-filter-prefix: x}}                      ! the update rules admit none of upstream's tags (4)"
            })
    void theRecipeSaysWhether(String version, String update, String said) throws Exception {
        assertThat(said(version, update, UpdatePolicy.DEFAULT, null)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "daily   ! 2026-06-29T23:00:00Z ! 2.0",
                "daily   ! 2026-06-30T01:00:00Z ! its schedule is daily, and the next bump is due on 2026-07-01",
                "weekly  ! 2026-06-23T23:00:00Z ! 2.0",
                "weekly  ! 2026-06-24T01:00:00Z ! its schedule is weekly, and the next bump is due on 2026-07-01",
                "monthly ! 2026-05-30T23:00:00Z ! 2.0",
                "monthly ! 2026-05-31T01:00:00Z ! 2.0",
                "monthly ! 2026-06-01T01:00:00Z ! its schedule is monthly, and the next bump is due on 2026-07-01",
                "monthly !                      ! 2.0"
            })
    void aScheduleSaysHowOften(String period, @Nullable String last, String said) throws Exception {
        assertThat(said("1.0", "update: {git: {}, schedule: {period: " + period + "}}", UpdatePolicy.DEFAULT, last))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "0  ! 2.0",
                "1  ! 2.0",
                "2  ! 1.2",
                "11 ! 1.1",
                "200 ! 2.0 is of 2026-06-29, and a release must be 200 days old"
            })
    void aReleaseMustBeOldEnough(int days, String said) throws Exception {
        UpdatePolicy policy = new UpdatePolicy(Duration.ZERO, Duration.ofDays(days), List.of(), List.of());
        assertThat(said("1.0", "update: {git: {}}", policy, null)).isEqualTo(said);
    }

    @Test
    void anAgeOfAPackageGoesBeforeThatOfAll() throws Exception {
        UpdatePolicy policy = new UpdatePolicy(
                Duration.ZERO,
                Duration.ofDays(200),
                List.of(new Age("other", Duration.ofDays(300)), new Age("p*", Duration.ofDays(2))),
                List.of());
        assertThat(said("1.0", "update: {git: {}}", policy, null)).isEqualTo("1.2");
    }

    @Test
    void aReleaseWithoutADateIsNotKnownToBeOldEnough() throws Exception {
        mirror.undated("2.1");
        UpdatePolicy policy = new UpdatePolicy(Duration.ZERO, Duration.ofDays(2), List.of(), List.of());
        assertThat(said("1.0", "update: {git: {}}", policy, null)).isEqualTo("1.2");
        assertThat(said("2.0", "update: {git: {}}", policy, null))
                .isEqualTo("2.1 has no known date, and a release must be 2 days old");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "pkg ! 1     ! 1.2",
                "pkg ! 1.1   ! 1.1",
                "pkg ! 1.1.5 ! 1.1",
                "*   ! 1.1   ! 1.1",
                "pkg ! 0.9   ! 2.0 passes the pin 0.9",
                "pkg ! 2     ! 2.0",
                "pkg !       ! 2.0 is held by a pin",
                "p   ! 1.1   ! 2.0"
            })
    void aPinIsNotPassed(String packages, @Nullable String version, String said) throws Exception {
        UpdatePolicy policy =
                new UpdatePolicy(Duration.ZERO, Duration.ZERO, List.of(), List.of(new Pin(packages, version)));
        assertThat(said("1.0", "update: {git: {}}", policy, null)).isEqualTo(said);
    }

    @Test
    void aPinsNumbersAreWhole() throws Exception {
        mirror.tag("1.10", "2026-06-01").tag("1.1_p1", "2026-06-01").tag("1.1.7", "2026-06-01");
        UpdatePolicy policy = new UpdatePolicy(Duration.ZERO, Duration.ZERO, List.of(), List.of(new Pin("pkg", "1.1")));
        assertThat(said("1.0", "update: {git: {}}", policy, null)).isEqualTo("1.1.7");
    }

    @Test
    void whatIsPassedOverIsSaidWithItsReason() throws Exception {
        UpdatePolicy policy = new UpdatePolicy(Duration.ZERO, Duration.ofDays(2), List.of(), List.of());
        Propose next =
                (Propose) target("1.0", "update: {git: {}, require-sequential: true, shared: true}", policy, null);
        assertThat(next.shared()).isTrue();
        assertThat(next.passedOver())
                .extracting(of -> of.release().version() + " " + of.why())
                .containsExactly(
                        "2.0 is of 2026-06-29, and a release must be 2 days old",
                        "1.2 comes later: the recipe requires its bumps to be sequential");
    }

    @Test
    void aScheduleNamesTheDayAndNothingElseDoes() throws Exception {
        String weekly = "update: {git: {}, schedule: {period: weekly}}";
        assertThat(target("1.0", weekly, UpdatePolicy.DEFAULT, "2026-06-25T01:00:00Z"))
                .isInstanceOfSatisfying(
                        Hold.class, hold -> assertThat(hold.until()).isEqualTo("2026-07-02"));
        assertThat(target("1.0", "update: {git: {}, manual: true}", UpdatePolicy.DEFAULT, "2026-06-25T01:00:00Z"))
                .isInstanceOfSatisfying(
                        Hold.class, hold -> assertThat(hold.until()).isNull());
    }
}
