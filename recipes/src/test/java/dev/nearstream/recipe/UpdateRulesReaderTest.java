package dev.nearstream.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.recipe.UpdateRules.Git;
import dev.nearstream.recipe.UpdateRules.GitHub;
import dev.nearstream.recipe.UpdateRules.Oci;
import dev.nearstream.recipe.UpdateRules.ReleaseMonitor;
import dev.nearstream.recipe.UpdateRules.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every key of the update block. */
class UpdateRulesReaderTest {
    private final RecipeFolder folder;

    UpdateRulesReaderTest(@TempDir Path directory) {
        folder = new RecipeFolder(directory);
    }

    private UpdateRules update(String block) throws IOException {
        return folder.recipe(RecipeFolder.HEAD + "update:\n" + block.indent(2)).update();
    }

    @Test
    void everyCommonKeyIsRead() throws IOException {
        UpdateRules rules = update("""
                enabled: true
                manual: true
                shared: true
                require-sequential: true
                enable-prerelease-tags: true
                version-separator: _
                ignore-regex-patterns:
                  - a
                  - ^\\d+\\.(\\d*[13579])\\.\\d+$
                version-transform:
                  - match: (\\d+)$
                    replace: 5.$1
                  - match: x
                schedule:
                  period: daily
                  reason: no tags
                """);
        assertThat(rules.at()).isEqualTo(new Position("pkg.yaml", 6, 3));
        assertThat(rules.enabled()).isTrue();
        assertThat(rules.manual()).isTrue();
        assertThat(rules.shared()).isTrue();
        assertThat(rules.requireSequential()).isTrue();
        assertThat(rules.enablePrereleaseTags()).isTrue();
        assertThat(rules.versionSeparator()).isEqualTo("_");
        assertThat(rules.ignoreRegexPatterns())
                .extracting(Text::value)
                .containsExactly("a", "^\\d+\\.(\\d*[13579])\\.\\d+$");
        assertThat(rules.versionTransform())
                .extracting(transform -> transform.match() + " to " + transform.replace())
                .containsExactly("(\\d+)$ to 5.$1", "x to ");
        assertThat(rules.schedule()).isEqualTo(new Schedule("daily", "no tags"));
        assertThat(rules.source()).isNull();
    }

    @Test
    void flagsAreOffUnlessSaidAndUpdatesAreOn() throws IOException {
        UpdateRules rules = update("git: {}\n");
        assertThat(rules.enabled()).isTrue();
        assertThat(rules.manual() || rules.shared() || rules.requireSequential() || rules.enablePrereleaseTags())
                .isFalse();
        assertThat(rules.versionSeparator()).isNull();
        assertThat(rules.schedule()).isNull();
    }

    @Test
    void githubFiltersAreTextsEvenWhereTheyLookLikeNumbers() throws IOException {
        GitHub github = (GitHub) update("""
                github:
                  identifier: owner/${{package.name}}
                  use-tag: true
                  strip-prefix: 3.
                  strip-suffix: -0
                  tag-filter: 1.10
                  tag-filter-prefix: 00303
                  tag-filter-contains: 1_
                """).source();
        assertThat(github)
                .isEqualTo(new GitHub(
                        new Position("pkg.yaml", 7, 5), "owner/pkg", true, "3.", "-0", "1.10", "00303", "1_"));
    }

    @Test
    void releaseMonitorsAndRegistriesHaveTheirOwnFilters() throws IOException {
        assertThat(update("""
                release-monitor:
                  identifier: 5.0
                  strip-prefix: v
                  strip-suffix: -f
                  version-filter-prefix: 7.
                  version-filter-contains: lts
                """).source())
                .isEqualTo(new ReleaseMonitor(new Position("pkg.yaml", 7, 5), "5.0", "v", "-f", "7.", "lts"));
        assertThat(update("""
                oci:
                  identifier: example.org/x
                  strip-prefix: v
                  strip-suffix: -f
                  tag-filter-prefix: p
                  tag-filter-contains: c
                """).source())
                .isEqualTo(new Oci(new Position("pkg.yaml", 7, 5), "example.org/x", "v", "-f", "p", "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"git: {}", "git:", "git: # none"})
    void anEmptyGitBlockIsASource(String block) throws IOException {
        assertThat(update(block + "\n").source()).isInstanceOf(Git.class);
        assertThat(folder.read().problems()).isEmpty();
    }

    @Test
    void gitFiltersAreRead() throws IOException {
        assertThat(update("git: {strip-prefix: v, strip-suffix: s, tag-filter-prefix: p, tag-filter-contains: c}\n")
                        .source())
                .isEqualTo(new Git(new Position("pkg.yaml", 6, 8), "v", "s", "p", "c"));
    }

    @Test
    void theReasonOfADisabledUpdateIsItsKeyOrItsComment() throws IOException {
        assertThat(update("enabled: false # upstream is gone\n").reason()).isEqualTo("upstream is gone");
        assertThat(update("enabled: false # c\nexclude-reason: end of life\n").reason())
                .isEqualTo("end of life");
        assertThat(update("enabled: true # fine\n").reason()).isEmpty();
        assertThat(update("enabled: false\n").enabled()).isFalse();
    }

    @Test
    void whatIsWrongIsNamedAtItsPlace() throws IOException {
        Recipe recipe = folder.recipe(RecipeFolder.HEAD + """
                update:
                  enabled: yes
                  ignore-regex-patterns: ["(", fine]
                  version-transform:
                    - replace: x
                    - match: "[a"
                      replace: x
                  github: text
                """);
        assertThat(recipe.update().enabled()).isTrue();
        assertThat(recipe.update().versionTransform()).isEmpty();
        assertThat(RecipeFolder.problems(recipe))
                .anyMatch(text -> text.equals("pkg.yaml:6:12: enabled is true or false, not yes"))
                .anyMatch(text -> text.startsWith("pkg.yaml:7:27: '(' is no regular expression"))
                .anyMatch(text ->
                        text.equals("pkg.yaml:9:7: a version-transform has match and replace; match is missing"))
                .anyMatch(text -> text.startsWith("pkg.yaml:10:14: '[a' is no regular expression"))
                .anyMatch(text -> text.equals("pkg.yaml:12:11: should be a mapping, is a scalar"))
                .hasSize(5);
    }

    @Test
    void varsStandInFilters() throws IOException {
        Recipe recipe = folder.recipe(RecipeFolder.HEAD + """
                vars: {stream: 7.4}
                update:
                  github: {identifier: a/b, tag-filter-prefix: "v${{vars.stream}}."}
                """);
        assertThat(((GitHub) Objects.requireNonNull(recipe.update().source())).tagFilterPrefix())
                .isEqualTo("v7.4.");
    }
}
