package dev.nearstream.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.history.IsoWeek;
import dev.nearstream.history.RecipeHistory;
import dev.nearstream.upstream.FixtureRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The past of a small distribution, read out of its repository. */
class BackfillTest {
    private static final String PATCH = """
            --- a/a.c
            +++ b/a.c
            @@ -1 +1 @@
            -one
            +two
            """;

    private final Path directory;
    private final RememberedTrend store = new RememberedTrend();
    private final List<String> told = new ArrayList<>();
    private FixtureRepository os;

    BackfillTest(@TempDir Path directory) {
        this.directory = directory.resolve("os.git");
    }

    @BeforeEach
    void make() throws IOException {
        os = new FixtureRepository(directory);
    }

    private static String recipe(String name, String version, String steps) {
        return """
                package:
                  name: %s
                  version: %s
                  epoch: 0
                pipeline:
                  - uses: git-checkout
                    with:
                      repository: https://git.example.org/%s
                      tag: v%s
                %s""".formatted(name, version, name, version, steps.indent(2).replaceAll("(?m)^\\s+$", ""));
    }

    private static final String PATCHED = """
            - uses: patch
              with:
                patches: a.patch
            """;

    private Backfill.Result backfill() throws Exception {
        try (RecipeHistory history = RecipeHistory.open(directory).orElseThrow()) {
            return new Backfill(history, "os", store, 2)
                    .run(
                            history.head().orElseThrow(),
                            (week, done, all) -> told.add(week.at().week() + " " + done + "/" + all));
        }
    }

    private Map<String, Integer> deltas() {
        Map<String, Integer> deltas = new java.util.TreeMap<>();
        store.weeks("os").forEach(week -> deltas.put(week.at().week().toString(), week.deltas()));
        return deltas;
    }

    private void threeWeeks() throws IOException {
        os.file("a.yaml", recipe("a", "1.0", "")).commitOn("2026-01-05", "a: add");
        os.file("a.yaml", recipe("a", "1.0", PATCHED)).file("a/a.patch", PATCH).commitOn("2026-01-07", "a: patch");
        os.file("b.yaml", recipe("b", "3", PATCHED)).file("b/a.patch", PATCH).commitOn("2026-01-14", "b: add");
        os.file("a.yaml", recipe("a", "1.1", "")).remove("a/a.patch").commitOn("2026-01-28", "a: bump");
    }

    @Test
    void eachWeekIsTheTreeOfItsLastCommit() throws Exception {
        threeWeeks();
        assertThat(backfill()).isEqualTo(new Backfill.Result(3, 3, 3));
        assertThat(deltas()).isEqualTo(Map.of("2026-W02", 1, "2026-W03", 2, "2026-W05", 1));
        assertThat(told).containsExactly("2026-W02 1/3", "2026-W03 2/3", "2026-W05 3/3");
        assertThat(store.weeks("os")).extracting(PastWeek::bumped).containsExactly(0, 0, 1);
        assertThat(store.spans("os"))
                .extracting(
                        span -> span.packageName() + " " + span.delta().id() + " " + span.born() + " " + span.gone())
                .containsExactly("a patch:a.patch 2026-W02 2026-W05", "b patch:a.patch 2026-W03 null");
        assertThat(store.spans("os"))
                .as("copies of one patch are one content")
                .extracting(span -> span.delta().content())
                .containsOnly(store.spans("os").get(0).delta().content());
    }

    @Test
    void goesOnWhereItWas() throws Exception {
        threeWeeks();
        backfill();
        assertThat(backfill()).isEqualTo(new Backfill.Result(3, 0, 0));
        os.file("b.yaml", recipe("b", "4", PATCHED)).commitOn("2026-02-10", "b: bump");
        told.clear();
        assertThat(backfill()).isEqualTo(new Backfill.Result(4, 1, 1));
        assertThat(told).containsExactly("2026-W07 4/4");
        assertThat(store.spans("os")).hasSize(2);
    }

    /** The last week went on after it was read. */
    @Test
    void readsAWeekAnewThatHasAnotherEnd() throws Exception {
        threeWeeks();
        backfill();
        os.file("a.yaml", recipe("a", "1.1", PATCHED)).file("a/a.patch", PATCH).commitOn("2026-01-30", "a: back");
        assertThat(backfill()).isEqualTo(new Backfill.Result(3, 1, 1));
        assertThat(deltas()).containsEntry("2026-W05", 2);
        assertThat(store.spans("os"))
                .extracting(span -> span.packageName() + " " + span.born() + " " + span.gone())
                .containsExactly("a 2026-W02 null", "b 2026-W03 null");
    }

    /** A pipeline of the distribution's own changes what a recipe does that has not changed. */
    @Test
    void readsARecipeAnewWhenWhatItUsesHasChanged() throws Exception {
        os.file("a.yaml", recipe("a", "1", "- uses: own/fix\n"))
                .file("pipelines/own/fix.yaml", "pipeline:\n  - runs: make\n")
                .commitOn("2026-01-05", "a: add");
        os.file("pipelines/own/fix.yaml", "pipeline:\n  - runs: sed -i s/a/b/ configure\n")
                .commitOn("2026-01-12", "own/fix: edit");
        os.file("other.txt", "x").commitOn("2026-01-19", "nothing of it");
        assertThat(backfill()).isEqualTo(new Backfill.Result(3, 3, 2));
        assertThat(deltas()).isEqualTo(Map.of("2026-W02", 0, "2026-W03", 1, "2026-W04", 1));
    }

    @Test
    void whatIsNoRecipeIsNoPackageAndEndsNothing() throws Exception {
        os.file("a.yaml", recipe("a", "1", PATCHED)).file("a/a.patch", PATCH).file("broken.yaml", "a: [");
        os.file("copy.yaml", recipe("a", "2", "")).commitOn("2026-01-05", "a mess");
        backfill();
        assertThat(store.weeks("os")).extracting(PastWeek::recipes).containsExactly(3);
        assertThat(store.weeks("os")).extracting(PastWeek::packages).containsExactly(1);
        assertThat(store.spans("os")).extracting(span -> span.delta().kind()).containsExactly(DeltaKind.PATCH);
    }

    @Test
    void aWeekThatALaterCommitHasLeftIsNotTakenAgain() throws Exception {
        os.file("a.yaml", recipe("a", "1", "")).commitOn("2026-01-05", "first");
        os.file("a.yaml", recipe("a", "2", "")).commitOn("2026-01-20", "a clock that is ahead");
        os.file("a.yaml", recipe("a", "3", "")).commitOn("2026-01-06", "and one that is right");
        backfill();
        assertThat(store.weeks("os"))
                .extracting(week -> week.at().week())
                .containsExactly(IsoWeek.parse("2026-W02"), IsoWeek.parse("2026-W04"));
    }
}
