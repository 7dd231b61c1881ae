package dev.nearstream.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.recipe.UpdateRules;
import dev.nearstream.release.VersionSelector.Selection;
import dev.nearstream.upstream.Tag;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filters' order, a row a step, and what is said of rules that are wrong. */
class VersionSelectorTest {

    private static Selection select(String update, String... tags) {
        UpdateRules rules = OneRecipe.of("1.0", "update: " + update).update();
        return new VersionSelector(rules, Objects.requireNonNull(rules.source()))
                .select(Listing.of(
                        Listing.Kind.TAGS,
                        Stream.of(tags)
                                .map(name -> Candidate.of(new Tag(name, name, name)))
                                .toList(),
                        null));
    }

    private static String judge(String update, String tag) {
        Selection selection = select(update, tag);
        return selection.admitted().isEmpty()
                ? selection.rejected().get(0).why()
                : selection.admitted().get(0).version().text();
    }

    @ParameterizedTest(name = "{0} makes {1} {2}")
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                // 1. prefixes, on the tag's whole name
                "{git: {tag-filter-prefix: v1.}}                                     ! v2.0       ! does not begin with v1.",
                "{github: {identifier: a/b, tag-filter: v1.}}                        ! v2.0       ! does not begin with v1.",
                "{github: {identifier: a/b, tag-filter: v, tag-filter-prefix: v2}}   ! v1.0       ! does not begin with v2",
                "{git: {tag-filter-prefix: v1, strip-prefix: v}}                     ! v1.0       ! 1.0",
                "{git: {tag-filter-prefix: 3.}}                                      ! 3.10       ! 3.10",
                // 2. contains, on the tag's whole name
                "{git: {tag-filter-contains: lts}}                                   ! 1.0        ! does not contain lts",
                "{git: {tag-filter-contains: lts-, strip-prefix: lts-}}              ! lts-1.0    ! 1.0",
                // 3. and 4. strip
                "{git: {}}                                                           ! v1.0       ! 'v1.0' is no version of apk's form",
                "{git: {strip-prefix: v}}                                            ! v1.0       ! 1.0",
                "{git: {strip-prefix: v}}                                            ! 1.0        ! 1.0",
                "{git: {strip-prefix: v}}                                            ! vv1.0      ! 'v1.0' is no version of apk's form",
                "{git: {strip-prefix: rel, strip-suffix: -final}}                    ! rel1.0-final ! 1.0",
                "{git: {strip-prefix: ab, strip-suffix: ab}}                         ! ab         ! '' is no version of apk's form",
                // 5. ignored anywhere, on what is left, before the separator
                "{git: {}, ignore-regex-patterns: [a]}                               ! 1.2a       ! ignored by a",
                "{git: {strip-prefix: rel-}, ignore-regex-patterns: [rel]}           ! rel-1.0    ! 1.0",
                "{git: {}, ignore-regex-patterns: [_], version-separator: _}         ! 1_2        ! ignored by _",
                "{git: {}, ignore-regex-patterns: ['^\\d+\\.(\\d*[13579])\\.\\d+$']} ! 3.31.4     ! ignored by ^\\d+\\.(\\d*[13579])\\.\\d+$",
                "{git: {}, ignore-regex-patterns: ['^\\d+\\.(\\d*[13579])\\.\\d+$']} ! 3.32.4     ! 3.32.4",
                "{git: {}, enable-prerelease-tags: true, ignore-regex-patterns: [rc*]} ! 1.0r     ! ignored by rc*",
                // 6. separator
                "{git: {strip-prefix: R_}, version-separator: _}                     ! R_1_2_3    ! 1.2.3",
                "{git: {}, version-separator: -}                                     ! 1-2        ! 1.2",
                "{git: {}, version-separator: _, version-transform: [{match: '\\.', replace: '.0'}]} ! 1_2 ! 1.02",
                // 7. no prerelease unless allowed, before any transform
                "{git: {}}                                                           ! 1.0-rc1    ! a prerelease",
                "{git: {}}                                                           ! 1.0Beta2   ! a prerelease",
                "{git: {strip-prefix: prefix-}}                                      ! prefix-1.0 ! 1.0",
                "{git: {}, version-transform: [{match: '-rc.*', replace: ''}]}       ! 1.0-rc1    ! a prerelease",
                "{git: {}, enable-prerelease-tags: true}                             ! 1.0_rc1    ! 1.0_rc1",
                "{git: {}, enable-prerelease-tags: true, version-transform: [{match: '-rc', replace: _rc}]} ! 1.0-rc1 ! 1.0_rc1",
                // 8. transforms, all in order
                "{git: {}, version-transform: [{match: '(.*)', replace: 5.$1}]}      ! 31.0       ! 5.31.0",
                "{git: {}, version-transform: [{match: a, replace: b}, {match: b, replace: '.'}]} ! 1a2b3 ! 1.2.3",
                "{git: {}, version-transform: [{match: p(\\d+)$, replace: _p$1}]}    ! 9.9p2      ! 9.9_p2"
            })
    void eachFilterHasItsTurn(String update, String tag, String result) {
        assertThat(judge(update, tag)).isEqualTo(result);
    }

    @Test
    void aMonitorsAndARegistrysFiltersAreTheirOwn() {
        assertThat(judge(
                        "{release-monitor: {identifier: 1, version-filter-prefix: 7., version-filter-contains: p}}",
                        "7.1"))
                .isEqualTo("does not contain p");
        assertThat(judge("{oci: {identifier: a, tag-filter-prefix: 8.}}", "7.1"))
                .isEqualTo("does not begin with 8.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                // filters, on the whole name
                "version-filter-prefix: v1                                    ! v2.0      ! does not begin with v1",
                // ignored on the whole name, before anything is stripped
                "strip-prefix: rel-}, ignore-regex-patterns: [rel], x: {      ! rel-1.0   ! ignored by rel",
                "strip-prefix: v}, ignore-regex-patterns: ['^1'], x: {        ! v1.0      ! 1.0",
                // the separator, before anything is stripped
                "strip-prefix: R., strip-suffix: .final}, version-separator: _, x: { ! R_1_2_final ! 1.2",
                "strip-prefix: R_}, version-separator: _, x: {                ! R_1_2     ! 'R.1.2' is no version of apk's form",
                // prereleases are left out there already
                "strip-prefix: v                                              ! v1.0_rc1  ! 1.0_rc1",
                // transforms last
                "strip-prefix: v}, version-transform: [{match: 'p', replace: _p}], x: { ! v9.9p2 ! 9.9_p2"
            })
    void aMonitorsVersionsHaveAnOrderOfTheirOwn(String rules, String version, String result) {
        assertThat(judge("{release-monitor: {identifier: 1, " + rules + "}}", version))
                .isEqualTo(result);
    }

    @Test
    void whatItsSourceCallsAPrereleaseIsOne() {
        Candidate release = new Candidate("v2.0", null, null, null, true, null);
        Candidate draft = release.flawed("a draft");
        assertThat(why("{github: {identifier: a/b, strip-prefix: v}}", release)).isEqualTo("a prerelease");
        assertThat(why("{github: {identifier: a/b, strip-prefix: v}, enable-prerelease-tags: true}", release))
                .isEqualTo("2.0");
        assertThat(why("{github: {identifier: a/b, strip-prefix: v}, enable-prerelease-tags: true}", draft))
                .isEqualTo("a draft");
    }

    private static String why(String update, Candidate candidate) {
        UpdateRules rules = OneRecipe.of("1.0", "update: " + update).update();
        Selection selection = new VersionSelector(rules, Objects.requireNonNull(rules.source()))
                .select(Listing.of(Listing.Kind.RELEASES, List.of(candidate), null));
        return selection.admitted().isEmpty()
                ? selection.rejected().get(0).why()
                : selection.admitted().get(0).version().text();
    }

    @Test
    void admittedVersionsStandNewestFirstByApksOrder() {
        Selection selection =
                select("{git: {strip-prefix: v}}", "v1.9", "1.10", "v1.10", "v1.08", "x", "v1.1_p1", "v1.1");
        assertThat(selection.admitted())
                .extracting(candidate -> candidate.candidate().name())
                .containsExactly("1.10", "v1.10", "v1.9", "v1.1_p1", "v1.1", "v1.08");
        assertThat(selection.rejected())
                .extracting(ReleaseStanding.Rejected::tag)
                .containsExactly("x");
        assertThat(selection.findings()).isEmpty();
    }

    @Test
    void aVersionThatNoFileCouldBeNamedByIsNone() {
        Selection selection = select("{git: {strip-prefix: v}}", "v1." + "7".repeat(5000), "v1." + "7".repeat(126));
        assertThat(selection.admitted())
                .extracting(admitted -> admitted.version().text().length())
                .containsExactly(128);
        assertThat(selection.rejected())
                .extracting(ReleaseStanding.Rejected::why)
                .containsExactly("a version of 5,002 characters; 128 is the most");
    }

    @Test
    void aGroupThatDoesNotExistIsAFindingAndItsVersionIsNeverProposed() {
        String update = "{git: {}, version-transform: [{match: '(.+)p(\\d+)', replace: $1_p$2}]}";
        Selection selection = select(update, "1.9.17p1", "1.9.17");
        assertThat(selection.admitted())
                .extracting(candidate -> candidate.version().text())
                .containsExactly("1.9.17");
        assertThat(selection.rejected())
                .containsExactly(new ReleaseStanding.Rejected(
                        "1.9.17p1",
                        "1.9.17p1 becomes 1 by a version-transform that names the group 1_p, which does not exist"));
        assertThat(selection.findings())
                .containsExactly("update: version-transform replaces by $1_p$2, whose group 1_p does not exist; "
                        + "write ${1} for $1 before a letter, digit or underscore");
    }

    @Test
    void aFilterThatMatchesNothingIsAFinding() {
        assertThat(select("{git: {tag-filter-prefix: release}}", "v1", "v2").findings())
                .containsExactly("update: the tag filter matches none of upstream's tags (2)");
        assertThat(select("{git: {tag-filter-prefix: v}}", "v1", "2").findings())
                .containsExactly("update: the rules admit none of upstream's tags (2)");
        assertThat(select("{git: {tag-filter-prefix: v}}").findings()).isEmpty();
    }

    @Test
    void anEmptyFilterFiltersNothing() {
        assertThat(judge(
                        "{github: {identifier: a/b, tag-filter: '', tag-filter-contains: ''}, version-separator: ''}",
                        "1.0"))
                .isEqualTo("1.0");
    }

    @Test
    void anExpressionThatDoesNotCompileIsLeftOut() {
        assertThat(judge("{git: {}, ignore-regex-patterns: ['(', '9']}", "1.0")).isEqualTo("1.0");
        assertThat(List.of(judge("{git: {}, ignore-regex-patterns: ['(', '9']}", "9.0")))
                .containsExactly("ignored by 9");
    }
}
