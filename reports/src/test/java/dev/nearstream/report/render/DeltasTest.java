package dev.nearstream.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nearstream.delta.Delta;
import dev.nearstream.delta.DeltaKind;
import dev.nearstream.delta.DeltaReport;
import dev.nearstream.delta.Purpose;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.recipe.Text;
import dev.nearstream.recipe.UpdateRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeltasTest {
    private static final Position AT = new Position("x.yaml", 12, 9);

    @Test
    void json() throws Exception {
        assertThat(new JsonMapper().readTree(DeltasJson.of(report())).toString())
                .isEqualTo("""
                {"recipes":3401,"problems":[{"file":"x.yaml","line":12,"column":9,"message":"what is wrong"}],\
                "packages":[{"package":"x","version":"1.10","epoch":3,"recipe":"x.yaml",\
                "deltas":[{"kind":"inline-edit","id":"inline-edit:sed","where":{"file":"x.yaml","line":12},\
                "files":1,"addedLines":20,"removedLines":3,"purpose":"build","declaredStatus":null}]}]}""");
    }

    @Test
    void nothingIsEmptyLists() throws Exception {
        DeltaReport none = new DeltaReport(0, List.of(), List.of());
        assertThat(new JsonMapper().readTree(DeltasJson.of(none)).toString())
                .isEqualTo("{\"recipes\":0,\"problems\":[],\"packages\":[]}");
    }

    @Test
    void text() {
        assertThat(DeltasTextRenderer.of(report())).isEqualTo("""
                PACKAGE  VERSION  DELTA            FILES  ADDED  REMOVED  PURPOSE  WHERE
                x        1.10     inline-edit:sed      1     20        3  build    x.yaml:12

                x.yaml:12:9: what is wrong

                3,401 recipes, 1 delta in 1 package, 1 problem
                """);
    }

    static DeltaReport report() {
        Delta delta = new Delta.Declared(
                new Delta.Facts(
                        DeltaKind.INLINE_EDIT, "inline-edit:sed", AT, new Delta.Size(1, 20, 3), Purpose.BUILD, null),
                "sed -i");
        return new DeltaReport(
                3401,
                List.of(new RecipeProblem(AT, "what is wrong")),
                List.of(new RecipeDeltas(recipe(), List.of(delta), List.of(), List.of())));
    }

    private static Recipe recipe() {
        UpdateRules none =
                new UpdateRules(null, true, false, false, false, false, "", null, List.of(), List.of(), null, null);
        return new Recipe(
                "x.yaml",
                "x",
                text("x"),
                text("1.10"),
                text("3"),
                "",
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                none,
                List.of());
    }

    private static Text text(String value) {
        return new Text(value, value, AT);
    }
}
