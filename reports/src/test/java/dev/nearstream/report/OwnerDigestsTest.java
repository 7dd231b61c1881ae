package dev.nearstream.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.nearstream.owner.Owners;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.PullRequestEvent;
import dev.nearstream.store.PullRequestRecord;
import dev.nearstream.store.PullRequestRecord.ForgeEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnerDigestsTest {
    /** Libpcap has two owners, curl and wget one, zlib the first again in other capitals; of base and held nobody is one. */
    private static final Owners OWNERS = (name, recipe) -> Map.of(
                    "libpcap", List.of("@org/net", "@ann"),
                    "curl", List.of("@ann"),
                    "wget", List.of("@ann", "@ANN"),
                    "zlib", List.of("@Org/Net"),
                    "retired", List.of("@ann"))
            .getOrDefault(name, List.of());

    private static OwnerDigests digests() {
        return OwnerDigests.of(Nights.tonight(), Nights.before(), Nights.ZONE, OWNERS, List.of());
    }

    @Test
    void eachOwnerHasItsOwnPackagesAndNobodyElses() {
        OwnerDigests digests = digests();
        assertThat(digests.digests()).extracting(OwnerDigest::owner).containsExactly("@ann", "@org/net");
        assertThat(packages(digests.digests().get(0))).containsExactly("curl", "libpcap", "wget");
        assertThat(packages(digests.digests().get(1))).containsExactly("libpcap", "zlib");
        assertThat(digests.unowned()).isEqualTo(2);
        assertThat(digests.digests().get(1).report().notAssessed()).isEmpty();
        assertThat(digests.digests().get(0).report().notAssessed())
                .extracting(NotAssessed::names)
                .containsExactly(List.of("curl", "wget"));
    }

    @Test
    void changesAreThoseOfItsPackages() {
        Changes net = changes(digests(), 1);
        assertThat(net.recovered()).extracting(Outcome::packageName).containsExactly("zlib");
        assertThat(net.failed()).isEmpty();
        Changes ann = changes(digests(), 0);
        assertThat(ann.recovered()).isEmpty();
        assertThat(ann.added()).containsExactly("curl", "wget");
        assertThat(ann.count())
                .isEqualTo(ann.failed().size()
                        + ann.added().size()
                        + ann.verdicts().size()
                        + ann.born().size()
                        + ann.gone().size()
                        + ann.releases().size());
    }

    @Test
    void problemsAreThoseBesideItsRecipes() {
        assertThat(digests().digests().get(0).report().unused())
                .extracting(UnusedFile::packageName)
                .containsExactlyInAnyOrder("libpcap", "curl", "retired");
        assertThat(digests().digests().get(1).report().unused())
                .extracting(UnusedFile::packageName)
                .containsExactly("libpcap");
    }

    @Test
    void anOwnerOfNothingYesterdayHasOnlyNewPackages() {
        Night before = new Night(Nights.run(0), List.of(), List.of());
        OwnerDigests digests = OwnerDigests.of(Nights.tonight(), before, Nights.ZONE, OWNERS, List.of());
        assertThat(changes(digests, 1).added()).containsExactly("libpcap", "zlib");
        assertThat(digests.digests().get(1).before()).isNotNull();
    }

    @Test
    void pullRequestsThatWaitAreOnceInEachOwnersDigest() {
        List<PullRequestRecord> records = List.of(
                pull("zlib", "7", Nights.run(1).started()),
                pull("libpcap", "7", Nights.run(1).started()),
                pull("libpcap", "5", Nights.run(0).started().minusSeconds(1)),
                pull("other", "9", Nights.run(1).started()),
                PullRequestRecord.first(bump("zlib"), "b", Nights.run(1).started()));
        OwnerDigests digests = OwnerDigests.of(Nights.tonight(), Nights.before(), Nights.ZONE, OWNERS, records);
        assertThat(digests.digests().get(1).pulls())
                .extracting(WaitingPull::number, pull -> pull.bumps().size())
                .containsExactly(tuple("5", 1), tuple("7", 2));
        assertThat(digests.digests().get(0).pulls())
                .extracting(pull -> pull.bumps().size())
                .containsExactly(1, 1);
    }

    @Test
    void newsIsAChangeOrAPullRequestOrTheFirstDigest() {
        Owners zlib = (name, recipe) -> name.equals("zlib") ? List.of("@z") : List.of();
        Night tonight = Nights.tonight();
        Night same = new Night(Nights.run(0), tonight.outcomes(), List.of());
        assertThat(only(tonight, null, zlib).hasNews()).isTrue();
        assertThat(only(tonight, same, zlib).hasNews()).isFalse();
        assertThat(only(tonight, Nights.before(), zlib).hasNews())
                .as("it failed before")
                .isTrue();
        PullRequestEvent merged = new PullRequestEvent(
                "zlib",
                PullRequestEvent.Kind.MERGED,
                "1.2",
                "1.3",
                null,
                Nights.run(1).started());
        Night moved = new Night(tonight.run(), tonight.outcomes(), List.of(), List.of(merged));
        assertThat(only(moved, same, zlib).hasNews()).isTrue();
        assertThat(only(moved, same, (name, recipe) -> name.equals("held") ? List.of("@h") : List.of())
                        .hasNews())
                .as("another one's pull request")
                .isFalse();
    }

    private static OwnerDigest only(Night night, @Nullable Night before, Owners owners) {
        return OwnerDigests.of(night, before, Nights.ZONE, owners, List.of())
                .digests()
                .get(0);
    }

    private static Changes changes(OwnerDigests digests, int owner) {
        Changes changes = digests.digests().get(owner).report().changes();
        if (changes == null) {
            throw new AssertionError("there was a run before");
        }
        return changes;
    }

    private static List<String> packages(OwnerDigest digest) {
        return digest.report().night().outcomes().stream()
                .map(Outcome::packageName)
                .toList();
    }

    private static PullRequestRecord.Bump bump(String name) {
        return new PullRequestRecord.Bump(name, "", "1.0-r0", "2.0-r0", null);
    }

    private static PullRequestRecord pull(String name, String number, Instant opened) {
        ForgeEntry entry = new ForgeEntry(
                "github.com/d/os", number, "https://github.com/d/os/pull/" + number, false, "hash", opened, null);
        return PullRequestRecord.first(bump(name), "nearstream/" + name, opened).opened(entry, opened);
    }
}
