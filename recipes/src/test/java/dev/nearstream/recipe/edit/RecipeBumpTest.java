package dev.nearstream.recipe.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeFolder;
import dev.nearstream.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which fields a version changes. */
class RecipeBumpTest {
    private static final String COMMIT = "1111111111111111111111111111111111111111";

    private final RecipeFolder folder;

    RecipeBumpTest(@TempDir Path directory) {
        folder = new RecipeFolder(directory);
    }

    private RecipeBump bump(String text, String version) throws IOException, YamlException {
        Recipe recipe = folder.recipe(text);
        return RecipeBump.of(recipe, RecipeText.of("pkg.yaml", text.getBytes(UTF_8)), version);
    }

    private RecipeBump checkouts(String version, String... tags) throws IOException, YamlException {
        StringBuilder text = new StringBuilder("""
                package: {name: pkg, version: 1.2.3, epoch: 4}
                vars:
                  release: "r${{vars.mangled}}"
                  data: "7"
                var-transforms:
                  - {from: "${{package.version}}", match: '\\.', replace: _, to: mangled}
                  - {from: "${{package.version}}", match: '\\.\\d+$', replace: '', to: short}
                  - {from: "${{package.name}}", match: p, replace: q, to: letters}
                pipeline:
                """);
        for (String tag : tags) {
            text.append("""
                      - uses: git-checkout
                        with:
                          repository: https://example.org/%s
                          expected-commit: %s
                          %s
                    """.formatted(text.length(), COMMIT, tag));
        }
        return bump(text.toString(), version);
    }

    @ParameterizedTest
    @CsvSource({
        "tag: v${{package.version}}, MUST",
        "tag: ${{ package.version }}, MUST",
        "tag: ${{vars.mangled}}, MUST",
        "tag: ${{vars.release}}, MUST",
        "tag: ${{vars.letters}}, ",
        "tag: v${{vars.data}}, ",
        "tag: v1.2.3, ",
        "tag: ${{vars.short}}, ",
        "branch: main, BRANCH",
        "branch: ${{package.version}}, BRANCH"
    })
    void aCheckoutMovesWithTheVersionThatItsTagNames(String ref, HashField.Need need)
            throws IOException, YamlException {
        assertThat(checkouts("1.2.4", ref).fields())
                .extracting(HashField::need)
                .isEqualTo(need == null ? List.of() : List.of(need));
    }

    @Test
    void aTagOfTheFirstNumbersMovesWithThose() throws IOException, YamlException {
        assertThat(checkouts("1.3.0", "tag: ${{vars.short}}").fields()).hasSize(1);
    }

    @Test
    void atTheSameVersionWhatNamesItMayHaveMoved() throws IOException, YamlException {
        RecipeBump bump = checkouts("1.2.3", "tag: ${{vars.short}}", "tag: v1");
        assertThat(bump.fields()).hasSize(1);
        assertThat(bump.take(HashKind.COMMIT, 0)).contains(List.of());
        assertThat(bump.take(HashKind.COMMIT, 1)).contains(bump.fields());
    }

    @Test
    void aCommitMadeOfVariablesIsNotWritten() throws IOException, YamlException {
        assertThat(bump("""
                        package: {name: pkg, version: 1.2.3, epoch: 4}
                        vars: {commit: abc}
                        pipeline:
                          - uses: git-checkout
                            with: {repository: x, tag: "${{package.version}}", expected-commit: "${{vars.commit}}"}
                        """, "1.2.4").fields()).isEmpty();
    }

    @Test
    void fetchesSubpackagesRangesAndTestsCountInTheOrderOfTheFile() throws IOException, YamlException {
        RecipeBump bump = bump("""
                package: {name: pkg, version: 1.2.3, epoch: 4}
                data:
                  - name: langs
                    items: {de: german, fr: french}
                subpackages:
                  - range: langs
                    name: pkg-${{range.key}}
                    pipeline:
                      - uses: fetch
                        with: {uri: "https://x/${{package.version}}/${{range.key}}.tar", expected-sha256: aa}
                    test:
                      pipeline:
                        - uses: git-checkout
                          with: {repository: x, tag: "${{package.version}}", expected-commit: bb}
                pipeline:
                  - pipeline:
                      - uses: fetch
                        with:
                          uri: https://x/${{package.version}}.tar
                          expected-sha512: cc
                  - uses: fetch
                    with: {uri: https://x/y.tar, expected-sha256: dd}
                """, "1.2.4");
        assertThat(bump.fields())
                .extracting(field -> field.at().line() + " " + field.kind() + " " + field.need())
                .containsExactly("10 SHA256 MUST", "14 COMMIT TEST", "20 SHA512 MUST", "22 SHA256 URL");
    }

    @Test
    void hashesAreAsManyAsTheFields() throws IOException, YamlException {
        RecipeBump bump = checkouts("1.2.4", "branch: docs", "tag: ${{package.version}}");
        assertThat(bump.take(HashKind.COMMIT, 0)).isEmpty();
        assertThat(bump.take(HashKind.COMMIT, 1))
                .hasValueSatisfying(
                        fields -> assertThat(fields).extracting(HashField::need).containsExactly(HashField.Need.MUST));
        assertThat(bump.take(HashKind.COMMIT, 2)).contains(bump.fields());
        assertThat(bump.take(HashKind.COMMIT, 3)).isEmpty();
        assertThat(bump.take(HashKind.SHA256, 0)).contains(List.of());
        assertThat(bump.take(HashKind.SHA256, 1)).isEmpty();
    }

    @Test
    void theSumOfAnUnversionedUrlIsTakenWhereItIsTheOnlyOne() throws IOException, YamlException {
        String fetch = """
                package: {name: pkg, version: 1.2.3, epoch: 4}
                pipeline:
                  - uses: fetch
                    with: {uri: "https://x/y.tar", expected-sha256: dd}
                """;
        String other = fetch.substring(fetch.indexOf("  - uses")).replace("/y", "/${{package.version}}");
        assertThat(bump(fetch, "1.2.4").take(HashKind.SHA256, 0)).contains(List.of());
        assertThat(bump(fetch, "1.2.4").take(HashKind.SHA256, 1)).isPresent();
        assertThat(bump(fetch + other, "1.2.4").take(HashKind.SHA256, 2)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.2.4, 0", "1.2.3, 5", "1.2.2, 0"})
    void theEpochBeginsAnewOrGoesOn(String version, String epoch)
            throws IOException, YamlException, EditRefusedException {
        String text = RecipeFolder.HEAD;
        RecipeText edited = RecipeText.of("pkg.yaml", text.getBytes(UTF_8))
                .with(bump(text, version).identity());
        assertThat(edited.text()).isEqualTo(text.replace("1.2.3", version).replace("epoch: 4", "epoch: " + epoch));
    }

    @Test
    void anEpochThatIsNoNumberIsRefused() throws IOException, YamlException {
        RecipeBump bump = bump("package: {name: pkg, version: 1.2.3, epoch: x}\n", "1.2.4");
        assertThatThrownBy(bump::identity)
                .isInstanceOf(EditRefusedException.class)
                .hasMessage("pkg.yaml:1:45: epoch is a whole number, not x");
    }
}
