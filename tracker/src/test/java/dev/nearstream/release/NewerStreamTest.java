package dev.nearstream.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A version stream by name, and what upstream has beyond its filter. */
class NewerStreamTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "python-3.12   ! 3.12.1   ! {git: {tag-filter-prefix: v3.12, strip-prefix: v}} ! v3.12.1 v3.13.0 v3.14.2 v3.15.0rc1 ! 3.12: 3.14.2 (v3.14.2)",
                "python-3.12   ! 3.12.1   ! {git: {tag-filter-prefix: v3.12, strip-prefix: v}} ! v3.12.1 v3.11.9 v3.1.0 !",
                "python-3.12   ! 3.12.1   ! {git: {tag-filter-contains: 3.12, strip-prefix: v}} ! v3.12.1 v3.14.2 ! 3.12: 3.14.2 (v3.14.2)",
                "python-3.12   ! 3.12.1   ! {git: {tag-filter-contains: LTS, strip-prefix: v, strip-suffix: -LTS}} ! v3.12.1-LTS v3.14.2 !",
                "ruby-3.4      ! 3.4.1    ! {git: {tag-filter-prefix: v3_4_, strip-prefix: v}, version-separator: _} ! v3_4_1 v4_0_0 ! 3.4: 4.0.0 (v4_0_0)",
                "gcc-13        ! 13.2.0   ! {git: {tag-filter-prefix: releases/gcc-13., strip-prefix: releases/gcc-}} ! releases/gcc-13.2.0 releases/gcc-14.1.0 ! 13: 14.1.0 (releases/gcc-14.1.0)",
                "containerd-1  ! 1.7.1    ! {git: {tag-filter-prefix: v1, strip-prefix: v}}    ! v1.7.1 v2.0.0 api/v3.0 ! 1: 2.0.0 (v2.0.0)",
                // another numbering is no newer stream, and neither is one that the rules reject
                "bazel-7       ! 7.1.0    ! {git: {tag-filter-prefix: 7.}}                     ! 7.1.0 20240101 !",
                "abseil-20250127 ! 20250127.1 ! {git: {tag-filter-prefix: 20250127}}           ! 20250127.1 20260107.0 ! 20250127: 20260107.0 (20260107.0)",
                "bazel-7       ! 7.1.0    ! {git: {tag-filter-prefix: 7.}, ignore-regex-patterns: [^8]} ! 7.1.0 8.0.0 !",
                // a name that ends with a number of its own
                "php-8.2-ssh2  ! 1.4      ! {git: {tag-filter-prefix: 1.}}                     ! 1.4 2.0 !",
                "libgit2       ! 1.4      ! {git: {tag-filter-prefix: 1.}}                     ! 1.4 2.0 !",
                "curl          ! 8.4      ! {git: {tag-filter-prefix: 8.}}                     ! 8.4 9.0 !"
            })
    void isAFinding(String name, String version, String update, String tags, @Nullable String found) throws Exception {
        TaggedMirror mirror = new TaggedMirror();
        Stream.of(tags.split(" ")).forEach(tag -> mirror.tag(tag, "2026-06-01"));
        String blocks =
                "pipeline: [{uses: git-checkout, with: {repository: https://git.example.org/p}}]\nupdate: " + update;
        RecipeReleases releases =
                new RecipeReleases(OneRecipe.named(name, version, blocks), ReleaseSources.gitAlone(url -> mirror));
        ReleaseStanding standing = releases.standing(releases.list(), null, Instant.parse("2026-06-30T00:00:00Z"));
        assertThat(standing.releasesBehind()).as("no lag").isZero();
        if (found == null) {
            assertThat(standing.findings()).isEmpty();
        } else {
            assertThat(standing.findings())
                    .containsExactly("upstream has a newer stream than " + found + ", which the filter leaves out");
        }
    }
}
