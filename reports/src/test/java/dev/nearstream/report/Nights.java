package dev.nearstream.report;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Purpose;
import dev.nearstream.delta.Verdict;
import dev.nearstream.delta.Verdict.FileResult;
import dev.nearstream.delta.Verdict.Hunk;
import dev.nearstream.delta.Verdict.HunkResult;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.score.Score;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.score.ScoreComponent;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Background;
import dev.nearstream.store.Lag;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs and outcomes to report. */
public final class Nights {
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String COMMIT = "8190a16";
    private static final String FIX = "52ed0cd";

    private Nights() {}

    public static Run run(int day) {
        Instant started = Instant.parse("2026-08-21T02:00:00Z").plus(Duration.ofDays(day));
        return new Run(
                started.toString().replace(':', '-') + "-ab12",
                started,
                started.plusSeconds(754),
                "https://github.com/d/os",
                COMMIT,
                "https://github.com/d/os/blob/" + COMMIT + "/",
                "",
                6);
    }

    /** Two nights with something in every section. */
    public static Night before() {
        return new Night(
                run(0),
                List.of(
                        tracked(
                                "libpcap",
                                "1.10.4",
                                lag("1.10.4", 0, null),
                                List.of(
                                        delta("patch:gone.patch", 10, applies(0), null),
                                        delta("patch:fix-headers.patch", 12, applies(0), applies(0)),
                                        delta("patch:musl.patch", 14, applies(0), applies(0))),
                                List.of()),
                        new Outcome.Failed("zlib", "zlib.yaml", "upstream", "zlib.net: connection refused"),
                        new Outcome.Skipped("base", "base.yaml", "has no upstream")));
    }

    /** The package of tonight that has something in every section. */
    public static Outcome libpcap() {
        return tonight()
                .tracked()
                .filter(one -> one.packageName().equals("libpcap"))
                .findFirst()
                .orElseThrow();
    }

    public static Night tonight() {
        Outcome.Tracked libpcap = tracked(
                "libpcap",
                "1.10.4",
                lag("1.10.6", 2, null),
                List.of(
                        delta("patch:fix-headers.patch", 12, applies(0), upstream()),
                        delta("patch:musl.patch", 14, applies(0), conflicts()),
                        delta("patch:old.patch", 16, upstream(), upstream()),
                        delta("patch:near.patch", 18, applies(0), applies(2)),
                        delta("patch:tree.patch", 20, conflicts(), null)),
                List.of(
                        new ScoreComponent(
                                ScoreClass.AVOIDABLE, "patch:old.patch", 12.5, "upstream has it since 2 days"),
                        new ScoreComponent(ScoreClass.AVOIDABLE, "patch:libpcap/unused.patch", 3, "used by no step"),
                        new ScoreComponent(ScoreClass.BLOCKED, "patch:musl.patch", 4, "breaks at 1.10.6"),
                        new ScoreComponent(ScoreClass.LAG, null, 1.25, "2 releases behind")));
        return new Night(
                run(1),
                List.of(
                        libpcap,
                        tracked("held", "2.0", lag("3.0", 1, "pinned"), List.of(), List.of()),
                        tracked("zlib", "1.3", lag("1.3", 0, null), List.of(), List.of()),
                        new Outcome.Skipped("base", "base.yaml", "has no upstream"),
                        new Outcome.Failed("curl", "curl.yaml", "upstream", "curl.se: unknown host"),
                        new Outcome.Failed("wget", "wget.yaml", "upstream", "curl.se: unknown host")),
                problems());
    }

    private static List<RecipeProblem> problems() {
        return List.of(
                new RecipeProblem(new Position("broken.yaml", 3, 7), "expected a mapping, found <a list>"),
                new RecipeProblem(new Position("curl/late.patch", 1, 1), "unused-file: no step uses it"),
                new RecipeProblem(new Position("retired/old.patch", 1, 1), "unused-file: no step uses it"));
    }

    /** As many packages as a real distribution has, most of one host that is down. */
    public static Night large(int packages) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < packages; i++) {
            String name = "package-" + i;
            outcomes.add(
                    i % 3 == 0
                            ? new Outcome.Failed(name, name + ".yaml", "upstream", "github.com: out for this run")
                            : tracked(
                                    name,
                                    "1." + i,
                                    lag("2." + i, i % 7, i % 11 == 0 ? "manual" : null),
                                    List.of(
                                            delta("patch:a.patch", 9, upstream(), upstream()),
                                            delta("patch:b.patch", 11, applies(1), conflicts())),
                                    List.of(new ScoreComponent(
                                            ScoreClass.AVOIDABLE, "patch:a.patch", i, "upstream has it"))));
        }
        return new Night(run(2), outcomes);
    }

    public static Outcome.Tracked tracked(
            String name, String version, Lag lag, List<AssessedDelta> deltas, List<ScoreComponent> components) {
        return new Outcome.Tracked(
                name,
                name + ".yaml",
                version,
                "3",
                "https://github.com/u/" + name + ".git",
                lag,
                deltas,
                deltas.isEmpty()
                        ? List.of()
                        : List.of(
                                new RecipeProblem(
                                        new Position(name + "/unused.patch", 1, 1), "unused-file: no step uses it"),
                                new RecipeProblem(new Position(name + ".yaml", 30, 5), "tag-filter matches nothing")),
                deltas.isEmpty() ? List.of() : List.of("a newer stream exists"),
                "fingerprint",
                new Score(components, "policy"),
                null);
    }

    /** A package of which next to nothing is known. */
    public static Outcome.Tracked unscored() {
        return new Outcome.Tracked(
                "odd",
                "odd.yaml",
                "1.0",
                "0",
                null,
                new Lag(null, null, null, null, null, null, null, 0, null, null, "no tag is admitted"),
                List.of(of(DeltaKind.OVERLAY, "overlay:x", new Verdict.Unreadable("the tree is missing"))),
                List.of(),
                List.of(),
                "fingerprint",
                null,
                "overlay:x is not assessed: the tree is missing");
    }

    public static Lag lag(String newest, int releases, @Nullable String stream) {
        return new Lag(
                newest,
                "v" + newest,
                FIX,
                Instant.parse("2026-03-29T22:30:00Z"),
                "v1",
                COMMIT,
                Instant.parse("2025-10-01T10:00:00Z"),
                releases,
                releases == 0 ? null : Instant.parse("2026-01-02T00:30:00Z"),
                stream,
                null);
    }

    public static AssessedDelta delta(String id, int line, @Nullable Verdict now, @Nullable Verdict atLatest) {
        return new AssessedDelta(
                DeltaKind.PATCH,
                id,
                new Position("libpcap.yaml", line, 9),
                1,
                20,
                3,
                Purpose.SECURITY,
                "Backport",
                "hash of " + id,
                LocalDate.of(2026, 2, 1),
                now,
                atLatest,
                atLatest == null ? "the tree of 1.10.6 is missing" : null,
                atLatest instanceof Verdict.Upstream ? LocalDate.of(2026, 8, 20) : null);
    }

    /** A delta of another kind, with one verdict at both versions. */
    public static AssessedDelta of(DeltaKind kind, String id, Verdict both) {
        return new AssessedDelta(
                kind,
                id,
                new Position("libpcap.yaml", 9, 9),
                0,
                0,
                0,
                Purpose.DEPENDENCY,
                null,
                null,
                null,
                both,
                both,
                null,
                null);
    }

    /** The same delta, of which people say something. */
    public static AssessedDelta said(AssessedDelta delta, Purpose purpose, Background background) {
        return delta.dated(delta.carriedSince(), delta.avoidableSince(), purpose, background);
    }

    public static Verdict applies(int fuzz) {
        return new Verdict.Applies(
                fuzz == 0 ? Verdict.How.EXACT : Verdict.How.FUZZ,
                List.of(new FileResult(
                        "src/a.c",
                        List.of(
                                new Hunk(10, HunkResult.APPLIED, 0, 0, ""),
                                new Hunk(40, HunkResult.APPLIED, 0, fuzz, "")))),
                List.of());
    }

    public static Verdict upstream() {
        return new Verdict.Upstream(
                List.of(new FileResult("src/a.c", List.of(new Hunk(10, HunkResult.UPSTREAM, 0, 0, "")))),
                List.of(new Evidence(
                        Evidence.Kind.COMMIT_CONTAINED,
                        FIX,
                        "Fix headers (#12) by @someone",
                        LocalDate.of(2026, 1, 2),
                        "v1.10.5",
                        "the patch names it")));
    }

    public static Verdict conflicts() {
        return new Verdict.Conflicts(
                List.of(new FileResult(
                        "src/b.c",
                        List.of(
                                new Hunk(10, HunkResult.APPLIED, 0, 0, ""),
                                new Hunk(25, HunkResult.FAILED, 0, 0, "wanted “int a;”, found “long a;”")))),
                List.of());
    }
}
