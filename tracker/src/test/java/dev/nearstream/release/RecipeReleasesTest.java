package dev.nearstream.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.recipe.Version;
import dev.nearstream.upstream.UpstreamException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the packaged version lies among upstream's tags. */
class RecipeReleasesTest {
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final String CHECKOUT =
            "pipeline: [{uses: git-checkout, with: {repository: https://git.example.org/pkg, tag: '%s'}}]\n";
    private static final String RULES = "update: {git: {strip-prefix: v}}";
    private static final String GIT = CHECKOUT.formatted("v${{package.version}}") + RULES;

    private final TaggedMirror mirror = new TaggedMirror()
            .tag("v1.0", "2026-01-01")
            .tag("v1.1", "2026-06-01")
            .tag("v1.2", "2026-06-20")
            .tag("nightly", "2026-06-29");

    private ReleaseStanding standing(String version) throws UpstreamException {
        return standing(version, null);
    }

    private ReleaseStanding standing(String version, @Nullable String day) throws UpstreamException {
        LocalDate asOf = day == null ? null : LocalDate.parse(day);
        return standing(mirror, version, asOf);
    }

    private static ReleaseStanding standing(TaggedMirror mirror, String version, @Nullable LocalDate asOf)
            throws UpstreamException {
        RecipeReleases releases = releases(mirror, version, GIT);
        return releases.standing(releases.list(), asOf, NOW);
    }

    private static RecipeReleases releases(TaggedMirror mirror, String version, String blocks) {
        return new RecipeReleases(OneRecipe.of(version, blocks), ReleaseSources.gitAlone(url -> mirror));
    }

    private static Optional<String> tagOf(RecipeReleases releases, String version) throws UpstreamException {
        return releases.release(releases.list(), Version.parse(version).orElseThrow())
                .map(Release::name);
    }

    private static String newest(ReleaseStanding standing) {
        Release newest = standing.newest();
        return newest == null ? "none" : newest.version().text();
    }

    @Test
    void behindCountsReleasesAndTheDaysSinceTheFirstThatWasNotTaken() throws UpstreamException {
        ReleaseStanding standing = standing("1.0");
        assertThat(newest(standing)).isEqualTo("1.2");
        assertThat(Objects.requireNonNull(standing.packaged()).name()).isEqualTo("v1.0");
        assertThat(standing.releasesBehind()).isEqualTo(2);
        assertThat(standing.daysBehind()).isEqualTo(29);
        assertThat(standing.firstMissed()).isEqualTo("2026-06-01T12:00:00Z");
        assertThat(standing.considered()).isEqualTo(4);
        assertThat(standing.rejected())
                .extracting(ReleaseStanding.Rejected::tag)
                .containsExactly("nightly");
        assertThat(standing.source()).isEqualTo("tags");
        assertThat(standing.reason()).isNull();
    }

    @Test
    void atTheNewestReleaseNothingIsBehind() throws UpstreamException {
        ReleaseStanding standing = standing("1.2");
        assertThat(standing.releasesBehind()).isZero();
        assertThat(standing.daysBehind()).isZero();
        assertThat(standing.firstMissed()).isNull();
    }

    @Test
    void aheadOfAllReleasesNothingIsBehind() throws UpstreamException {
        ReleaseStanding standing = standing("9.0");
        assertThat(newest(standing)).isEqualTo("1.2");
        assertThat(standing.packaged()).isNull();
        assertThat(standing.daysBehind()).isZero();
        assertThat(standing.target()).as("a bump goes forward").isEmpty();
        assertThat(standing.findings())
                .containsExactly("the newest release that the update rules admit, 1.2, is older than the packaged 9.0");
        assertThat(standing("1.2").target()).isPresent();
    }

    @Test
    void severalTagsOfOneVersionAreOneRelease() throws UpstreamException {
        mirror.tag("1.2", "2026-06-21").tag("1.1", "2026-06-02");
        assertThat(standing("1.0").releasesBehind()).isEqualTo(2);
        assertThat(standing("1.0").daysBehind()).isEqualTo(29);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 1.0, 0, 0",
        "2026-05-31, 1.0, 0, 0",
        "2026-06-01, 1.1, 1, 0",
        "2026-06-19, 1.1, 1, 18",
        "2026-06-20, 1.2, 2, 19",
        "2025-12-31, none, 0,"
    })
    void asOfADayLooksAtItsEnd(String day, String newest, int releases, @Nullable Long days) throws UpstreamException {
        ReleaseStanding standing = standing("1.0", day);
        assertThat(newest(standing)).isEqualTo(newest);
        assertThat(standing.releasesBehind()).isEqualTo(releases);
        assertThat(standing.daysBehind()).isEqualTo(days);
    }

    @Test
    void undatedTagsCountAsReleasesButNotAsDays() throws UpstreamException {
        TaggedMirror undated = new TaggedMirror().undated("v1.0").undated("v1.1");
        ReleaseStanding standing = standing(undated, "1.0", null);
        assertThat(standing.releasesBehind()).isEqualTo(1);
        assertThat(standing.daysBehind()).isNull();
        assertThat(standing.firstMissed()).isNull();
        ReleaseStanding asOf = standing(undated, "1.0", LocalDate.parse("2026-06-30"));
        assertThat(newest(asOf)).isEqualTo("none");
        assertThat(asOf.rejected()).extracting(ReleaseStanding.Rejected::why).containsOnly("its date is not known");
        assertThat(asOf.reason())
                .isEqualTo("every tag that the update rules admit is later than 2026-06-30, or of unknown date");
    }

    @Test
    void aReleaseIsFoundByTheVersionThatItsTagGives() throws UpstreamException {
        RecipeReleases releases = releases(mirror, "1.0", GIT);
        assertThat(tagOf(releases, "1.1")).contains("v1.1");
        assertThat(tagOf(releases, "7.7")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "v1.0,                    v1.1",
        "stable-2,",
        "v${{package.version}},   v1.1",
        "${{vars.v}},             v1.1",
        "${{vars.fixed}},"
    })
    void theTagOfAnotherVersionIsNamedAsTheRecipeNamesItsOwn(String tag, @Nullable String expected)
            throws UpstreamException {
        String vars = """
                vars: {fixed: nightly}
                var-transforms: [{from: '${{package.version}}', match: '^', replace: v, to: v}]
                """;
        RecipeReleases releases =
                releases(mirror, "1.0", vars + CHECKOUT.formatted(tag) + "update: {git: {tag-filter-prefix: none}}");
        assertThat(tagOf(releases, "1.1").orElse(null)).isEqualTo(expected);
    }

    @Test
    void aPackagedVersionThatIsNoneHasNoLag() throws UpstreamException {
        ReleaseStanding standing = standing("main-x");
        assertThat(standing.current()).isNull();
        assertThat(newest(standing)).isEqualTo("1.2");
        assertThat(standing.packaged()).isNull();
        assertThat(standing.daysBehind()).isNull();
    }

    @Test
    void onlyTheTagsThatMatterAreDated() throws UpstreamException {
        TaggedMirror many = new TaggedMirror();
        for (int i = 0; i < 300; i++) {
            many.tag("v1." + i, LocalDate.parse("2025-01-01").plusDays(i).toString());
        }
        ReleaseStanding standing = standing(many, "1.100", null);
        assertThat(standing.releasesBehind()).isEqualTo(199);
        assertThat(standing.firstMissed()).isEqualTo("2025-04-12T12:00:00Z");
        assertThat(many.asked())
                .hasSize(52)
                .contains("v1.100", "v1.101", "v1.299")
                .doesNotContain("v1.99", "v1.200");
    }

    @Test
    void withoutTagsNothingIsKnown() throws UpstreamException {
        ReleaseStanding standing = standing(new TaggedMirror(), "1.0", null);
        assertThat(standing.newest()).isNull();
        assertThat(standing.reason()).isEqualTo("upstream has no tags");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "update: {github: {identifier: owner/name}}      ! https://github.com/owner/name",
                "update: {git: {}}                               !",
                "update: {github: {identifier: owner}}           !",
                "update: {github: {identifier: a/b/c}}           !",
                "update: {github: {identifier: ../b}}            !",
                "update: {github: {identifier: a/..}}            !",
                "update: {github: {identifier: a.b/.github}}     ! https://github.com/a.b/.github",
                "update: {release-monitor: {identifier: 1}}      !",
                "vars: {}                                        !"
            })
    void theRepositoryIsTheIdentifiers(String blocks, String url) {
        assertThat(ReleaseRepository.of(OneRecipe.of("1", blocks)).orElse(null)).isEqualTo(url);
    }

    @Test
    void forGitItIsTheFirstCheckouts() {
        String steps = """
                pipeline:
                  - {uses: git-checkout, with: {repository: https://example.org/a, tag: v1}}
                  - {uses: git-checkout, with: {repository: https://example.org/b, tag: v1}}
                """;
        assertThat(ReleaseRepository.of(OneRecipe.of("1", steps + RULES))).contains("https://example.org/a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "vars: {}                                      ! the recipe has no update block",
                "update: {enabled: true}                       ! the update block names no source",
                "update: {enabled: false}                      ! updates are disabled",
                "update: {enabled: false, exclude-reason: eol} ! updates are disabled: eol",
                "update: {github: {identifier: x}}             ! the update block's identifier 'x' is not of the form owner/name",
                "update: {git: {}}                             ! the update block's source is git, and the recipe checks out no repository"
            })
    void whyThereIsNoRepositoryIsSaid(String blocks, String why) {
        assertThat(ReleaseRepository.of(OneRecipe.of("1", blocks))).isEmpty();
        assertThat(ReleaseRepository.whyNone(OneRecipe.of("1", blocks))).contains(why);
    }
}
