package dev.nearstream.report;

import dev.nearstream.bump.BumpPlan;
import dev.nearstream.bump.FixedAdvisory;
import dev.nearstream.bump.LicenceFiles;
import dev.nearstream.bump.PatchPlan;
import dev.nearstream.bump.RangeDiff;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Evidence;
import dev.nearstream.delta.pin.DependencyChanges;
import dev.nearstream.recipe.CommentRequest;
import dev.nearstream.recipe.Dependant;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.SecondProject;
import dev.nearstream.score.Score;
import dev.nearstream.score.ScoreClass;
import dev.nearstream.score.ScoreComponent;
import dev.nearstream.tracker.BumpScore;
import dev.nearstream.tracker.UpstreamChanges;
import dev.nearstream.tracker.UpstreamNotes;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pull requests' reports: a plain one, one with something in every section, and one of hostile text. */
public final class BumpReports {
    private static final String UPSTREAM = "https://github.com/u/libpcap.git";
    private static final String COMMIT = "52ed0cd52ed0cd52ed0cd52ed0cd52ed0cd52ed0";

    /** Text that would do whatever text can. */
    public static final String HOSTILE = "fixes owner/repo#3, Closes #1 | @name <script>alert(1)</script> `code` ``` "
            + "\u202Egpj.exe https://github.com/owner/repo/issues/4 GH-5 ![x](https://e.example/x.png) "
            + "0123456789abcdef0123456789abcdef01234567 <!-- x --> </details>";

    private static final String HOSTILE_NOTES = """
        # Fixes owner/repo#3 @name
        Closes #1, resolves https://github.com/owner/repo/issues/4 and [this](https://github.com/o/r/pull/5).
        ![image](https://e.example/x.png) <img src=x onerror=alert(1)> [![b](https://e.example/b.svg)](https://e.example)
        [ref][1] <https://e.example/auto> &#64;name &lt;script&gt; \\@name

        [1]: https://e.example/ref

        <details><summary>@name fixes #7</summary>
        <script>alert(1)</script>

        - [ ] fix #2 by @name in https://github.com/o/r/pull/9
          1. 0123456789abcdef0123456789abcdef01234567
        - a `#8 | ``` ` b

        > fixes GH-6

        ~~~
        ``` @name #9
        ~~~

        | a | b |
        |---|---|
        | @name | fixes #10 |

        </details>
        <!-- nearstream: other -->
        """;

    private BumpReports() {}

    /** Without a local change. */
    public static BumpReport plain() {
        return new BumpReport(
                "libpcap",
                plan(List.of(), List.of()),
                UPSTREAM,
                changes(List.of(), List.of(), null),
                List.of(),
                List.of(),
                score(List.of()),
                null,
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of(),
                null,
                "Or set `update.manual: true` in the recipe.");
    }

    /** With something in every section. */
    public static BumpReport full() {
        return full("fix-headers", "Fix the headers");
    }

    private static BumpReport full(String patch, String subject) {
        Evidence taken = new Evidence(
                Evidence.Kind.SAME_CHANGE,
                COMMIT,
                subject,
                LocalDate.of(2026, 1, 2),
                "libpcap-1.10.5",
                "it made each of the changes");
        List<PatchPlan> patches = List.of(
                new PatchPlan(
                        "libpcap/keep.patch",
                        PatchPlan.Action.KEEP,
                        PatchPlan.Confidence.HIGH,
                        "applies only with fuzz; the refreshed text applies exactly",
                        List.of(),
                        "text"),
                new PatchPlan(
                        "libpcap/" + patch + ".patch",
                        PatchPlan.Action.DROP,
                        PatchPlan.Confidence.MEDIUM,
                        "each of its changes stands at its place: " + subject,
                        List.of(taken),
                        null),
                new PatchPlan(
                        "libpcap/musl.patch",
                        PatchPlan.Action.REFRESH,
                        PatchPlan.Confidence.HIGH,
                        "merged by lines",
                        List.of(),
                        "text"),
                new PatchPlan(
                        "libpcap/usb.patch",
                        PatchPlan.Action.CONFLICT,
                        PatchPlan.Confidence.HIGH,
                        "src/usb.c:12: the patch has 'int a;', upstream has 'long a;'",
                        List.of(),
                        null));
        return new BumpReport(
                "libpcap",
                plan(patches, others(taken, subject)),
                UPSTREAM,
                changes(
                        List.of(
                                new DependencyChanges.Change("go.mod", "a.example/x", "v1.0.0", "v1.1.0"),
                                new DependencyChanges.Change("go.mod", "a.example/y", null, "v0.1.0"),
                                new DependencyChanges.Change("requirements.txt", "six", "", null)),
                        List.of(new LicenceFiles.Change("LICENSE", LicenceFiles.Fate.CHANGED)),
                        new UpstreamNotes(UpstreamNotes.Source.FILE, "CHANGES.md", """
                                ## What is new

                                * Faster reads
                                  - on Linux
                                * Fewer bugs

                                It needs `libnl` 3.

                                ```
                                make install
                                ```
                                """, true)),
                List.of(
                        new BumpReport.Refreshed(
                                "libpcap/musl.patch",
                                new RangeDiff(List.of("@@ gencode.c: one", "  three", "-+FIVE", "++FIVE!"), 4)),
                        new BumpReport.Refreshed("libpcap/keep.patch", new RangeDiff(List.of(), 0))),
                List.of(
                        new FixedAdvisory("CVE-2026-1234567", List.of("patch:" + patch + ".patch"), "libpcap-1.10.5"),
                        new FixedAdvisory("GHSA-cfgh-2345-mpqr", List.of("cherry-pick:52ed0cd5"), null)),
                score(List.of("patch:" + patch + ".patch")),
                subject + " (rebuilt for CVE-2026-1)",
                List.of(
                        new CommentRequest(
                                new Position("libpcap.yaml", 3, 1),
                                CommentRequest.Kind.LOOK,
                                "STOP! Before updating, ask the owners: " + subject),
                        new CommentRequest(
                                new Position("libpcap.yaml", 30, 1),
                                CommentRequest.Kind.REMINDER,
                                "must match the compiler of tcpdump")),
                List.of(
                        new SecondProject(
                                new Position("libpcap.yaml", 9, 3),
                                "vars.kernel",
                                "6.12.91",
                                List.of("https://kernel.example/linux-6.12.91.tar.xz")),
                        new SecondProject(
                                new Position("libpcap.yaml", 20, 7),
                                "https://git.example/registry",
                                COMMIT,
                                List.of())),
                true,
                IntStream.range(0, 42)
                        .mapToObj(i -> new Dependant("p" + i, "p" + i + ".yaml", i != 1, List.of("libpcap")))
                        .toList(),
                List.of("libpcap.yaml:25: expected-sha256 of https://x.example/a.tar.gz is not known"),
                null,
                "Or set `update.manual: true` in the recipe.");
    }

    private static List<BumpPlan.Other> others(Evidence taken, String subject) {
        Position where = new Position("libpcap.yaml", 12, 9);
        return Stream.of(
                        new BumpPlan.Other(
                                DeltaKind.CHERRY_PICK,
                                "cherry-pick:52ed0cd5",
                                where,
                                BumpPlan.Action.DROP,
                                "the new version contains it: " + subject,
                                List.of(taken)),
                        new BumpPlan.Other(
                                DeltaKind.DEPENDENCY_BUMP,
                                "dependency-bump:x",
                                where,
                                BumpPlan.Action.DROP,
                                "go.mod:9 asks for x 2, the pin is 1",
                                List.of(new Evidence(
                                        Evidence.Kind.SUPERSEDED,
                                        null,
                                        null,
                                        null,
                                        null,
                                        "go.mod:9 asks for x 2; the pin is 1"))),
                        new BumpPlan.Other(
                                DeltaKind.BUILD_FLAG, "build-flag:-O2", where, BumpPlan.Action.UNKNOWN, "", List.of()),
                        new BumpPlan.Other(
                                DeltaKind.INLINE_EDIT,
                                "inline-edit:configure",
                                where,
                                BumpPlan.Action.CONFLICT,
                                "its expression matches nothing",
                                List.of()),
                        new BumpPlan.Other(
                                DeltaKind.INLINE_EDIT, "inline-edit:a", where, BumpPlan.Action.KEEP, "", List.of()),
                        new BumpPlan.Other(
                                DeltaKind.INLINE_EDIT, "inline-edit:b", where, BumpPlan.Action.KEEP, "", List.of()))
                .toList();
    }

    /** At the same version. */
    public static BumpReport rebuild() {
        BumpReport plain = plain();
        BumpPlan plan = plain.plan();
        return new BumpReport(
                plain.key(),
                new BumpPlan(
                        plan.packageName(),
                        plan.to(),
                        plan.to(),
                        plan.tag(),
                        plan.commit(),
                        List.of(),
                        List.of(new BumpPlan.Other(
                                DeltaKind.DEPENDENCY_BUMP,
                                "dependency-bump:x",
                                new Position("libpcap.yaml", 12, 9),
                                BumpPlan.Action.DROP,
                                "upstream asks for it",
                                List.of()))),
                plain.upstream(),
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of(),
                null,
                plain.leaveAlone());
    }

    /** The same in which all that comes from outside is hostile. */
    public static BumpReport hostile() {
        return hostile(UpstreamNotes.Source.RELEASES, true);
    }

    /** The same with notes from another place. */
    public static BumpReport hostile(UpstreamNotes.Source source, boolean markdown) {
        BumpReport full = full(HOSTILE, HOSTILE);
        return new BumpReport(
                "a--> @b",
                new BumpPlan(
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        full.plan().patches(),
                        full.plan().others()),
                "https://github.com/u/x",
                new UpstreamChanges(
                        "https://github.com/u/x",
                        HOSTILE,
                        HOSTILE,
                        List.of(new DependencyChanges.Change(HOSTILE, HOSTILE, HOSTILE, HOSTILE)),
                        List.of(new LicenceFiles.Change(HOSTILE, LicenceFiles.Fate.NEW)),
                        new UpstreamNotes(source, HOSTILE, HOSTILE_NOTES, markdown),
                        List.of(HOSTILE)),
                List.of(new BumpReport.Refreshed(
                        HOSTILE,
                        new RangeDiff(List.of("@@ x", "+```", "-" + HOSTILE, "+\u0000\t\u2066x", "+`````"), 0))),
                List.of(new FixedAdvisory("CVE-2026-1", List.of(HOSTILE), HOSTILE)),
                full.score(),
                HOSTILE,
                List.of(
                        new CommentRequest(new Position(HOSTILE, 3, 1), CommentRequest.Kind.LOOK, HOSTILE),
                        new CommentRequest(new Position(HOSTILE, 4, 1), CommentRequest.Kind.REMINDER, HOSTILE)),
                List.of(new SecondProject(new Position(HOSTILE, 1, 1), HOSTILE, HOSTILE, List.of(HOSTILE))),
                true,
                List.of(new Dependant(HOSTILE, HOSTILE, false, List.of(HOSTILE))),
                List.of(HOSTILE),
                new VerifyResult(VerifyResult.Verdict.FAILED, HOSTILE, HOSTILE, List.of(HOSTILE)),
                "Or set `update.manual: true` in the recipe.");
    }

    private static BumpPlan plan(List<PatchPlan> patches, List<BumpPlan.Other> others) {
        return new BumpPlan("libpcap", "1.10.4", "1.10.6", "libpcap-1.10.6", COMMIT, patches, others);
    }

    private static UpstreamChanges changes(
            List<DependencyChanges.Change> dependencies,
            List<LicenceFiles.Change> licences,
            @Nullable UpstreamNotes notes) {
        return new UpstreamChanges(
                UPSTREAM, "libpcap-1.10.4", "libpcap-1.10.6", dependencies, licences, notes, List.of());
    }

    private static BumpScore score(List<String> dropped) {
        List<ScoreComponent> before = Stream.concat(
                        dropped.stream()
                                .map(id -> new ScoreComponent(ScoreClass.AVOIDABLE, id, 12.5, "upstream has it")),
                        Stream.of(new ScoreComponent(ScoreClass.LAG, null, 1.25, "2 releases behind")))
                .toList();
        return dropped.isEmpty()
                ? new BumpScore(new Score(before, "policy"), new Score(List.of(), "policy"), null)
                : new BumpScore(new Score(before, "policy"), null, "what becomes of a conflict, a person decides");
    }
}
