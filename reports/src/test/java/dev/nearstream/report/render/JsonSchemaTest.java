package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nearstream.bump.BumpPlan;
import dev.nearstream.bump.PatchPlan;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.owner.Owners;
import dev.nearstream.pull.PullLine;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.Version;
import dev.nearstream.release.Listing;
import dev.nearstream.release.ReleaseStanding;
import dev.nearstream.report.Fullest;
import dev.nearstream.report.Nights;
import dev.nearstream.report.PullView;
import dev.nearstream.report.RunResult;
import dev.nearstream.report.Schemas;
import dev.nearstream.report.TrendReport;
import dev.nearstream.store.Outcome;
import dev.nearstream.tracker.PlannedEdit;
import dev.nearstream.trend.CarriedPast;
import dev.nearstream.trend.JudgedPast;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What commands print with {@code --format json} is as docs/schemas says, with nothing beside. */
class JsonSchemaTest {
    private static final Position AT = new Position("x.yaml", 12, 9);

    private static String explained(Outcome outcome) {
        return ExplainJson.of(JsonTest.report(outcome), LocalDate.of(2026, 2, 11));
    }

    @Test
    void deltas() {
        Schemas.assertValid("deltas", DeltasJson.of(DeltasTest.report()));
    }

    @Test
    void explain() {
        Stream.of("pinned", "manual", "disabled", null)
                .forEach(stream -> Schemas.assertValid("explain", explained(Fullest.tracked(stream))));
        Schemas.assertValid("explain", explained(Nights.libpcap()));
        Schemas.assertValid("explain", explained(Nights.unscored()));
        Schemas.assertValid("explain", explained(new Outcome.Failed("curl", "curl.yaml", "upstream", "unknown host")));
        Schemas.assertValid("explain", explained(new Outcome.Skipped("base", "base.yaml", "has no upstream")));
        Schemas.assertValid("explain", ExplainJson.none("nothing"));
    }

    @Test
    void latest() {
        Version one = Version.parse("1").orElseThrow();
        Schemas.assertValid("latest", LatestJson.of("libpcap", "1.10.4", JsonTest.STANDING));
        for (Listing.Kind kind : Listing.Kind.values()) {
            Schemas.assertValid(
                    "latest",
                    LatestJson.of(
                            "x", null, ReleaseStanding.unknown(one, kind.label(), "none is admitted", List.of())));
        }
    }

    @Test
    void plan() {
        List<PatchPlan> patches = new ArrayList<>();
        for (PatchPlan.Action action : PatchPlan.Action.values()) {
            for (PatchPlan.Confidence confidence : PatchPlan.Confidence.values()) {
                String text = action == PatchPlan.Action.REFRESH ? "--- a/a.c\n" : null;
                patches.add(new PatchPlan("x/a.patch", action, confidence, "a reason", Fullest.EVIDENCE, text));
            }
        }
        List<BumpPlan.Other> others = new ArrayList<>();
        for (DeltaKind kind : DeltaKind.values()) {
            for (BumpPlan.Action action : BumpPlan.Action.values()) {
                others.add(new BumpPlan.Other(kind, kind.label() + ":x", AT, action, "a reason", Fullest.EVIDENCE));
            }
        }
        BumpPlan full = new BumpPlan("x", "1.1", "1.0", null, null, patches, others);
        Schemas.assertValid("plan", PlanJson.of(full, new PlannedEdit(null, List.of("sha256 of the archive"))));
        Schemas.assertValid("plan", PlanJson.none("x", null, "1.0", "it cannot be read"));
    }

    @Test
    void patchCheck() {
        Schemas.assertValid("patch-check", PatchCheckJson.of(JsonTest.CHECK));
    }

    @Test
    void run() {
        Schemas.assertValid("run", RunJson.of(new RunResult(Nights.tonight(), true, Path.of("out", "index.md"))));
        Schemas.assertValid("run", RunJson.of(new RunResult(Nights.before(), false, null)));
    }

    @Test
    void pulls() {
        List<PullView> pulls = new ArrayList<>(List.of(new PullView("x", "2", "opened", "", "https://x/1", "diff")));
        for (PullLine.Deed deed : PullLine.Deed.values()) {
            pulls.add(new PullView("x", "2", deed.label(), "why", null, null));
        }
        Schemas.assertValid("pulls", PullsJson.of(pulls));
        Schemas.assertValid("pulls", PullsJson.of(List.of()));
    }

    @Test
    void trends() {
        CarriedPast none = new CarriedPast(List.of(), List.of(), List.of());
        Schemas.assertValid("trends", TrendJson.of(TrendPageTest.report()));
        Schemas.assertValid(
                "trends", TrendJson.of(TrendReport.of("os", none, JudgedPast.NONE, 52, List.of(), Owners.NONE)));
    }

    @Test
    void aFieldThatNobodyDocumentedIsNoticed() throws Exception {
        ObjectNode run = readRun();
        assertThat(Schemas.errors("run", run.toString())).isEmpty();
        run.put("surprise", 1);
        assertThat(Schemas.errors("run", run.toString()))
                .singleElement()
                .asString()
                .contains("surprise");
    }

    @Test
    void aFieldThatIsGoneOrOfAnotherTypeIsNoticed() throws Exception {
        ObjectNode run = readRun();
        run.put("tracked", "three").remove("resumed");
        assertThat(Schemas.errors("run", run.toString()))
                .anySatisfy(error -> assertThat(error).contains("tracked"))
                .anySatisfy(error -> assertThat(error).contains("resumed"));
        String checked = PatchCheckJson.of(JsonTest.CHECK).replace("\"applies\"", "\"fits\"");
        assertThat(Schemas.errors("patch-check", checked))
                .as("through the schema of verdicts, which stands in a file of its own")
                .singleElement()
                .asString()
                .contains("/patches/0/verdict");
    }

    private static ObjectNode readRun() throws Exception {
        return new ObjectMapper().readValue(RunJson.of(new RunResult(Nights.before(), false, null)), ObjectNode.class);
    }
}
