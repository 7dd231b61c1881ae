package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nearstream.bump.BumpPlan;
import dev.nearstream.bump.PatchPlan;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.Evidence;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.edit.PackageEdit;
import dev.nearstream.recipe.edit.RecipeText;
import dev.nearstream.tracker.PlannedEdit;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan on the terminal, and what it says of its two versions. */
class PlanTextTest {
    private static final Evidence REWRITTEN = new Evidence(
            Evidence.Kind.SUPERSEDED,
            "52ed0cd".repeat(6).substring(0, 40),
            "Read it otherwise",
            LocalDate.of(2026, 1, 2),
            "v1.1",
            "it rewrote lines of a.c that the patch changes");
    private static final PatchPlan KEPT = new PatchPlan(
            "x/kept.patch", PatchPlan.Action.KEEP, PatchPlan.Confidence.HIGH, "applies exactly", List.of(), null);
    private static final PatchPlan REFRESHED = new PatchPlan(
            "x/old.patch",
            PatchPlan.Action.REFRESH,
            PatchPlan.Confidence.LOW,
            "a three-way merge by lines carries it over",
            List.of(),
            "--- a/a.c\n");
    private static final PatchPlan CONFLICT = new PatchPlan(
            "x/new.patch",
            PatchPlan.Action.CONFLICT,
            PatchPlan.Confidence.HIGH,
            "a.c:5: the patch has 'a', upstream has 'b'",
            List.of(REWRITTEN),
            null);
    private static final BumpPlan.Other PIN = new BumpPlan.Other(
            DeltaKind.DEPENDENCY_BUMP,
            "dependency-bump:y",
            new Position("x.yaml", 12, 5),
            BumpPlan.Action.DROP,
            "go.mod:5 asks for y v2, the pin is v1",
            List.of());

    private static BumpPlan plan(String from, String to, List<PatchPlan> patches, BumpPlan.Other... others) {
        return new BumpPlan("x", from, to, "v" + to, "0123abc", patches, List.of(others));
    }

    private static String text(BumpPlan plan) {
        return PlanTextRenderer.of(plan, new PlannedEdit(null, List.of()), new byte[0]);
    }

    @Test
    void whatTheRecipeBecomesStandsLast() throws Exception {
        byte[] before = "package:\n  name: x\n  version: 1.0\n  epoch: 3\n".getBytes(StandardCharsets.UTF_8);
        RecipeText after = RecipeText.of(
                "x.yaml", "package:\n  name: x\n  version: 1.1\n  epoch: 0\n".getBytes(StandardCharsets.UTF_8));
        PackageEdit edit = new PackageEdit(after, Map.of(), List.of(), List.of());
        assertThat(PlanTextRenderer.of(
                        plan("1.0", "1.1", List.of()),
                        new PlannedEdit(edit, List.of("recipe: the sum of x.tar.gz is not known, and stays")),
                        before))
                .endsWith("""
                summary   nothing is carried

                recipe    is edited so:
                @@ -1,4 +1,4 @@
                 package:
                   name: x
                -  version: 1.0
                -  epoch: 3
                +  version: 1.1
                +  epoch: 0

                left      recipe: the sum of x.tar.gz is not known, and stays
                """);
    }

    @Test
    void whatAsksForADeedStandsFirst() {
        assertThat(text(plan("1.0", "1.1", List.of(KEPT, REFRESHED, CONFLICT), PIN)))
                .isEqualTo("""
                package   x
                bump      1.0 to 1.1, tag v1.1
                commit    0123abc
                summary   1 conflict, 1 drop, 1 refresh, 1 keep; a person must look before the
                          bump

                conflict  x/new.patch
                          a.c:5: the patch has 'a', upstream has 'b'
                          - 52ed0cd52ed0 “Read it otherwise” of 2026-01-02, first in v1.1: it
                            rewrote lines of a.c that the patch changes

                drop      dependency-bump:y, x.yaml:12
                          go.mod:5 asks for y v2, the pin is v1

                refresh   x/old.patch, low confidence
                          a three-way merge by lines carries it over

                keep      x/kept.patch
                          applies exactly

                Refreshed texts are in the output of --format json.
                """);
    }

    @Test
    void nothingIsCarried() {
        assertThat(text(plan("1.0", "1.1", List.of()))).endsWith("\nsummary   nothing is carried\n");
    }

    @Test
    void whereNobodyMustLookNothingIsBlocked() {
        assertThat(text(plan("1.0", "1.1", List.of(KEPT))))
                .contains("\nsummary   1 keep; no conflict\n")
                .doesNotContain("blocked");
    }

    @Test
    void aVersionThatIsNoStepForwardIsSaid() throws Exception {
        assertThat(unresolved("1.9", "1.10")).isEqualTo("[]");
        assertThat(unresolved("1.10", "1.9"))
                .contains("\"version: 1.9 is older than the packaged 1.10: this is the plan of a step back\"");
        assertThat(unresolved("1.10", "1.10"))
                .contains(
                        "\"version: 1.10 is the packaged version: this is the plan of a rebuild, which raises the epoch\"");
        assertThat(unresolved("no version", "1.10")).isEqualTo("[]");
    }

    private static String unresolved(String from, String to) throws Exception {
        return new ObjectMapper()
                .readTree(PlanJson.of(plan(from, to, List.of()), new PlannedEdit(null, List.of())))
                .get("unresolved")
                .toString();
    }
}
