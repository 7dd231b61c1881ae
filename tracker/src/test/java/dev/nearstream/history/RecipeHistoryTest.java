package dev.nearstream.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.upstream.FixtureRepository;
import dev.nearstream.upstream.LocalRepositories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeHistoryTest {
    private static final List<String> PATHS = List.of("a/one.patch", "a/two.patch", "b/gap.patch", "c.yaml", "no/such");

    private final Path directory;
    private String third;
    private String head;

    RecipeHistoryTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void make() throws IOException {
        try (FixtureRepository sample = new FixtureRepository(directory.resolve("os.git"))) {
            sample.file("c.yaml", "1").file("b/gap.patch", "1").commit("1");
            sample.file("a/one.patch", "1").remove("b/gap.patch").commit("2");
            third = sample.file("a/two.patch", "1").file("b/gap.patch", "1").commit("3");
            head = sample.file("a/one.patch", "2").file("c.yaml", "2").commit("4");
            sample.repository()
                    .getConfig()
                    .setString("remote", "origin", "url", "https://me:secret@example.org/os.git");
            sample.repository().getConfig().save();
        }
    }

    @Test
    void saysSinceWhenAPathIsThereWithoutAGap() throws Exception {
        try (RecipeHistory history = history()) {
            assertThat(history.head()).contains(head);
            assertThat(history.origin()).contains("https://example.org/os.git");
            assertThat(history.since(head, PATHS))
                    .containsOnlyKeys("a/one.patch", "a/two.patch", "b/gap.patch", "c.yaml")
                    .containsEntry("c.yaml", LocalDate.of(2024, 1, 1))
                    .containsEntry("a/one.patch", LocalDate.of(2024, 1, 2))
                    .containsEntry("a/two.patch", LocalDate.of(2024, 1, 3))
                    .containsEntry("b/gap.patch", LocalDate.of(2024, 1, 3));
        }
    }

    @Test
    void namesTheCommitThatBroughtAPath() throws Exception {
        try (RecipeHistory history = history()) {
            var arrivals = history.arrivals(
                            head,
                            new Wanted(
                                    Set.copyOf(PATHS), Set.of("a/one.patch", "a/two.patch", "b/gap.patch"), Set.of()))
                    .arrivals();
            assertThat(arrivals.get("a/one.patch")).extracting(Arrival::subject).isEqualTo("2");
            assertThat(arrivals.get("a/two.patch")).isEqualTo(new Arrival(LocalDate.of(2024, 1, 3), third, "3"));
            assertThat(arrivals.get("b/gap.patch")).extracting(Arrival::subject).isEqualTo("3");
            assertThat(arrivals.get("c.yaml")).isEqualTo(new Arrival(LocalDate.of(2024, 1, 1), null, null));
        }
    }

    private static Wanted all(String... paths) {
        Set<String> all = Set.of(paths);
        return new Wanted(all, all, all);
    }

    @Test
    void saysWhoTouchedAPathLast() throws Exception {
        try (RecipeHistory history = history()) {
            Wanted touches = new Wanted(Set.of(), Set.of(), Set.copyOf(PATHS));
            assertThat(history.arrivals(head, touches).arrivals()).isEmpty();
            Map<String, Touch> found = history.arrivals(head, touches).touches();
            assertThat(found).containsOnlyKeys("a/one.patch", "a/two.patch", "b/gap.patch", "c.yaml");
            assertThat(found.get("a/one.patch")).isEqualTo(new Touch(head, "A U Thor", LocalDate.of(2024, 1, 4)));
            assertThat(found.get("a/two.patch")).extracting(Touch::commit).isEqualTo(third);
            assertThat(found.get("b/gap.patch")).extracting(Touch::commit).isEqualTo(third);
            assertThat(found.get("c.yaml")).extracting(Touch::commit).isEqualTo(head);
            assertThat(history.arrivals(head, all("a/one.patch")).arrivals().get("a/one.patch"))
                    .as("the walk goes on to its beginning")
                    .extracting(Arrival::since)
                    .isEqualTo(LocalDate.of(2024, 1, 2));
        }
    }

    /** What came in 23 was changed in 40: in the branch of a merge, or on a day of many commits. */
    @Test
    void findsTheLastTouchAmongMany() throws Exception {
        try (FixtureRepository sample = new FixtureRepository(directory.resolve("touched.git"))) {
            String last = "";
            String fortieth = "";
            for (int i = 0; i < 70; i++) {
                last = sample.file("c.yaml", "" + i)
                        .file("a/x.patch", i < 40 ? "old" : "new")
                        .commit("" + i);
                fortieth = i == 40 ? last : fortieth;
            }
            try (RecipeHistory history =
                    RecipeHistory.open(directory.resolve("touched.git")).orElseThrow()) {
                assertThat(history.arrivals(last, all("a/x.patch")).touches().get("a/x.patch"))
                        .extracting(Touch::commit)
                        .isEqualTo(fortieth);
            }
        }
    }

    @Test
    void theTouchOfAMergeIsTheBranchs() throws Exception {
        String merge;
        String made;
        try (FixtureRepository sample = new FixtureRepository(directory.resolve("merged2.git"))) {
            String start = sample.file("a/x.patch", "old").commit("start");
            made = sample.file("a/x.patch", "new").commit("refresh");
            String tip = sample.file("b.yaml", "2").commit("on the branch, after");
            sample.checkout(start).file("c.yaml", "2").commit("on main");
            merge = sample.file("a/x.patch", "new").file("b.yaml", "2").merge("Merge pull request #1", tip);
        }
        try (RecipeHistory history =
                RecipeHistory.open(directory.resolve("merged2.git")).orElseThrow()) {
            assertThat(history.arrivals(merge, all("a/x.patch")).touches().get("a/x.patch"))
                    .extracting(Touch::commit)
                    .isEqualTo(made);
        }
    }

    @Test
    void aTouchNeverSaysAMailAddress() {
        assertThat(List.of("Ann <ann@example.org>", "ann@example.org", "@", "x".repeat(200)).stream()
                        .map(name -> new Touch("c", name, LocalDate.EPOCH).by()))
                .containsExactly("Ann", "ann", "somebody", "x".repeat(100));
    }

    /** A merge's subject says nothing: the branch's commit does. */
    @Test
    void looksIntoTheMergedBranch() throws Exception {
        String merge;
        String made;
        try (FixtureRepository sample = new FixtureRepository(directory.resolve("merged.git"))) {
            String start = sample.file("c.yaml", "1").commit("start");
            sample.file("b.yaml", "1").commit("on the branch, before");
            made = sample.file("a/new.patch", "1").commit("pkg: mend the crash");
            String tip = sample.file("b.yaml", "2").commit("on the branch, after");
            sample.checkout(start).file("c.yaml", "2").commit("on main");
            merge = sample.file("a/new.patch", "1").file("b.yaml", "2").merge("Merge pull request #1", tip);
        }
        try (RecipeHistory history =
                RecipeHistory.open(directory.resolve("merged.git")).orElseThrow()) {
            assertThat(history.arrivals(merge, all("a/new.patch")).arrivals())
                    .containsExactly(Map.entry(
                            "a/new.patch", new Arrival(LocalDate.of(2024, 1, 6), made, "pkg: mend the crash")));
        }
    }

    @Test
    void findsTheCommitAmongMany() throws Exception {
        try (FixtureRepository sample = new FixtureRepository(directory.resolve("long.git"))) {
            String last = "";
            for (int i = 0; i < 70; i++) {
                last = sample.file("c.yaml", "" + i)
                        .file(i < 23 ? "x" : "a/late.patch", "1")
                        .commit("" + i);
            }
            try (RecipeHistory history =
                    RecipeHistory.open(directory.resolve("long.git")).orElseThrow()) {
                assertThat(history.arrivals(last, all("a/late.patch", "x")).arrivals())
                        .extractingByKeys("a/late.patch", "x")
                        .extracting(Arrival::subject)
                        .containsExactly("23", "0");
            }
        }
    }

    @Test
    void whatLiesBeforeAShallowClonesBorderIsUnknown() throws Exception {
        try (var sample = LocalRepositories.open(directory.resolve("os.git")).orElseThrow()) {
            sample.getObjectDatabase().setShallowCommits(Set.of(ObjectId.fromString(third)));
        }
        try (RecipeHistory history = history()) {
            assertThat(history.since(head, PATHS)).isEmpty();
            assertThat(history.arrivals(head, all("a/one.patch", "a/two.patch")).touches())
                    .containsOnlyKeys("a/one.patch");
        }
    }

    @Test
    void aPlainDirectoryHasNoPast() throws Exception {
        Files.createDirectory(directory.resolve("os"));
        assertThat(RecipeHistory.open(directory.resolve("os"))).isEmpty();
    }

    private RecipeHistory history() throws IOException {
        return RecipeHistory.open(directory.resolve("os.git")).orElseThrow();
    }

    /** The days of commits go on from 2024-01-01. */
    @Test
    void saysWhenARecipeCameToItsVersion() throws Exception {
        Instant start = Instant.parse("2024-01-01T00:00:00Z");
        try (FixtureRepository os = new FixtureRepository(directory.resolve("versions.git"))) {
            os.file("jq.yaml", recipe("1.7", 0))
                    .file("new.yaml", recipe("1", 0))
                    .commit("1");
            os.file("jq.yaml", "broken: [").commit("2");
            os.file("jq.yaml", recipe("1.8", 0)).commit("3");
            os.file("jq.yaml", recipe("1.8", 1)).commit("4");
            os.file("other.yaml", recipe("2", 0)).commit("5");
        }
        try (RecipeHistory history =
                RecipeHistory.open(directory.resolve("versions.git")).orElseThrow()) {
            String at = history.head().orElseThrow();
            assertThat(history.lastBump(at, "jq.yaml", start).map(Instant::toString))
                    .hasValueSatisfying(date -> assertThat(date).startsWith("2024-01-03"));
            assertThat(history.lastBump(at, "jq.yaml", Instant.parse("2024-01-04T00:00:00Z")))
                    .isEmpty();
            assertThat(history.lastBump(at, "other.yaml", start).map(Instant::toString))
                    .hasValueSatisfying(date -> assertThat(date).startsWith("2024-01-05"));
            assertThat(history.lastBump(at, "new.yaml", start))
                    .as("since ever, as far as the history tells")
                    .isEmpty();
            assertThat(history.lastBump(at, "none.yaml", start)).isEmpty();
        }
    }

    private static String recipe(String version, int epoch) {
        return "package:\n  name: p\n  version: %s\n  epoch: %d\n".formatted(version, epoch);
    }
}
