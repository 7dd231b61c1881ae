package dev.nearstream.delta.pin.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders as the ecosystems' own documents give them. */
class VersionOrderTest {

    private static void ascending(VersionScheme scheme, String... versions) {
        List<String> all = List.of(versions);
        for (int left = 0; left < all.size(); left++) {
            for (int right = 0; right < all.size(); right++) {
                Relation relation = scheme.relate(all.get(left), all.get(right));
                assertThat(relation.isBelow())
                        .as(all.get(left) + " below " + all.get(right) + ": " + relation)
                        .isEqualTo(left < right);
                assertThat(relation == Relation.EQUAL).isEqualTo(left == right);
            }
        }
    }

    @Test
    void semanticVersions() {
        ascending(
                VersionScheme.CARGO,
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-alpha.beta",
                "1.0.0-beta",
                "1.0.0-beta.2",
                "1.0.0-beta.11",
                "1.0.0-rc.1",
                "1.0.0",
                "1.0.1",
                "1.2.0",
                "1.10.0",
                "2.0.0");
    }

    @Test
    void goVersions() {
        ascending(
                VersionScheme.GO,
                "v0.0.0-20230101000000-abcdefabcdef",
                "v0.0.0-20240101000000-000000000000",
                "v0.0.1",
                "v1.2.3-0.20240101000000-abcdefabcdef",
                "v1.2.3-pre",
                "v1.2.3-pre.0.20240101000000-abcdefabcdef",
                "v1.2.3",
                "v1.2.4-0.20240101000000-abcdefabcdef",
                "v26.1.5+incompatible",
                "v28.0.0+incompatible");
        assertThat(VersionScheme.GO.relate("v28.0.0+incompatible", "v28.0.0")).isEqualTo(Relation.EQUAL);
        assertThat(VersionScheme.GO.isVersion("1.2.3")).isFalse();
        assertThat(VersionScheme.GO.isVersion("v1.2")).isFalse();
        assertThat(VersionScheme.GO.isVersion("v1.02.3")).isFalse();
    }

    @Test
    void mavenVersions() {
        ascending(
                VersionScheme.MAVEN,
                "1.0-alpha-1",
                "1.0-beta-1",
                "1.0-M2",
                "1.0-rc1",
                "1.0-SNAPSHOT",
                "1.0",
                "1.0-sp",
                "1.0.1",
                "1.9",
                "1.10");
        assertThat(VersionScheme.MAVEN.relate("4.1.94.Final", "4.1.94")).isEqualTo(Relation.EQUAL);
        assertThat(VersionScheme.MAVEN.relate("2.18.8-SNAPSHOT", "2.18.8")).isEqualTo(Relation.BELOW);
        assertThat(VersionScheme.MAVEN.isVersion("[1.0,2.0)")).isFalse();
        assertThat(VersionScheme.MAVEN.isVersion("${netty.version}")).isFalse();
        assertThat(VersionScheme.MAVEN.isVersion("LATEST")).isFalse();
    }

    @Test
    void pythonVersions() {
        ascending(
                VersionScheme.PEP440,
                "1.0.dev456",
                "1.0a1",
                "1.0a2.dev456",
                "1.0a12.dev456",
                "1.0a12",
                "1.0b1.dev456",
                "1.0b2",
                "1.0b2.post345.dev456",
                "1.0b2.post345",
                "1.0rc1.dev456",
                "1.0rc1",
                "1.0",
                "1.0+abc.5",
                "1.0+abc.7",
                "1.0+5",
                "1.0.post456.dev34",
                "1.0.post456",
                "1.1.dev1",
                "1.1",
                "1!0.1");
        assertThat(VersionScheme.PEP440.relate("1.0.0", "1")).isEqualTo(Relation.EQUAL);
        assertThat(VersionScheme.PEP440.relate("1.0-RC_1", "1.0c1")).isEqualTo(Relation.EQUAL);
        assertThat(VersionScheme.PEP440.relate("1.0-1", "1.0.post1")).isEqualTo(Relation.EQUAL);
        assertThat(VersionScheme.PEP440.isVersion("1.0.*")).isFalse();
    }

    @Test
    void gemVersions() {
        ascending(
                VersionScheme.GEM,
                "0.9",
                "1.0.a.2",
                "1.0.b1",
                "1.0.b10",
                "1.0.pre",
                "1.0.rc1",
                "1.0",
                "1.0.1.a",
                "1.0.1",
                "1.2",
                "1.10");
        assertThat(VersionScheme.GEM.relate("1.0.0", "1")).isEqualTo(Relation.EQUAL);
        assertThat(VersionScheme.GEM.relate("1.0-rc1", "1.0")).isEqualTo(Relation.BELOW);
    }

    @ParameterizedTest
    @CsvSource({
        "GO, v1.39.0, v1.38.5, ABOVE",
        "GO, v2.0.0+incompatible, v1.38.5, ABOVE_ON_ANOTHER_LINE",
        "CARGO, 0.9.2, 0.8.6, ABOVE_ON_ANOTHER_LINE",
        "CARGO, 0.8.7, 0.8.6, ABOVE",
        "CARGO, 1.9.0, 1.8.6, ABOVE",
        "CARGO, 0.0.4, 0.0.3, ABOVE_ON_ANOTHER_LINE",
        "NPM, 10.2.3, 9.0.7, ABOVE_ON_ANOTHER_LINE",
        "NPM, 9.1.0, 9.0.7, ABOVE_ON_ANOTHER_LINE",
        "MAVEN, 2.19.0, 2.18.8, ABOVE_ON_ANOTHER_LINE",
        "MAVEN, 2.18.9, 2.18.8, ABOVE",
        "MAVEN, 2.15.0, 2.18.8, BELOW_ON_ANOTHER_LINE",
        "PEP440, 2.7.0, 2.6.3, ABOVE_ON_ANOTHER_LINE",
        "PEP440, 2.6.4, 2.6.3, ABOVE",
        "GEM, 7.1.3.1, 7.1.3, ABOVE",
        "GEM, 7.2.0, 7.1.3, ABOVE_ON_ANOTHER_LINE",
        "GEM, main, 7.1.3, UNTOLD",
    })
    void lines(VersionScheme scheme, String found, String pinned, Relation relation) {
        assertThat(scheme.relate(found, pinned)).isEqualTo(relation);
    }

    @ParameterizedTest
    @CsvSource({
        "MAVEN, 1.2.0-preview1, 1.2.0",
        "MAVEN, 33.4.8-jre, 33.4.8-android",
        "MAVEN, 1.2.+, 1.2",
        "PEP440, 2.5.0+cpu, 2.5.0",
        "CARGO, 300.5.0+3.5.0, 300.5.0+3.5.4"
    })
    void anotherBuildOfOneReleaseTellsNothing(VersionScheme scheme, String found, String pinned) {
        assertThat(scheme.relate(found, pinned)).isEqualTo(Relation.UNTOLD);
    }

    @ParameterizedTest
    @CsvSource({
        "MAVEN, 33.4.9-jre, 33.4.8-android, ABOVE",
        "MAVEN, 4.1.118.Final, 4.1.118, EQUAL",
        "MAVEN, 1.2.0.sp1, 1.2.0, ABOVE",
        "MAVEN, 1.2.0-preview1, 1.2.0-preview1, EQUAL",
        "PEP440, 2.5.1+cpu, 2.5.0, ABOVE",
        "CARGO, 300.5.0+3.5.0, 300.5.0, EQUAL",
        "CARGO, 300.5.1+3.5.0, 300.5.0+3.5.4, ABOVE"
    })
    void aLaterReleaseDoesWhateverItsBuild(VersionScheme scheme, String found, String pinned, Relation relation) {
        assertThat(scheme.relate(found, pinned)).isEqualTo(relation);
    }
}
