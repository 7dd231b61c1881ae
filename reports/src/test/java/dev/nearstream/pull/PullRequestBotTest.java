package dev.nearstream.pull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nearstream.bump.branch.CommitIdentity;
import dev.nearstream.bump.branch.CommitMessage;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PullRequestBotTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T02:00:00Z"), ZoneOffset.UTC);

    private final World world = new World();
    private int perRun = 10;
    private int mostOpen = 10;
    private Conflicts conflicts = Conflicts.DRAFT;
    private boolean blocked;
    private String inputs = "";
    private int planned;
    private RecipeDeltas deltas;
    private Outcome.Tracked outcome;

    @BeforeEach
    void recipe(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("jq.yaml"), "package: {name: jq, version: '1.8.1', epoch: 0}\n");
        RecipeDirectory files = new RecipeDirectory(directory);
        deltas = new DeltaFinder(files)
                .find(new RecipeReader(files).read(name -> true, 1).recipes().get(0));
        outcome = (Outcome.Tracked) Nights.libpcap();
    }

    private Wish wish(String name, String to) {
        return new Wish(outcome, deltas, new Bump(name, "", "1", to, null), false, false);
    }

    private List<PullLine> run(Wish... wishes) {
        BotSettings settings = new BotSettings(
                new CommitIdentity("Bot", "bot@example.org", false, Optional.empty()),
                "nearstream/",
                "main",
                List.of(),
                perRun,
                mostOpen,
                conflicts);
        try {
            return new PullRequestBot(
                            settings,
                            Grouping.NONE,
                            world.records(),
                            world.issueRecords(),
                            world,
                            world,
                            preparation(),
                            CLOCK)
                    .run(List.of(wishes), Set.of("jq", "libpcap", "zlib"), () -> false);
        } catch (ForgeException e) {
            throw new AssertionError(e);
        }
    }

    private PullRequestBot.Preparation preparation() {
        return new PullRequestBot.Preparation() {
            @Override
            public String inputs(Wish wish) {
                return wish.bump() + inputs + blocked + conflicts;
            }

            @Override
            public Prepared prepare(Wish wish) {
                planned++;
                return prepared(wish);
            }
        };
    }

    private Prepared prepared(Wish wish) {
        if (wish.bump().to().equals("none")) {
            return new Prepared.Unfit("upstream has no tag of it", null);
        }
        String title = wish.bump().packageName() + "/" + wish.bump().to() + " package update";
        return new Prepared.Ready(
                List.of(),
                new CommitMessage(title, List.of()),
                "text of " + title,
                blocked,
                blocked,
                List.of(),
                shown -> "");
    }

    private List<Deed> deeds(Wish... wishes) {
        return run(wishes).stream().map(PullLine::deed).toList();
    }

    @Test
    void opensOneAndThenLeavesItAsItIs() {
        assertThat(deeds(wish("jq", "1.8.2"))).containsExactly(Deed.OPENED);
        assertThat(world.steps)
                .containsExactly(
                        "record PREPARED",
                        "push nearstream/jq",
                        "record PUSHED",
                        "open jq/1.8.2 package update",
                        "record OPEN");
        world.steps.clear();
        assertThat(deeds(wish("jq", "1.8.2"))).containsExactly(Deed.UNCHANGED);
        assertThat(world.steps).isEmpty();
    }

    @Test
    void whatItWasMadeFromIsNotPlannedAgain() {
        run(wish("jq", "1.8.2"));
        run(wish("jq", "1.8.2"));
        assertThat(planned).isEqualTo(1);
        inputs = "a comment in the recipe";
        assertThat(deeds(wish("jq", "1.8.2"))).as("planned again to the same").containsExactly(Deed.UNCHANGED);
        run(wish("jq", "1.8.2"));
        assertThat(planned).isEqualTo(2);
    }

    @Test
    void whatAPersonMustLookAtIsSaidEachNight() {
        blocked = true;
        run(wish("jq", "1.8.2"));
        assertThat(run(wish("jq", "1.8.2"))).extracting(PullLine::why).containsExactly("a draft");
    }

    @Test
    void aNewerReleaseUpdatesTheSameOne() {
        run(wish("jq", "1.8.2"));
        assertThat(deeds(wish("jq", "1.9.0"))).containsExactly(Deed.UPDATED);
        assertThat(world.pulls).hasSize(1);
        assertThat(world.pulls.get("1")).extracting(PullRequest::title).isEqualTo("jq/1.9.0 package update");
    }

    @Test
    void whatAPersonClosedStaysClosedForThatVersion() {
        run(wish("jq", "1.8.2"));
        world.end("1", PullRequest.State.CLOSED);
        assertThat(deeds(wish("jq", "1.8.2"))).containsExactly(Deed.CLOSED, Deed.LEFT);
        assertThat(deeds(wish("jq", "1.8.2"))).containsExactly(Deed.LEFT);
        assertThat(deeds(wish("jq", "1.9.0"))).containsExactly(Deed.OPENED);
    }

    @Test
    void whatIsMergedIsDone() {
        run(wish("jq", "1.8.2"));
        world.end("1", PullRequest.State.MERGED);
        assertThat(deeds()).containsExactly(Deed.MERGED);
        assertThat(deeds()).isEmpty();
    }

    @Test
    void whatIsNoLongerWishedForIsClosedWithAWord() {
        run(wish("jq", "1.8.2"), wish("openssl", "4"));
        assertThat(deeds()).as("nothing is known of openssl tonight").containsExactly(Deed.CLOSED);
        assertThat(world.open("nearstream/")).extracting(PullRequest::branch).containsExactly("nearstream/openssl");
    }

    @Test
    void limitsHoldForNewOnesAlone() {
        perRun = 1;
        assertThat(deeds(wish("jq", "2"), wish("zlib", "2"))).containsExactly(Deed.OPENED, Deed.LIMITED);
        assertThat(deeds(wish("jq", "2"), wish("zlib", "2"))).containsExactly(Deed.UNCHANGED, Deed.OPENED);
        mostOpen = 2;
        assertThat(deeds(wish("jq", "3"), wish("zlib", "2"), wish("libpcap", "2")))
                .containsExactly(Deed.UPDATED, Deed.UNCHANGED, Deed.LIMITED);
    }

    @Test
    void anothersBranchIsLeftAlone() {
        run(wish("jq", "1.8.2"));
        world.heads.put("nearstream/jq", "a person's");
        List<PullLine> lines = run(wish("jq", "1.9.0"));
        assertThat(lines).extracting(PullLine::deed).containsExactly(Deed.BLOCKED);
        assertThat(lines.get(0).why()).contains("is somebody's");
        assertThat(world.heads).containsEntry("nearstream/jq", "a person's");
        assertThat(world.pulls.get("1")).extracting(PullRequest::title).isEqualTo("jq/1.8.2 package update");
        assertThat(deeds(wish("jq", "1.9.0"))).containsExactly(Deed.BLOCKED);
    }

    @Test
    void aConflictIsADraftOrAnIssueOrNothing() {
        blocked = true;
        assertThat(deeds(wish("jq", "2"))).containsExactly(Deed.OPENED);
        assertThat(world.pulls.get("1")).extracting(PullRequest::draft).isEqualTo(true);
        conflicts = Conflicts.ISSUE;
        assertThat(deeds(wish("jq", "2"), wish("zlib", "2"))).containsExactly(Deed.BLOCKED, Deed.BLOCKED);
        assertThat(world.issues).containsOnlyKeys("jq", "zlib");
        conflicts = Conflicts.NOTHING;
        assertThat(deeds(wish("jq", "2"), wish("zlib", "2"), wish("libpcap", "2")))
                .containsOnly(Deed.BLOCKED);
        assertThat(world.issues).doesNotContainKey("libpcap");
    }

    @Test
    void onesTroubleIsNotTheOthers() {
        assertThat(deeds(wish("zlib", "none"), wish("jq", "2"))).containsExactly(Deed.BLOCKED, Deed.OPENED);
    }

    /** The steps of the first run are five, and those of the update too. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aKillBetweenAnyTwoStepsMakesNoneTwice(int before) {
        world.left = before;
        for (String version : List.of("1.8.2", "1.9.0")) {
            try {
                run(wish("jq", version));
            } catch (World.Killed e) {
                world.left = Integer.MAX_VALUE;
                run(wish("jq", version));
            }
        }
        world.left = Integer.MAX_VALUE;
        assertThat(world.pulls).hasSize(1);
        assertThat(world.pulls.get("1")).extracting(PullRequest::title).isEqualTo("jq/1.9.0 package update");
        assertThat(Stream.of(wish("jq", "1.9.0")).flatMap(wish -> deeds(wish).stream()))
                .containsExactly(Deed.UNCHANGED);
    }

    @Test
    void anIssueIsClosedWhenNothingConflictsAnyMore() {
        conflicts = Conflicts.ISSUE;
        blocked = true;
        run(wish("jq", "2"), wish("zlib", "2"));
        world.steps.clear();
        assertThat(deeds(wish("jq", "2"), wish("zlib", "2"))).containsExactly(Deed.BLOCKED, Deed.BLOCKED);
        assertThat(world.steps).as("the store has them").noneMatch(step -> step.contains("record"));
        blocked = false;
        assertThat(deeds(wish("jq", "2")))
                .as("jq can be proposed, and zlib wants nothing")
                .containsExactlyInAnyOrder(Deed.OPENED, Deed.CLOSED, Deed.CLOSED);
        assertThat(world.issues).isEmpty();
        assertThat(world.words)
                .anyMatch(word -> word.contains("see url/1"))
                .anyMatch(word -> word.contains("stands in the way"));
        world.steps.clear();
        run(wish("jq", "2"));
        assertThat(world.steps).as("and is not asked for again").isEmpty();
    }

    @Test
    void anIssueOfWhatWasNotLookedAtStays() {
        conflicts = Conflicts.ISSUE;
        blocked = true;
        run(wish("openssl", "4"));
        assertThat(deeds()).as("nothing is known of openssl tonight").isEmpty();
        assertThat(world.issues).containsOnlyKeys("openssl");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aKillForgetsNoIssue(int before) {
        conflicts = Conflicts.ISSUE;
        blocked = true;
        world.left = before;
        try {
            run(wish("jq", "2"));
            run();
        } catch (World.Killed e) {
            world.left = Integer.MAX_VALUE;
        }
        run();
        assertThat(world.issues).isEmpty();
        assertThat(world.issueRecords().open()).isEmpty();
    }

    @Test
    void whatTheBotClosedItselfIsNotTakenForAPersonsWish() {
        run(wish("jq", "1.8.2"));
        for (int before = 0; before < 3; before++) {
            world.left = before;
            try {
                run();
            } catch (World.Killed e) {
                world.left = Integer.MAX_VALUE;
            }
        }
        world.left = Integer.MAX_VALUE;
        run();
        assertThat(world.open("nearstream/")).isEmpty();
        assertThat(deeds(wish("jq", "1.8.2"))).containsExactly(Deed.OPENED);
    }
}
