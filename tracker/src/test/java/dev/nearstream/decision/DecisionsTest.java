package dev.nearstream.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.recipe.Position;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionsTest {
    private static final Position AT = new Position("pkg.yaml", 1, 1);

    private static Decision keep(String delta, String why) {
        return new Decision(delta, why, null, null, AT);
    }

    private static Decisions of(String delta) {
        return new Decisions(List.of(keep(delta, "why")));
    }

    @ParameterizedTest
    @CsvSource({
        "fix.patch, patch:fix.patch",
        "fix.patch, patch:fix.patch@lib",
        "fix.patch, patch:fix.patch#2",
        "pkg/fix.patch, patch:fix.patch",
        "fix.patch, patch:pkg/fix.patch",
        "patch:fix.patch, patch:fix.patch",
        "inline-edit:Makefile, inline-edit:Makefile",
    })
    void isAboutTheDeltaThatItNames(String named, String id) {
        assertThat(of(named).about(id)).isPresent();
        assertThat(of(named).aboutNoneOf(List.of("patch:other.patch", id))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fix.patch, patch:my-fix.patch",
        "fix.patch, patch:fix.patch.old",
        "fix.patch, cherry-pick:fix.patch",
        "patch:fix.patch, patch:fix.patch@lib",
        "Makefile, inline-edit:Makefile",
    })
    void isAboutNoOther(String named, String id) {
        assertThat(of(named).about(id)).isEmpty();
        assertThat(of(named).aboutNoneOf(List.of(id))).hasSize(1);
    }

    @Test
    void theRecipesDecisionGoesBeforeTheConfigurations() {
        Decisions recipe = new Decisions(List.of(keep("a.patch", "recipe")));
        Decisions configured = new Decisions(List.of(keep("a.patch", "configured"), keep("b.patch", "configured")));
        Decisions both = recipe.and(configured);
        assertThat(both.about("patch:a.patch").orElseThrow().reason()).isEqualTo("recipe");
        assertThat(both.about("patch:b.patch").orElseThrow().reason()).isEqualTo("configured");
    }

    @Test
    void theConfigurationHasThemByPackage() {
        ConfiguredDecisions configured = new ConfiguredDecisions(Map.of("pkg", of("a.patch"), "gone", of("b.patch")));
        assertThat(configured.of("pkg").about("patch:a.patch")).isPresent();
        assertThat(configured.of("other").all()).isEmpty();
        assertThat(configured.ofNoneOf(Set.of("pkg", "other"))).containsOnlyKeys("gone");
    }
}
