package dev.nearstream.pull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.delta.Delta;
import dev.nearstream.delta.DeltaFinder;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.owner.CodeOwners;
import dev.nearstream.owner.OwnerMap;
import dev.nearstream.owner.Owners;
import dev.nearstream.pull.WishGroup.Kind;
import dev.nearstream.recipe.RecipeDirectory;
import dev.nearstream.recipe.RecipeReader;
import dev.nearstream.report.Nights;
import dev.nearstream.store.AssessedDelta;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.PullRequestRecord.Bump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which wishes go together. */
class ConfiguredGroupingTest {
    private static final GroupSettings FAMILIES = new GroupSettings(true, List.of(), 10);

    @TempDir
    private Path directory;

    /** A package that wants to drop these patches, each of which says what is in its name. */
    private Wish wish(String name, boolean rebuild, String... patches) throws IOException {
        StringBuilder steps = new StringBuilder();
        for (String patch : patches) {
            Path file = directory.resolve(name).resolve(patch);
            Files.createDirectories(file.getParent());
            String content = patch.replaceAll("^[0-9]+-", "");
            Files.writeString(file, "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-" + content + "\n+other " + content + "\n");
            steps.append("  - {uses: patch, with: {patches: ").append(patch).append("}}\n");
        }
        Files.writeString(directory.resolve(name + ".yaml"), """
                package: {name: %s, version: '1', epoch: 0}
                pipeline:
                  - {uses: git-checkout, with: {repository: "https://git.example.org/x.git", tag: v1}}
                """.formatted(name) + steps);
        RecipeDirectory files = new RecipeDirectory(directory);
        RecipeDeltas deltas = new DeltaFinder(files)
                .find(new RecipeReader(files).read(name::equals, 1).recipes().get(0));
        List<AssessedDelta> assessed = new ArrayList<>();
        for (Delta delta : deltas.deltas()) {
            assessed.add(Nights.delta(delta.facts().id(), 9, Nights.upstream(), Nights.upstream()));
        }
        Outcome.Tracked like = (Outcome.Tracked) Nights.libpcap();
        Outcome.Tracked outcome = new Outcome.Tracked(
                name,
                name + ".yaml",
                "1",
                "0",
                like.upstream(),
                like.lag(),
                assessed,
                List.of(),
                List.of(),
                "fingerprint",
                like.score(),
                null);
        return new Wish(outcome, deltas, new Bump(name, "", "1", rebuild ? "1" : "2", null), rebuild, false);
    }

    private static List<WishGroup> families(Map<String, Set<String>> open, Wish... wishes) {
        return new ConfiguredGrouping(FAMILIES, Owners.NONE).of(List.of(wishes), open);
    }

    private static List<String> names(WishGroup group) {
        return group.wishes().stream().map(wish -> wish.bump().packageName()).toList();
    }

    @Test
    void copiesOfOnePatchAreAFamily() throws IOException {
        List<WishGroup> groups = families(
                Map.of(),
                wish("argo-3.5", true, "other.patch"),
                wish("argo-3.6", true, "fix.patch"),
                wish("argo-3.7", true, "0001-fix.patch"),
                wish("argo-3.8", false, "fix.patch"));

        assertThat(groups).extracting(WishGroup::kind).containsExactly(Kind.ALONE, Kind.FAMILY, Kind.ALONE);
        assertThat(names(groups.get(1))).containsExactly("argo-3.6", "argo-3.7");
        assertThat(groups.get(1).branch()).matches("family/0001-fix-patch-[0-9a-f]{8}");
        assertThat(names(groups.get(2))).as("a bump is not part of it").containsExactly("argo-3.8");
    }

    @Test
    void aPackageOfTwoFamiliesGoesWithTheLarger() throws IOException {
        List<WishGroup> groups = families(
                Map.of(),
                wish("a", true, "small.patch"),
                wish("b", true, "small.patch", "large.patch"),
                wish("c", true, "large.patch"),
                wish("d", true, "large.patch"));

        assertThat(groups)
                .extracting(ConfiguredGroupingTest::names)
                .containsExactly(List.of("a"), List.of("b", "c", "d"));
    }

    @Test
    void anOpenFamilyStaysTogetherWhoeverComesAndGoes() throws IOException {
        Wish a = wish("a", true, "small.patch");
        Wish b = wish("b", true, "small.patch", "large.patch");
        String branch = families(Map.of(), a, b).get(0).branch();
        Map<String, Set<String>> open = Map.of(branch, Set.of("a", "b"), "x", Set.of("x"));
        Wish c = wish("c", true, "large.patch");
        Wish d = wish("d", true, "large.patch");

        assertThat(families(open, a, b, c, d)).extracting(WishGroup::branch).contains(branch);
        assertThat(families(open, a, b, c, d))
                .extracting(ConfiguredGroupingTest::names)
                .containsExactly(List.of("a", "b"), List.of("c", "d"));
        List<WishGroup> one = families(open, a);
        assertThat(one).extracting(WishGroup::branch).as("one is left").containsExactly(branch);
        Wish renamed = wish("e", true, "0-small.patch");
        assertThat(families(open, renamed, a).get(0).branch()).isEqualTo(branch);
    }

    @Test
    void whoIsInOneOfTwoOpenFamiliesStaysThere() throws IOException {
        Wish a = wish("a", true, "one.patch");
        Wish b = wish("b", true, "one.patch", "two.patch");
        Wish c = wish("c", true, "two.patch");
        String one = families(Map.of(), a, wish("x", true, "one.patch")).get(0).branch();
        String two = families(Map.of(), c, wish("y", true, "two.patch")).get(0).branch();

        assertThat(families(Map.of(one, Set.of("a", "b"), two, Set.of("c")), a, b, c))
                .extracting(ConfiguredGroupingTest::names)
                .containsExactly(List.of("a", "b"), List.of("c"));
        assertThat(families(Map.of(one, Set.of("a"), two, Set.of("b", "c")), a, b, c))
                .extracting(ConfiguredGroupingTest::names)
                .containsExactly(List.of("a"), List.of("b", "c"));
    }

    @Test
    void nothingGoesTogetherThatIsNotConfigured() throws IOException {
        List<Wish> wishes = List.of(wish("a", true, "fix.patch"), wish("b", true, "fix.patch"));

        assertThat(new ConfiguredGrouping(GroupSettings.NONE, (name, recipe) -> List.of("@ann")).of(wishes, Map.of()))
                .isEqualTo(Grouping.NONE.of(wishes, Map.of()));
    }

    @Test
    void anOwnersPackagesGoTogetherSoManyAtATime() throws IOException {
        Owners owners = Owners.of(OwnerMap.NONE, CodeOwners.parse("*.yaml @org/team @ann\nzlib.yaml @bob\n"));
        List<Wish> wishes = List.of(wish("e", false), wish("zlib", false), wish("d", true), wish("c", false));
        ConfiguredGrouping grouping =
                new ConfiguredGrouping(new GroupSettings(false, List.of("@Ann", "@bob"), 2), owners);

        List<WishGroup> groups = grouping.of(wishes, Map.of());

        assertThat(groups)
                .extracting(ConfiguredGroupingTest::names)
                .containsExactly(List.of("e"), List.of("zlib"), List.of("c", "d"));
        WishGroup group = groups.get(2);
        assertThat(group.kind()).isEqualTo(Kind.OWNER);
        assertThat(group.about()).isEqualTo("@ann");
        assertThat(group.branch()).matches("owner/ann-[0-9a-f]{8}-1");
        String stem = group.branch().substring(0, group.branch().length() - 1);
        assertThat(grouping.of(wishes, Map.of(stem + 3, Set.of("d", "e"))))
                .as("who is in one stays there")
                .extracting(ConfiguredGroupingTest::names)
                .containsExactly(List.of("d", "e"), List.of("zlib"), List.of("c"));
        assertThat(new ConfiguredGrouping(new GroupSettings(false, List.of("*"), 10), owners).of(wishes, Map.of()))
                .extracting(ConfiguredGroupingTest::names)
                .containsExactly(List.of("c", "d", "e"), List.of("zlib"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..b", ".hidden", "x.lock", "~^:?*[\\", "@{1}", "a b\tc", "ä/ö", "-", "", "/", "x.patch."})
    void aBranchIsNamedByWhateverText(String text) {
        String name = BranchName.of(text);

        assertThat(Repository.isValidRefName("refs/heads/nearstream/family/" + name))
                .as(name)
                .isTrue();
        assertThat(name).isEqualTo(BranchName.of(text)).isNotEqualTo(BranchName.of(text + "!"));
        assertThat(BranchName.of(text.repeat(100)).length()).isLessThan(80);
    }
}
