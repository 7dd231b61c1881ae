package dev.nearstream.recipe.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.recipe.Checkout;
import dev.nearstream.recipe.PatchStep;
import dev.nearstream.recipe.Recipe;
import dev.nearstream.recipe.RecipeDirectory;
import dev.nearstream.recipe.RecipeReader;
import dev.nearstream.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However a recipe is written, an edit changes what it means and no more, as the recipe's own reader sees it. */
class EditPropertiesTest {
    private static final Path NOWHERE = nowhere();

    private static Path nowhere() {
        try {
            Path directory = Files.createTempDirectory("recipes");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Recipe read(RecipeText text) throws IOException, YamlException {
        return new RecipeReader(new RecipeDirectory(NOWHERE)).read("pkg.yaml", text.bytes());
    }

    /** A recipe in one of many ways to write it. */
    @Provide
    Arbitrary<String> recipes() {
        Arbitrary<String> quote = Arbitraries.of("", "'", "\"");
        Arbitrary<String> comment = Arbitraries.of("", " # why: \"it\" is", "\t#");
        Arbitrary<String> between = Arbitraries.of("", "\n", "\n  # next\n", "# outdented\n");
        Arbitrary<String> end = Arbitraries.of("\n", "\r\n", "\uFEFF\n", "\uFEFF\r\n");
        Arbitrary<String> list = Arbitraries.of(
                "%s", "'%s'", "\"%s\"", "|\n        %s", "|-\n        %s\n", ">-\n        %s\n", "|+\n        %s\n\n");
        Arbitrary<String> separator = Arbitraries.of(" ", "  ", "\n        ", "\n\n        ");
        return Combinators.combine(quote, comment, between, end, list, separator)
                .as((q, c, b, e, l, s) -> {
                    String gap = l.startsWith("|") || l.startsWith(">") ? s : s.startsWith("\n") ? " " : s;
                    String names = l.formatted(String.join(gap, "a.patch", "b.patch", "sub/c.patch"));
                    String text = "package:\n  name: pkg\n  version: " + q + "1.2.3" + q + c + "\n  epoch: 7" + c
                            + "\n\npipeline:\n  - uses: git-checkout\n    with:\n      repository: https://x/y\n      expected-commit: "
                            + q + "a".repeat(40) + q + c + "\n      tag: v${{package.version}}\n" + b
                            + "  - uses: patch\n    with:\n      patches: " + names + "\n" + b
                            + "  - runs: |\n      make 1.2.3\n";
                    String marked = e.startsWith("\uFEFF") ? "\uFEFF" + text : text;
                    return marked.replace("\n", e.replace("\uFEFF", ""));
                });
    }

    @Property
    void withoutAnEditEveryByteStays(@ForAll("recipes") String written) throws Exception {
        byte[] bytes = written.getBytes(UTF_8);
        assertThat(RecipeText.of("pkg.yaml", bytes).with(List.of()).bytes()).isEqualTo(bytes);
    }

    @Property
    void aBumpAndItsReturnGiveTheVeryFile(@ForAll("recipes") String written) throws Exception {
        RecipeText text = RecipeText.of("pkg.yaml", written.getBytes(UTF_8));
        Recipe recipe = read(text);
        RecipeText there = bumped(recipe, text, "1.3.0", "b".repeat(40));
        Recipe after = read(there);
        assertThat(after.version()).hasToString("1.3.0");
        assertThat(after.epoch()).hasToString("0");
        assertThat(after.epochComment()).isEqualTo(recipe.epochComment());
        Checkout checkout = after.checkouts().get(0);
        assertThat(checkout.expectedCommit()).hasToString("b".repeat(40));
        assertThat(checkout.tag()).hasToString("v1.3.0");
        assertThat(names(after)).isEqualTo(names(recipe));
        assertThat(after.pipeline().get(2).runs())
                .isEqualTo(recipe.pipeline().get(2).runs());

        RecipeText back = bumped(after, there, "1.2.3", "a".repeat(40))
                .with(List.of(RecipeEdit.set(recipe.epoch().at(), "7")));
        assertThat(new String(back.bytes(), UTF_8)).isEqualTo(written);
    }

    @Property
    void whateverPatchesGoTheOthersStay(@ForAll("recipes") String written, @ForAll int choice) throws Exception {
        RecipeText text = RecipeText.of("pkg.yaml", written.getBytes(UTF_8));
        Recipe recipe = read(text);
        Set<Integer> gone = new HashSet<>();
        List<String> kept = new ArrayList<>();
        List<String> names = names(recipe);
        for (int i = 0; i < names.size(); i++) {
            if ((choice >> i & 1) == 1) {
                gone.add(i);
            } else {
                kept.add(names.get(i));
            }
        }
        PatchStep step = recipe.patchSteps().get(0);
        RecipeEdit edit = kept.isEmpty()
                ? Steps.removal(text, step.step())
                : RecipeEdit.removeEntries(
                        step.step().input("patches").orElseThrow().at(), ListForm.WORDS, gone);
        RecipeText edited = text.with(List.of(edit));
        Recipe after = read(edited);
        assertThat(names(after)).isEqualTo(kept);
        assertThat(after.pipeline()).hasSize(kept.isEmpty() ? 2 : 3);
        assertThat(after.checkouts()).isEqualTo(recipe.checkouts());
        List<String> lines = new String(edited.bytes(), UTF_8).lines().toList();
        assertThat(written.lines()
                        .filter(line -> line.contains("package") || line.contains("make"))
                        .toList())
                .allMatch(lines::contains);
    }

    private static List<String> names(Recipe recipe) {
        return recipe.patchSteps().stream()
                .flatMap(step -> step.patches().stream())
                .map(PatchStep.PatchName::written)
                .toList();
    }

    private static RecipeText bumped(Recipe recipe, RecipeText text, String version, String commit)
            throws EditRefusedException {
        RecipeBump bump = RecipeBump.of(recipe, text, version);
        List<RecipeEdit> edits = new ArrayList<>(bump.identity());
        bump.take(HashKind.COMMIT, 1).orElseThrow().forEach(field -> edits.add(RecipeEdit.set(field.at(), commit)));
        return text.with(edits);
    }
}
