package dev.nearstream.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.delta.MemoryCache;
import dev.nearstream.history.IsoWeek;
import dev.nearstream.history.RecipeHistory;
import dev.nearstream.score.PolicyReader;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.score.ScoringPolicy;
import dev.nearstream.trend.Backfill;
import dev.nearstream.trend.PastStanding;
import dev.nearstream.trend.RememberedTrend;
import dev.nearstream.trend.Taken;
import dev.nearstream.upstream.DateCache;
import dev.nearstream.upstream.FixtureRepository;
import dev.nearstream.upstream.MirrorSettings;
import dev.nearstream.upstream.Mirrors;
import dev.nearstream.upstream.Rewrites;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs at the ends of past weeks would have found. */
class PastVerdictsTest {
    private static final String HOST = "https://git.example.org/";

    private final Path directory;
    private final RememberedTrend store = new RememberedTrend();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private ScoringPolicy policy = PolicyReader.shipped();
    private FixtureRepository os;
    private FixtureRepository upstream;

    PastVerdictsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void make() throws IOException {
        Files.createDirectories(directory.resolve("upstreams"));
        os = new FixtureRepository(directory.resolve("os.git"));
        upstream = new FixtureRepository(directory.resolve("upstreams/a.git"));
        upstream.file("f", "a\n").commitOn("2026-01-05", "One");
        upstream.tag("1.0").file("f", "b\n").commitOn("2026-01-20", "Two");
        upstream.file("g", "g\n").commitOn("2026-02-03", "Three");
        upstream.tag("1.1");
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        os.close();
        upstream.close();
    }

    private FixtureRepository recipe(String name, String version, boolean patched) throws IOException {
        String patch = patched ? "  - uses: patch\n    with: {patches: x.patch}\n" : "";
        os.file(name + ".yaml", """
                package: {name: %1$s, version: "%2$s", epoch: 0}
                pipeline:
                  - uses: git-checkout
                    with: {repository: "%3$s%1$s.git", tag: "${{package.version}}"}
                %4$supdate: {git: {}}
                """.formatted(name, version, HOST, patch));
        return patched ? os.file(name + "/x.patch", Nights.change("f", "a", "b")) : os.remove(name + "/x.patch");
    }

    /** A patch that upstream took in January, released on a Tuesday in February, and that went a week later. */
    private void carriedInVain() throws IOException {
        recipe("a", "1.0", true).commitOn("2026-01-07", "a: add"); // W02
        os.file("x", "1").commitOn("2026-01-28", "nothing of it"); // W05
        os.file("x", "2").commitOn("2026-02-04", "nothing of it"); // W06
        recipe("a", "1.1", false).commitOn("2026-02-11", "a: bump"); // W07
    }

    private PastVerdicts.Result judge(boolean again, PastVerdicts.Watcher watcher) throws Exception {
        MirrorSettings of = MirrorSettings.defaults(directory.resolve("mirrors"));
        MirrorSettings settings = new MirrorSettings(
                of.directory(),
                Rewrites.parse(List.of(HOST + "=" + directory.resolve("upstreams") + "/")),
                true,
                of.perHost(),
                of.connectTimeout(),
                of.readTimeout(),
                of.totalTimeout(),
                of.diskLimit(),
                of.credentials());
        try (RecipeHistory history =
                        RecipeHistory.open(directory.resolve("os.git")).orElseThrow();
                Mirrors mirrors = new Mirrors(settings, DateCache.none(), Clock.systemUTC())) {
            new Backfill(history, "os", store, 1).run(history.head().orElseThrow(), (week, done, all) -> {});
            PastVerdicts.Tools tools = new PastVerdicts.Tools(
                    new MemoryCache(), mirrors::open, policy, LocalDate.parse("2026-06-30"), threads);
            return new PastVerdicts(history, "os", store, tools).run(again, watcher);
        }
    }

    private static String shipped() throws IOException {
        try (InputStream policy = PolicyReader.class.getResourceAsStream("policy.yaml")) {
            return new String(Objects.requireNonNull(policy).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private PastVerdicts.Result judge() throws Exception {
        return judge(false, (week, done, all) -> {});
    }

    private PastStanding at(String week) {
        return store.standings("os").stream()
                .filter(one -> one.week().toString().equals(week))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWeekKnowsWhatWasReleasedUntilItsEnd() throws Exception {
        carriedInVain();
        assertThat(judge()).isEqualTo(new PastVerdicts.Result(4, 4));
        assertThat(store.standings("os")).extracting(PastStanding::atNewest).containsExactly(1, 1, 0, 1);
        assertThat(store.standings("os")).extracting(PastStanding::aligned).containsExactly(1, 1, 0, 1);
        assertThat(store.standings("os")).extracting(PastStanding::droppable).containsExactly(0, 0, 1, 0);
        assertThat(store.standings("os"))
                .extracting(one -> one.daysBehind().median())
                .as("from Tuesday noon to Sunday's end")
                .containsExactly(0L, 0L, 5L, 0L);
    }

    @Test
    void pointsAreOfTheirWeek() throws Exception {
        carriedInVain();
        judge();
        Map<ScoreClass, Double> before = at("2026-W02").points();
        Map<ScoreClass, Double> later = at("2026-W05").points();
        assertThat(before.getOrDefault(ScoreClass.AVOIDABLE, 0.0)).isZero();
        assertThat(later.getOrDefault(ScoreClass.NECESSARY, 0.0))
                .as("a patch grows older")
                .isGreaterThan(before.getOrDefault(ScoreClass.NECESSARY, 0.0));
        assertThat(at("2026-W06").points().getOrDefault(ScoreClass.AVOIDABLE, 0.0))
                .isPositive();
        assertThat(at("2026-W06").points().getOrDefault(ScoreClass.LAG, 0.0)).isPositive();
    }

    @Test
    void whatUpstreamTookIsDatedByItsCommit() throws Exception {
        carriedInVain();
        judge();
        assertThat(store.taken("os"))
                .extracting(
                        Taken::packageName,
                        Taken::delta,
                        Taken::on,
                        Taken::release,
                        one -> one.seen().toString())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "a", "patch:x.patch", LocalDate.parse("2026-01-20"), "1.1", "2026-W06"));
        assertThat(store.taken("os").get(0).content())
                .isEqualTo(store.spans("os").get(0).delta().content());
    }

    /** The release came and was taken in one week: at no week's end did it stand unused. */
    @Test
    void whatWentInTheWeekOfItsReleaseWasTakenAllTheSame() throws Exception {
        recipe("a", "1.0", true).commitOn("2026-01-07", "a: add");
        recipe("a", "1.1", false).commitOn("2026-02-04", "a: bump");
        judge();
        assertThat(store.standings("os")).extracting(PastStanding::droppable).containsExactly(0, 0);
        assertThat(store.taken("os")).extracting(one -> one.seen().toString()).containsExactly("2026-W06");
    }

    @Test
    void whatUpstreamHasNotIsNotTaken() throws Exception {
        recipe("a", "1.0", true).commitOn("2026-01-07", "a: add");
        recipe("a", "1.0", false).commitOn("2026-01-14", "a: not needed any more");
        judge();
        assertThat(store.taken("os")).isEmpty();
    }

    @Test
    void goesOnWhereItWas() throws Exception {
        carriedInVain();
        judge();
        List<PastStanding> whole = store.standings("os");
        List<Taken> taken = store.taken("os");

        store.forgetFrom("os", IsoWeek.parse("2026-W02"));
        assertThatThrownBy(() -> judge(false, (week, done, all) -> {
                    if (done == 3) {
                        throw new IllegalStateException("pulled the plug");
                    }
                }))
                .hasMessage("pulled the plug");
        assertThat(judge()).isEqualTo(new PastVerdicts.Result(4, 1));
        assertThat(store.standings("os")).isEqualTo(whole);
        assertThat(store.taken("os")).isEqualTo(taken);
    }

    @Test
    void aPackageWithoutAnUpstreamAtHandIsCountedAndNotAssessed() throws Exception {
        recipe("a", "1.0", true);
        recipe("gone", "1.0", true).file("broken.yaml", "a: [").commitOn("2026-01-07", "add");
        judge();
        assertThat(at("2026-W02").packages()).isEqualTo(2);
        assertThat(at("2026-W02").assessed()).isEqualTo(1);
        assertThat(at("2026-W02").daysBehind().count()).isEqualTo(1);
    }

    @Test
    void aWeekIsJudgedAnewUnderAnotherPolicyOrWhenAskedTo() throws Exception {
        carriedInVain();
        judge();
        assertThat(judge()).isEqualTo(new PastVerdicts.Result(4, 0));
        assertThat(judge(true, (week, done, all) -> {})).isEqualTo(new PastVerdicts.Result(4, 4));
        Path file = directory.resolve("policy.yaml");
        Files.writeString(file, shipped().replaceFirst("\n  releases: \\d+", "\n  releases: 50"));
        policy = PolicyReader.read(file);
        double before = at("2026-W06").points().getOrDefault(ScoreClass.LAG, 0.0);
        assertThat(judge()).isEqualTo(new PastVerdicts.Result(4, 4));
        assertThat(at("2026-W06").points().getOrDefault(ScoreClass.LAG, 0.0)).isGreaterThan(before);
    }
}
