package dev.nearstream.pull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.bump.branch.CommitIdentity;
import dev.nearstream.bump.branch.CommitMessage;
import dev.nearstream.bump.branch.FileChange;
import dev.nearstream.delta.DeltaFinder;
import dev.nearstream.delta.RecipeDeltas;
import dev.nearstream.pull.BotSettings.Conflicts;
import dev.nearstream.pull.PullLine.Deed;
import dev.nearstream.recipe.RecipeDirectory;
import dev.nearstream.recipe.RecipeReader;
import dev.nearstream.report.Nights;
import dev.nearstream.store.Outcome;
import dev.nearstream.store.PullRequestRecord.Bump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several packages in one pull request. */
class GroupPullsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T02:00:00Z"), ZoneOffset.UTC);
    private static final String BRANCH = "nearstream/family/fix-0123abcd";

    private final World world = new World();
    private final Set<String> drafts = new HashSet<>();
    private final Set<String> unfit = new HashSet<>();
    private final Set<String> unplannable = new HashSet<>();
    private final Map<String, String> files = new HashMap<>();
    private Set<String> considered = Set.of("a-1", "a-2", "a-3");
    private WishGroup.Kind kind = WishGroup.Kind.FAMILY;
    private boolean grouped = true;
    private int perRun = 10;
    private int planned;
    private RecipeDeltas deltas;
    private Outcome.Tracked outcome;

    @BeforeEach
    void recipe(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("jq.yaml"), "package: {name: jq, version: '1.8.1', epoch: 0}\n");
        RecipeDirectory recipes = new RecipeDirectory(directory);
        deltas = new DeltaFinder(recipes)
                .find(new RecipeReader(recipes).read(name -> true, 1).recipes().get(0));
        outcome = (Outcome.Tracked) Nights.libpcap();
    }

    private Wish wish(String name) {
        return wish(name, "1");
    }

    private Wish wish(String name, String to) {
        return new Wish(outcome, deltas, new Bump(name, "", "1", to, null), true, false);
    }

    private Map<String, Deed> run(Wish... wishes) {
        BotSettings settings = new BotSettings(
                new CommitIdentity("Bot", "bot@example.org", false, Optional.empty()),
                "nearstream/",
                "main",
                List.of(),
                perRun,
                10,
                Conflicts.DRAFT);
        Grouping all = (wanted, open) ->
                wanted.isEmpty() ? List.of() : List.of(new WishGroup("family/fix-0123abcd", kind, "fix.patch", wanted));
        try {
            Map<String, Deed> deeds = new TreeMap<>();
            new PullRequestBot(
                            settings,
                            grouped ? all : Grouping.NONE,
                            world.records(),
                            world.issueRecords(),
                            world,
                            world,
                            new Plans(),
                            CLOCK)
                    .run(List.of(wishes), considered, () -> false)
                    .forEach(line ->
                            deeds.merge(line.packageName(), line.deed(), (one, two) -> one == Deed.CLOSED ? two : one));
            return deeds;
        } catch (ForgeException e) {
            throw new AssertionError(e);
        }
    }

    private final class Plans implements PullRequestBot.Preparation {
        @Override
        public String inputs(Wish wish) {
            return wish.bump() + " " + drafts.contains(wish.bump().packageName());
        }

        @Override
        public Prepared prepare(Wish wish) throws IOException {
            planned++;
            String name = wish.bump().packageName();
            if (unplannable.contains(name)) {
                throw new IOException("no answer");
            }
            if (unfit.contains(name)) {
                return new Prepared.Unfit("the series is written by a script", "text");
            }
            String title = name + "/" + wish.bump().to() + "-r1: drop fix.patch";
            String file = files.getOrDefault(name, name + ".yaml");
            return new Prepared.Ready(
                    List.of(new FileChange.Delete(file)),
                    new CommitMessage(title, List.of()),
                    "text of " + title + "\n",
                    false,
                    drafts.contains(name),
                    List.of("@" + name),
                    shown -> "part of " + title + "\n");
        }
    }

    private String body(String number) {
        return String.valueOf(world.bodies.get(number));
    }

    @Test
    void opensOneForAllAndThenLeavesItAsItIs() {
        assertThat(run(wish("a-1"), wish("a-2")))
                .containsEntry("a-1", Deed.OPENED)
                .containsEntry("a-2", Deed.OPENED);
        assertThat(world.steps)
                .containsExactly(
                        "record PREPARED",
                        "record PREPARED",
                        "push " + BRANCH,
                        "record PUSHED",
                        "record PUSHED",
                        "open a-1, a-2: drop fix.patch",
                        "record OPEN",
                        "record OPEN");
        assertThat(body("1"))
                .contains("Drops `fix.patch` from 2 packages", "part of a-1/1-r1", "part of a-2/1-r1")
                .containsOnlyOnce("## `a-1`");
        world.steps.clear();
        assertThat(run(wish("a-2"), wish("a-1")))
                .containsEntry("a-1", Deed.UNCHANGED)
                .containsEntry("a-2", Deed.UNCHANGED);
        assertThat(world.steps).isEmpty();
    }

    @Test
    void followsItsSet() {
        run(wish("a-1"), wish("a-2"));
        assertThat(run(wish("a-1"), wish("a-2"), wish("a-3"))).containsEntry("a-3", Deed.UPDATED);
        assertThat(world.pulls.get("1")).extracting(PullRequest::title).isEqualTo("a-1 and 2 others: drop fix.patch");
        assertThat(run(wish("a-3"))).containsEntry("a-1", Deed.CLOSED).containsEntry("a-3", Deed.UPDATED);
        assertThat(world.open("nearstream/")).extracting(PullRequest::title).containsExactly("a-3: drop fix.patch");
        assertThat(run()).containsEntry("a-3", Deed.CLOSED);
        assertThat(world.open("nearstream/")).isEmpty();
        assertThat(world.pulls).hasSize(1);
        assertThat(run(wish("a-1"), wish("a-2"))).as("again").containsEntry("a-1", Deed.OPENED);
        assertThat(world.pulls).hasSize(2);
    }

    @Test
    void oneAloneIsNoGroup() {
        run(wish("a-1"));
        assertThat(world.open("nearstream/")).extracting(PullRequest::branch).containsExactly("nearstream/a-1");
    }

    @Test
    void whatAPersonClosedStaysClosedForEachOfItsPackages() {
        run(wish("a-1"), wish("a-2"));
        world.end("1", PullRequest.State.CLOSED);
        assertThat(run(wish("a-1"), wish("a-2")))
                .containsEntry("a-1", Deed.LEFT)
                .containsEntry("a-2", Deed.LEFT);
        grouped = false;
        assertThat(run(wish("a-1"))).as("not alone either").containsEntry("a-1", Deed.LEFT);
        grouped = true;
        assertThat(run(wish("a-1", "2"), wish("a-2", "2"))).containsEntry("a-1", Deed.OPENED);
        assertThat(world.pulls).hasSize(2);
    }

    @Test
    void whatIsMergedIsDoneForAll() {
        run(wish("a-1"), wish("a-2"));
        world.end("1", PullRequest.State.MERGED);
        assertThat(run()).containsEntry("a-1", Deed.MERGED).containsEntry("a-2", Deed.MERGED);
        assertThat(run()).isEmpty();
    }

    @Test
    void oneThatCannotBeEditedIsSaidAndTheOthersGoOn() {
        unfit.add("a-2");
        for (Deed expected : List.of(Deed.OPENED, Deed.UNCHANGED)) {
            assertThat(run(wish("a-1"), wish("a-2"), wish("a-3")))
                    .containsEntry("a-1", expected)
                    .containsEntry("a-2", Deed.BLOCKED)
                    .containsEntry("a-3", expected);
        }
        assertThat(body("1")).contains("### Not in it", "`a-2` `1`: the series is written by a script");
        assertThat(world.pulls).hasSize(1);
    }

    @Test
    void aDraftHasItsOwn() {
        drafts.add("a-2");
        kind = WishGroup.Kind.OWNER;
        for (Deed expected : List.of(Deed.OPENED, Deed.UNCHANGED)) {
            assertThat(run(wish("a-1"), wish("a-2"), wish("a-3")).values()).containsOnly(expected);
        }
        assertThat(world.open("nearstream/"))
                .extracting(PullRequest::branch)
                .containsExactlyInAnyOrder("nearstream/a-2", BRANCH);
        assertThat(planned).as("the second run plans nothing").isEqualTo(3);
        drafts.clear();
        assertThat(run(wish("a-1"), wish("a-2"), wish("a-3"))).containsEntry("a-2", Deed.UPDATED);
        assertThat(world.open("nearstream/")).extracting(PullRequest::branch).containsExactly(BRANCH);
        drafts.add("a-1");
        assertThat(run(wish("a-1"), wish("a-2"), wish("a-3"))).containsEntry("a-1", Deed.OPENED);
        assertThat(world.open("nearstream/"))
                .extracting(PullRequest::title)
                .containsExactlyInAnyOrder("a-1/1-r1: drop fix.patch", "a-2, a-3: package updates");
    }

    @Test
    void twoThatChangeOneFileAreNotInOne() {
        files.put("a-1", "shared/series");
        files.put("a-3", "shared/series");
        run(wish("a-1"), wish("a-2"), wish("a-3"));
        assertThat(world.open("nearstream/"))
                .extracting(PullRequest::branch)
                .containsExactlyInAnyOrder("nearstream/a-3", BRANCH);
    }

    @Test
    void whereOneCannotBeLookedAtTheWholeStays() {
        run(wish("a-1"), wish("a-2"));
        world.steps.clear();
        considered = Set.of("a-1", "a-3");
        assertThat(run(wish("a-1", "2"), wish("a-3")))
                .containsEntry("a-1", Deed.UNCHANGED)
                .containsEntry("a-3", Deed.LIMITED);
        considered = Set.of("a-1", "a-2", "a-3");
        unplannable.add("a-2");
        assertThat(run(wish("a-1", "2"), wish("a-2")))
                .containsEntry("a-1", Deed.UNCHANGED)
                .containsEntry("a-2", Deed.FAILED);
        unplannable.clear();
        unfit.add("a-2");
        assertThat(run(wish("a-1", "2"), wish("a-2")))
                .as("what it was made from is as it was, so that it may be so again")
                .containsEntry("a-1", Deed.UNCHANGED)
                .containsEntry("a-2", Deed.BLOCKED);
        assertThat(world.steps).isEmpty();
    }

    @Test
    void aGroupTakesTheSinglesPlaceAndTheOtherWayRound() {
        grouped = false;
        run(wish("a-1"), wish("a-2"));
        grouped = true;
        perRun = 0;
        assertThat(run(wish("a-1"), wish("a-2"))).containsEntry("a-1", Deed.LIMITED);
        assertThat(world.open("nearstream/")).as("not before there is another").hasSize(2);
        perRun = 10;
        assertThat(run(wish("a-1"), wish("a-2"))).containsEntry("a-1", Deed.OPENED);
        assertThat(world.open("nearstream/")).extracting(PullRequest::branch).containsExactly(BRANCH);
        assertThat(world.words).containsOnly("This goes on in url/3.");
        grouped = false;
        run(wish("a-1"), wish("a-2"));
        assertThat(world.open("nearstream/"))
                .extracting(PullRequest::branch)
                .containsExactly("nearstream/a-1", "nearstream/a-2");
        assertThat(run(wish("a-1"), wish("a-2"))).containsEntry("a-1", Deed.UNCHANGED);
    }

    @Test
    void anothersBranchIsLeftAlone() {
        run(wish("a-1"), wish("a-2"));
        world.heads.put(BRANCH, "a person's");
        assertThat(run(wish("a-1", "2"), wish("a-2"))).containsEntry("a-1", Deed.BLOCKED);
        assertThat(world.heads).containsEntry(BRANCH, "a person's");
        assertThat(run(wish("a-1", "2"), wish("a-2"))).containsEntry("a-2", Deed.BLOCKED);
    }

    /** Singles that become a group of two, which becomes one of three, then two others, then none. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 1, 2, 3, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
                30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55
            })
    void aKillBetweenAnyTwoStepsMakesNoneTwice(int before) {
        world.left = before;
        grouped = false;
        runOrKill(wish("a-1"));
        grouped = true;
        runOrKill(wish("a-1"), wish("a-2"));
        runOrKill(wish("a-1"), wish("a-2"), wish("a-3"));
        runOrKill(wish("a-2"), wish("a-3", "2"));
        world.left = Integer.MAX_VALUE;

        assertThat(world.pulls).as("a single and a group").hasSize(2);
        assertThat(world.open("nearstream/")).extracting(PullRequest::branch).containsExactly(BRANCH);
        assertThat(body("2")).contains("## `a-2`", "## `a-3`").doesNotContain("## `a-1`");
        world.steps.clear();
        assertThat(run(wish("a-2"), wish("a-3", "2")).values()).containsOnly(Deed.UNCHANGED);
        assertThat(world.steps).isEmpty();
        run();
        assertThat(world.records().open()).isEmpty();
        assertThat(world.open("nearstream/")).isEmpty();
    }

    private void runOrKill(Wish... wishes) {
        try {
            run(wishes);
        } catch (World.Killed e) {
            world.left = Integer.MAX_VALUE;
            run(wishes);
        }
    }
}
