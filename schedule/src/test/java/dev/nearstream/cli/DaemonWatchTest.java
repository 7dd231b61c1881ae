package dev.nearstream.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nearstream.cli.Terminal.Result;
import dev.nearstream.metrics.HandClock;
import dev.nearstream.metrics.ListenAddress;
import dev.nearstream.metrics.Scrape;
import dev.nearstream.schedule.CronTime;
import dev.nearstream.schedule.NightlySchedule;
import dev.nearstream.task.Stop;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The daemon of the sample, as those who watch it see it. */
@Timeout(300)
class DaemonWatchTest {
    private static final CronTime NIGHTLY = new CronTime("0 0 2 * * ?", ZoneOffset.UTC);
    /** Of the schedule alone: the nights are made by hand. */
    private static final CronTime NEVER_SOON = new CronTime("0 0 2 1 1 ? 2099", ZoneOffset.UTC);

    private final HandClock clock = new HandClock(Instant.parse("2026-08-22T02:00:00Z"));
    private final Path directory;
    private final Workshop workshop;
    private final Settings settings;
    private final DaemonStore stores;

    DaemonWatchTest(@TempDir Path directory) {
        this.directory = directory;
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        workshop = new Workshop(new Console(nowhere, nowhere, false), clock, Terminal.HOME);
        RecipeOptions options = new RecipeOptions();
        options.state = directory.resolve("state");
        options.out = directory.resolve("out");
        settings = workshop.settingsOrSample(options);
        stores = new DaemonStore(workshop, settings);
    }

    private DaemonWatch watch() throws Exception {
        return stores.use(store ->
                new DaemonWatch(workshop, settings, ListenAddress.parse("127.0.0.1:0"), NIGHTLY, store, stores));
    }

    private static Map<String, Double> scrape(DaemonWatch watch) throws Exception {
        return Scrape.samples(Scrape.get(watch.address() + "/metrics").body());
    }

    private static int ready(DaemonWatch watch) throws Exception {
        return Scrape.get(watch.address() + "/health/ready").statusCode();
    }

    @Test
    void tellsTheNumbersOfTheReport() throws Exception {
        Map<String, Double> after;
        try (DaemonWatch watch = watch();
                NightlySchedule schedule = NightlySchedule.start(NEVER_SOON, null, clock.instant(), stop -> {})) {
            watch.started(schedule);
            Map<String, Double> before = scrape(watch);
            assertThat(before)
                    .containsEntry("nearstream_run_last_success", Double.NaN)
                    .containsEntry("nearstream_packages{state=\"assessed\"}", Double.NaN)
                    .containsEntry("nearstream_runs_total{outcome=\"finished\"}", 0.0)
                    .containsEntry("nearstream_next_run_timestamp_seconds", seconds("2099-01-01T02:00:00Z"))
                    .containsKeys("jvm_memory_used_bytes{area=\"nonheap\",id=\"Metaspace\"}");

            new DaemonNight(workshop, settings, stores, watch).run(new Stop());

            after = scrape(watch);
        }
        JsonNode night = new ObjectMapper().readTree(Files.readString(directory.resolve("out/exports/night.json")));
        assertThat(after)
                .containsEntry("nearstream_runs_total{outcome=\"finished\"}", 1.0)
                .containsEntry("nearstream_run_last_success", 1.0)
                .containsEntry("nearstream_run_last_start_timestamp_seconds", seconds("2026-08-22T02:00:00Z"))
                .containsEntry("nearstream_run_last_duration_seconds", 0.0)
                .containsEntry("nearstream_run_packages_done", 14.0)
                .containsEntry("nearstream_run_going", 0.0)
                .containsEntry("nearstream_packages_failed{stage=\"recipe\"}", 1.0)
                .containsEntry("nearstream_packages_failed{stage=\"upstream\"}", 1.0)
                .containsEntry("nearstream_packages{state=\"assessed\"}", number(night, "/totals/assessed"))
                .containsEntry("nearstream_packages{state=\"not scored\"}", number(night, "/totals/notScored"))
                .containsEntry("nearstream_packages{state=\"skipped\"}", number(night, "/totals/skipped"))
                .containsEntry("nearstream_packages{state=\"failed\"}", number(night, "/totals/failed"))
                .containsEntry("nearstream_deltas_droppable{at=\"packaged\"}", number(night, "/totals/droppableNow"))
                .containsEntry("nearstream_deltas_droppable{at=\"newest\"}", number(night, "/totals/droppableAtNewest"))
                .containsEntry("nearstream_deltas_breaking", number(night, "/totals/breaking"));
        assertThat(sum(after, "nearstream_deltas{")).isEqualTo(number(night, "/totals/deltas"));
        for (String one : new String[] {"avoidable", "blocked", "necessary", "lag"}) {
            assertThat(after.get("nearstream_points{class=\"" + one + "\"}"))
                    .isCloseTo(number(night, "/classes/" + one + "/points"), offset(0.006));
        }
        assertThat(after.get("nearstream_alignment_ratio")).isCloseTo(number(night, "/alignment"), offset(0.0001));
        assertThat(after.get("nearstream_verdict_cache_lookups_total{result=\"miss\"}"))
                .isPositive();
        assertThat(after.get("nearstream_store_bytes")).isPositive();
        assertThat(after.get("nearstream_mirrors_bytes")).isNotNegative();
        assertThat(after.get("nearstream_git_operation_seconds_count")).isPositive();
        assertThat(after.get("nearstream_http_requests_total{status=\"none\"}")).isPositive();

        try (DaemonWatch again = watch()) {
            Map<String, Double> restarted = scrape(again);
            assertThat(restarted)
                    .as("after a restart the last night is known, and the counters begin anew")
                    .containsEntry("nearstream_run_last_success", 1.0)
                    .containsEntry("nearstream_run_last_start_timestamp_seconds", seconds("2026-08-22T02:00:00Z"))
                    .containsEntry("nearstream_packages{state=\"assessed\"}", number(night, "/totals/assessed"))
                    .containsEntry("nearstream_runs_total{outcome=\"finished\"}", 0.0);
        }
    }

    @Test
    void isNotReadyWhereNightsFailToComeAndIsAgainAfterOne() throws Exception {
        try (DaemonWatch watch = watch();
                NightlySchedule schedule = NightlySchedule.start(NEVER_SOON, null, clock.instant(), stop -> {})) {
            assertThat(ready(watch)).as("the schedule does not run yet").isEqualTo(503);
            watch.started(schedule);
            assertThat(ready(watch)).isEqualTo(200);

            clock.forward(Duration.ofDays(2));
            assertThat(Scrape.get(watch.address() + "/health/ready").body())
                    .contains("no night was finished, and two have been due");

            new DaemonNight(workshop, settings, stores, watch).run(new Stop());
            assertThat(ready(watch)).isEqualTo(200);
        }
    }

    @Test
    void aStoreThatIsGoneIsSaid() throws Exception {
        try (DaemonWatch watch = watch();
                NightlySchedule schedule = NightlySchedule.start(NEVER_SOON, null, clock.instant(), stop -> {})) {
            watch.started(schedule);
            Files.move(settings.state().resolve("store"), directory.resolve("elsewhere"));
            assertThat(Scrape.get(watch.address() + "/health/ready").body())
                    .contains("the store does not open: there is none any more under ");
            Files.move(directory.resolve("elsewhere"), settings.state().resolve("store"));
            clock.forward(Duration.ofSeconds(5));
            assertThat(ready(watch)).isEqualTo(200);
        }
    }

    @Test
    void aStoreThatANightHasOpenIsNotLookedAt() throws Exception {
        stores.use(store -> {
            Files.move(settings.state().resolve("store"), directory.resolve("elsewhere"));
            assertThat(stores.problem()).isEmpty();
            return Files.move(directory.resolve("elsewhere"), settings.state().resolve("store"));
        });
        Files.move(settings.state().resolve("store"), directory.resolve("elsewhere"));
        assertThat(stores.problem()).isPresent();
    }

    @Test
    void aNightThatFailsIsCounted() throws Exception {
        try (DaemonWatch watch = watch()) {
            Files.createDirectories(settings.out().getParent());
            Files.writeString(settings.out(), "a file in the directory's place");

            new DaemonNight(workshop, settings, stores, watch).run(new Stop());

            assertThat(scrape(watch))
                    .containsEntry("nearstream_runs_total{outcome=\"failed\"}", 1.0)
                    .containsEntry("nearstream_run_last_success", 0.0)
                    .containsEntry("nearstream_run_going", 0.0);
        }
    }

    @Test
    void anAddressThatIsTakenEndsTheDaemonWithOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Result result = daemon("127.0.0.1:" + taken.getLocalPort());

            assertThat(result.status()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(result.err().lines())
                    .containsExactly(
                            "nearstream: cannot listen at 127.0.0.1:" + taken.getLocalPort()
                                    + ": Address already in use; choose another address with --listen, or end the process that has it");
        }
    }

    @Test
    void whatIsNoAddressIsAWrongCommandLine() {
        Result result = daemon("everywhere");

        assertThat(result.status()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).startsWith("nearstream: --listen: 'everywhere' is no address to listen at; write ");
    }

    private Result daemon(String listen) {
        String sample = Terminal.HOME.resolve("recipes/sample").toString();
        return new Terminal(directory).run("daemon", "--recipes", sample, "--listen", listen);
    }

    private static double number(JsonNode night, String path) {
        return night.at(path).doubleValue();
    }

    private static double seconds(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }

    private static double sum(Map<String, Double> samples, String prefix) {
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().startsWith(prefix))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
