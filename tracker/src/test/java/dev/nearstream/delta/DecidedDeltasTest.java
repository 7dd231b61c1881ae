package dev.nearstream.delta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.decision.ConfiguredDecisions;
import dev.nearstream.decision.Decision;
import dev.nearstream.decision.Decisions;
import dev.nearstream.recipe.Position;
import dev.nearstream.recipe.RecipeProblem;
import dev.nearstream.recipe.RecipeReader;
import dev.nearstream.recipe.RecipeTree;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecidedDeltasTest {
    private static final String PATCH = "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n+b\n";
    private static final Position CONFIGURED = new Position("nearstream.yaml", 7, 12);

    private final MemoryFiles files = new MemoryFiles().with("pkg/fix.patch", PATCH);

    private DeltaReport report(String comment, ConfiguredDecisions configured) {
        files.with("pkg.yaml", Recipes.HEAD + comment + "\n  - uses: patch\n    with:\n      patches: fix.patch\n");
        return new DeltaFinder(files, configured).report(Recipes.tree(files), 1);
    }

    private DeltaReport report(String comment) {
        return report(comment, ConfiguredDecisions.NONE);
    }

    private static ConfiguredDecisions configured(String packageName, String delta) {
        Decision decision = new Decision(delta, "configured", null, null, CONFIGURED);
        return new ConfiguredDecisions(Map.of(packageName, new Decisions(List.of(decision))));
    }

    private static List<String> problems(DeltaReport report) {
        return report.problems().stream().map(RecipeProblem::toString).toList();
    }

    @Test
    void theRecipesCommentIsAboutItsDelta() {
        DeltaReport report = report("  # nearstream: keep fix.patch: another change");
        assertThat(report.problems()).isEmpty();
        assertThat(report.all().get(0).decisions().about("patch:fix.patch"))
                .map(Decision::reason)
                .contains("another change");
    }

    @Test
    void aDecisionIsNoReasonOfThePatch() {
        DeltaReport report = report("  # nearstream: keep fix.patch: for the build");
        Delta.Facts facts = report.all().get(0).deltas().get(0).facts();
        assertThat(facts.reason()).isNull();
        assertThat(facts.purpose()).isEqualTo(Purpose.UNKNOWN);
    }

    @Test
    void theConfigurationCanDecideToo() {
        DeltaReport report = report("", configured("pkg", "fix.patch"));
        assertThat(report.problems()).isEmpty();
        assertThat(report.all().get(0).decisions().about("patch:fix.patch"))
                .map(Decision::reason)
                .contains("configured");
    }

    @Test
    void aPatchThatIsGoneIsSaid() {
        assertThat(problems(report("  # nearstream: keep old.patch: another change")))
                .containsExactly(
                        "pkg.yaml:6:3: a decision keeps old.patch, which pkg no longer has; take the decision out");
    }

    @Test
    void aDecisionAboutNothingIsSaid() {
        assertThat(problems(report("", configured("pkg", "inline-edit:Makefile"))))
                .containsExactly("nearstream.yaml:7:12: a decision keeps inline-edit:Makefile, and no delta of pkg is "
                        + "called so; write a patch's file name, or an id that `nearstream deltas` lists");
    }

    @Test
    void aPackageThatIsNotThereIsSaid() {
        assertThat(problems(report("", configured("gone", "fix.patch"))))
                .containsExactly("nearstream.yaml:7:12: a decision is about gone, and no package is called so; "
                        + "name another, or take it out");
    }

    @Test
    void aPackageThatWasNotSelectedIsThere() throws IOException {
        files.with("pkg.yaml", Recipes.HEAD).with("other.yaml", Recipes.HEAD.replace("name: pkg", "name: other"));
        RecipeTree other = new RecipeReader(files).read("other"::equals, 1);
        assertThat(new DeltaFinder(files, configured("pkg", "fix.patch"))
                        .report(other, 1)
                        .problems())
                .isEmpty();
    }

    @Test
    void anUnusedFileThatIsKeptIsNoProblem() {
        files.with("pkg/spare.patch", PATCH);
        assertThat(problems(report(""))).singleElement().asString().contains("unused-file");
        DeltaReport kept = report("  # nearstream: keep spare.patch: for the next release");
        assertThat(kept.problems()).isEmpty();
        assertThat(kept.all().get(0).unused()).isEmpty();
    }
}
