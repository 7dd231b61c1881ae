package dev.nearstream.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Snapshots of a branch's head. */
class BranchSourceTest {
    private static final String OLD = "a".repeat(40);
    private static final String HEAD = "b".repeat(40);
    private static final String RULES = "update: {git: {}, schedule: {period: weekly}}";

    private final TaggedMirror mirror = new TaggedMirror()
            .tag("1.9", "2020-01-01")
            .head("main", HEAD, "2026-06-20")
            .head("2.x", OLD, "2026-05-01");

    private static String blocks(String with, String rules) {
        return "pipeline: [{uses: git-checkout, with: {repository: https://git.example.org/pkg%s}}]\n%s"
                .formatted(with, rules);
    }

    private ReleaseStanding standing(String version, String blocks) throws Exception {
        return Lists.standing(ReleaseSources.gitAlone(url -> mirror), version, blocks);
    }

    @Test
    void theHeadsDayIsTheVersion() throws Exception {
        ReleaseStanding standing = standing("1.0_git20260301", blocks(", expected-commit: " + OLD, RULES));
        assertThat(Lists.newest(standing)).isEqualTo("1.0_git20260620");
        assertThat(standing.source()).isEqualTo("branch");
        Release newest = Objects.requireNonNull(standing.newest());
        assertThat(newest.commit()).isEqualTo(HEAD);
        assertThat(newest.tag()).isNull();
        assertThat(Objects.requireNonNull(standing.packaged()).commit()).isEqualTo(OLD);
        assertThat(standing.releasesBehind()).isEqualTo(1);
    }

    @Test
    void whereTheHeadIsPackagedNothingIsNewerWhateverItsDay() throws Exception {
        ReleaseStanding standing = standing("1.0_git20260619", blocks(", expected-commit: " + HEAD, RULES));
        assertThat(Lists.newest(standing)).isEqualTo("1.0_git20260619");
        assertThat(standing.releasesBehind()).isZero();
    }

    @Test
    void theBranchIsTheCheckouts() throws Exception {
        assertThat(Lists.newest(standing("0_git20260301", blocks(", branch: 2.x", RULES))))
                .isEqualTo("0_git20260501");
        ReleaseStanding gone = standing("0_git20260301", blocks(", branch: gone", RULES));
        assertThat(gone.findings()).containsExactly("https://git.example.org/pkg has no branch gone");
        assertThat(gone.source()).isEqualTo("branch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "1.0_git20260301 !                  ! update: {git: {}}",
                "1.0             !                  ! update: {git: {}, schedule: {period: weekly}}",
                "1.0_git1        !                  ! update: {git: {}, schedule: {period: weekly}}",
                "1.0_git20260301 ! , tag: 'x'       ! update: {git: {}, schedule: {period: weekly}}"
            })
    void allElseFollowsTags(String version, @Nullable String with, String rules) throws Exception {
        ReleaseStanding standing = standing(version, blocks(with == null ? "" : with, rules));
        assertThat(standing.source()).isEqualTo("tags");
        assertThat(Lists.newest(standing)).isEqualTo("1.9");
    }

    @Test
    void aGitHubIdentifierWithAScheduleFollowsTheCheckoutToo() throws Exception {
        String rules = "update: {github: {identifier: a/b}, schedule: {period: monthly}}";
        assertThat(Lists.newest(standing("2026.07.08_git20260301", blocks("", rules))))
                .isEqualTo("2026.07.08_git20260620");
    }
}
