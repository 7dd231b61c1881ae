package dev.nearstream.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose word it is that an upstream is at its end. */
class EndOfLifeTest {
    private static String finding(String update) throws Exception {
        return EndOfLife.said(OneRecipe.of("1.0", "update: " + update)).orElse("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unmaintained upstream since 2018",
                "the repository was archived by its owner",
                "this is no longer maintained",
                "EOL",
                "End-of-life in 2024",
                "Deprecated in favour of another"
            })
    void theRecipesReason(String reason) throws Exception {
        assertThat(finding("{enabled: false, exclude-reason: \"" + reason + "\"}"))
                .startsWith("the recipe says that upstream is at its end: \"" + reason + "\" (")
                .endsWith(".yaml:" + line() + ")");
    }

    private static int line() throws Exception {
        return Objects.requireNonNull(
                        OneRecipe.of("1.0", "update: {enabled: false}").update().at())
                .line();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "releases are not maintained to the latest version",
                "uses a deprecated API",
                "geolocation",
                "built from snapshots"
            })
    void otherReasonsAreNone(String reason) throws Exception {
        assertThat(finding("{enabled: false, exclude-reason: \"" + reason + "\"}"))
                .isEqualTo("none");
    }

    @Test
    void whatIsUpdatedIsNotAtItsEnd() throws Exception {
        assertThat(finding("{enabled: true, exclude-reason: EOL, git: {}}")).isEqualTo("none");
    }

    @Test
    void itIsAFindingOfTheList() throws Exception {
        RecipeReleases releases = new RecipeReleases(
                OneRecipe.of("1.0", "update: {enabled: false, exclude-reason: EOL}"),
                ReleaseSources.gitAlone(url -> new TaggedMirror()));
        assertThat(releases.list().findings()).singleElement().asString().contains("at its end: \"EOL\"");
    }
}
