package dev.nearstream.store;

import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.Purpose;
import dev.nearstream.delta.Verdict;
import dev.nearstream.delta.Verdict.FileResult;
import dev.nearstream.delta.Verdict.How;
import dev.nearstream.delta.Verdict.Hunk;
import dev.nearstream.delta.Verdict.HunkResult;
import dev.nearstream.history.Touch;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.score.Score;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.score.ScoreComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs and outcomes to store. */
final class Samples {
    static final Instant NIGHT = Instant.parse("2026-08-22T02:00:00.123456Z");

    private Samples() {}

    /** The run of a night, counted from 0. */
    static Run run(int night) {
        Instant started = NIGHT.plusSeconds(night * 86_400L);
        return new Run(
                started.toString().replace(':', '-'),
                started,
                null,
                "https://example.org/os",
                "c0ffee" + night,
                "https://example.org/os/blob/c0ffee/",
                "",
                3);
    }

    static Outcome.Tracked tracked(String name) {
        return tracked(name, "fingerprint", score(7.5));
    }

    /** With every kind of verdict and every field set. */
    static Outcome.Tracked tracked(String name, String fingerprint, @Nullable Score score) {
        return new Outcome.Tracked(
                name,
                name + ".yaml",
                "1.10",
                "3",
                "https://example.org/" + name,
                new Lag(
                        "1.12",
                        "v1.12",
                        "abc",
                        Instant.parse("2026-03-29T01:30:00Z"),
                        "v1.10",
                        "def",
                        Instant.parse("2025-10-01T10:00:00Z"),
                        2,
                        Instant.parse("2025-10-26T00:30:00.5Z"),
                        null,
                        null),
                List.of(
                        delta(name, "patch:a", applies(), upstream()),
                        delta(name, "patch:b", applies(), conflicts()),
                        delta(name, "patch:c", new Verdict.Unreadable("no hunk in it"), null),
                        delta(name, "patch:d", applies(), applies())
                                .at(new AtBranch("main", "fed", partly(), null, true)),
                        delta(name, "patch:e", applies(), applies()).at(AtBranch.missing("updates are off")),
                        bare()),
                List.of(new RecipeProblem(new Position(name + ".yaml", 3, 7), "what is wrong")),
                List.of("a filter that matches nothing"),
                fingerprint,
                score,
                score == null ? "no upstream" : null);
    }

    static AssessedDelta delta(String name, String id, @Nullable Verdict now, @Nullable Verdict atLatest) {
        return new AssessedDelta(
                DeltaKind.PATCH,
                id,
                new Position(name + ".yaml", 12, 9),
                1,
                20,
                3,
                Purpose.SECURITY,
                "Backport",
                "0123abcd",
                LocalDate.of(2024, 2, 29),
                now,
                atLatest,
                "no tree",
                LocalDate.of(2026, 8, 1),
                new Background(
                        "why",
                        "commit 0123abcd",
                        "not the same change (Ann)",
                        "89abcdef",
                        List.of("CVE-2026-1234", "GHSA-cfgh-2345-mpqr"),
                        new Touch("0123abcd", "Ann", LocalDate.of(2026, 7, 1))));
    }

    /** That no other tree has. */
    private static Verdict partly() {
        return new Verdict.PartlyUpstream(
                List.of(new FileResult(
                        "src/b.c",
                        List.of(
                                new Hunk(10, HunkResult.UPSTREAM, 0, 0, ""),
                                new Hunk(20, HunkResult.FAILED, 0, 0, "wanted “x”, found “y”")))),
                List.of());
    }

    private static AssessedDelta bare() {
        return new AssessedDelta(
                DeltaKind.DEPENDENCY_BUMP,
                "dependency-bump:x/net@v0.1",
                new Position("x.yaml", 1, 1),
                0,
                0,
                0,
                Purpose.UNKNOWN,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static Verdict applies() {
        return new Verdict.Applies(
                How.FUZZ,
                List.of(
                        new FileResult(
                                "src/a.c",
                                List.of(
                                        new Hunk(10, HunkResult.APPLIED, 0, 0, ""),
                                        new Hunk(40, HunkResult.APPLIED, -3, 2, ""))),
                        new FileResult("empty", List.of())),
                List.of());
    }

    static Verdict upstream() {
        return new Verdict.Upstream(
                List.of(new FileResult("src/a.c", List.of(new Hunk(10, HunkResult.UPSTREAM, 0, 0, "there")))),
                List.of(
                        new Evidence(
                                Evidence.Kind.COMMIT_CONTAINED,
                                "abc",
                                "Fix it",
                                LocalDate.of(2026, 1, 2),
                                "v1.11",
                                "by its hash"),
                        new Evidence(Evidence.Kind.REVERSE_APPLIES, null, null, null, null, "in reverse")));
    }

    static Verdict conflicts() {
        return new Verdict.Conflicts(
                List.of(new FileResult(
                        "src/b.c", List.of(new Hunk(10, HunkResult.FAILED, 0, 0, "wanted “x”, found “y”")))),
                List.of());
    }

    static Score score(double avoidable) {
        return new Score(
                List.of(
                        new ScoreComponent(ScoreClass.AVOIDABLE, "patch:a", avoidable, "upstream has it"),
                        new ScoreComponent(ScoreClass.LAG, null, 0.1 + 0.2, "2 releases behind")),
                "policy");
    }

    static Outcome skipped(String name) {
        return new Outcome.Skipped(name, name + ".yaml", "has no upstream");
    }

    static Outcome failed(String name) {
        return new Outcome.Failed(name, name + ".yaml", "upstream", "example.org: unknown host");
    }
}
