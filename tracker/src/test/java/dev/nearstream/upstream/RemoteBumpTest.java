package dev.nearstream.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nearstream.bump.branch.BranchPush;
import dev.nearstream.bump.branch.BranchRepository;
import dev.nearstream.bump.branch.BumpCommit;
import dev.nearstream.bump.branch.CommitContent;
import dev.nearstream.bump.branch.CommitIdentity;
import dev.nearstream.bump.branch.CommitMessage;
import dev.nearstream.bump.branch.FileChange;
import dev.nearstream.bump.branch.PushOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recipe repository behind a URL, of which the mirror has one commit: what is pushed to it, and how much. */
final class RemoteBumpTest {
    private static final String BRANCH = "nearstream/zlib";
    private static final Instant NIGHT = Instant.parse("2026-08-22T02:00:00Z");
    private static final CommitIdentity US =
            new CommitIdentity("Nearstream", "bot@example.org", true, Optional.empty());
    /** What our commit alone takes, with room. */
    private static final int SMALL = 2_000;
    /** Of each file that the history leaves behind; it does not compress. */
    private static final int LARGE = 20_000;

    @TempDir
    private Path directory;

    private FixtureRepository theirs;
    private GitServer server;

    @BeforeEach
    void start() throws Exception {
        theirs = new FixtureRepository(directory.resolve("theirs.git"));
        Random random = new Random(1);
        for (int i = 0; i < 10; i++) {
            byte[] old = new byte[LARGE];
            random.nextBytes(old);
            theirs.file("old", old).commit("Old " + i);
        }
        theirs.remove("old").file("zlib.yaml", "version: 1.3\n").commit("One");
        server = new GitServer(theirs.repository());
    }

    @AfterEach
    void stop() {
        server.close();
        theirs.close();
    }

    private PushOutcome push(String version, String... pushed) throws Exception {
        return push(server.url(), version, () -> {}, pushed);
    }

    /**
     * One night, with the recipes read from a URL or a local repository.
     *
     * @param version several with {@code +} between them: a commit each
     */
    private PushOutcome push(String recipes, String version, Meanwhile meanwhile, String... pushed) throws Exception {
        try (Mirrors mirrors = new Mirrors(
                        MirrorSettings.defaults(directory.resolve("state")), DateCache.none(), Clock.systemUTC());
                BranchRepository ours = BranchRepository.open(own(), mirrors.borrow(recipes, "refs/heads/main"))) {
            List<CommitContent> contents = new ArrayList<>();
            for (String one : version.split("[+]", -1)) {
                contents.add(new CommitContent(
                        List.of(new FileChange.Write("zlib.yaml", ("version: " + one + "\n").getBytes(UTF_8))),
                        new CommitMessage("zlib/" + one + " package update", List.of())));
            }
            BumpCommit commit = ours.commits(contents, US, NIGHT);
            meanwhile.happens();
            return new BranchPush(ours, mirrors.branches(server.url()), "nearstream/", "main", US.mail())
                    .push(BRANCH, commit, List.of(pushed).stream().findFirst());
        }
    }

    private interface Meanwhile {
        void happens() throws Exception;
    }

    private Path own() {
        return directory.resolve("own.git");
    }

    private void loseOwn() throws Exception {
        try (Stream<Path> all = Files.walk(own())) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private String head() throws Exception {
        return theirs.repository()
                .exactRef("refs/heads/" + BRANCH)
                .getObjectId()
                .name();
    }

    private int sent() {
        return server.received().get(server.received().size() - 1);
    }

    @Test
    void sendsOurCommitAlone() throws Exception {
        assertThat(push("1.4")).isEqualTo(new PushOutcome.Pushed(head(), Optional.empty()));
        assertThat(sent()).isLessThan(SMALL);
    }

    @Test
    void findsItUpToDateAfterOthersHaveCommittedToTheBase() throws Exception {
        push("1.4");
        String first = head();
        theirs.file("curl.yaml", "version: 8\n").commit("Another package");

        assertThat(push("1.4", first)).isEqualTo(new PushOutcome.UpToDate(first));
        loseOwn();
        assertThat(push("1.4", first)).isEqualTo(new PushOutcome.UpToDate(first));
        assertThat(server.received()).hasSize(1);
        assertThat(push("1.5", first)).isEqualTo(new PushOutcome.Pushed(head(), Optional.of(first)));
        assertThat(sent()).isLessThan(SMALL);
    }

    @Test
    void findsSeveralCommitsUpToDateAfterOthersHaveCommittedToTheBase() throws Exception {
        push("1.4+1.5+1.6");
        String first = head();
        assertThat(sent()).isLessThan(SMALL);
        theirs.file("curl.yaml", "version: 8\n").commit("Another package");
        loseOwn();

        assertThat(push("1.4+1.5+1.6", first)).isEqualTo(new PushOutcome.UpToDate(first));
        loseOwn();
        assertThat(push("1.4+1.7", first)).isEqualTo(new PushOutcome.Pushed(head(), Optional.of(first)));
        assertThat(sent()).isLessThan(SMALL);
    }

    @Test
    void leavesAHeadAloneOfWhichItKnowsNothing() throws Exception {
        push("1.4");
        String first = head();
        theirs.file("curl.yaml", "version: 8\n").commit("Another package");
        loseOwn();

        assertThat(push("1.4")).isInstanceOf(PushOutcome.Refused.class);
        assertThat(head()).isEqualTo(first);
    }

    @Test
    void sendsNoHistoryWhereTheBaseHasMovedOn() throws Exception {
        String base = theirs.head();

        PushOutcome outcome = push(
                server.url(),
                "1.4",
                () -> theirs.file("curl.yaml", "version: 8\n").commit("Just now"));

        assertThat(outcome).isEqualTo(new PushOutcome.Pushed(head(), Optional.empty()));
        assertThat(theirs.repository()
                        .parseCommit(ObjectId.fromString(head()))
                        .getParent(0)
                        .name())
                .isEqualTo(base);
        assertThat(sent()).isLessThan(SMALL);
    }

    @Test
    void sendsNoHistoryOfACompleteCloneThatIsBehind() throws Exception {
        Path clone = directory.resolve("clone.git");
        try (Stream<Path> all = Files.walk(theirs.path())) {
            for (Path path : all.toList()) {
                Files.copy(path, clone.resolve(theirs.path().relativize(path)));
            }
        }
        theirs.file("curl.yaml", "version: 8\n").commit("Since then");

        assertThat(push(clone.toString(), "1.4", () -> {})).isEqualTo(new PushOutcome.Pushed(head(), Optional.empty()));
        assertThat(sent()).isLessThan(SMALL);
    }

    private void requirePush() throws Exception {
        try (Mirrors mirrors =
                new Mirrors(MirrorSettings.defaults(directory.resolve("state")), DateCache.none(), Clock.systemUTC())) {
            mirrors.branches(server.url()).requirePush();
        }
    }

    @ParameterizedTest
    @CsvSource({"401, the server wants credentials (401)", "403, the server refuses (403)", "404, no such repository"})
    void whoMayNotPushIsToldBefore(int status, String said) {
        server.intercept(exchange ->
                "service=git-receive-pack".equals(exchange.getRequestURI().getQuery())
                        && GitServer.answer(exchange, status));
        assertThatThrownBy(this::requirePush)
                .isInstanceOf(UpstreamException.class)
                .hasMessageContaining(said)
                .hasMessageContaining("git cannot push: the credential for it")
                .hasMessageNotContaining("\n");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void whoMayPushHasSentNothingYet() throws Exception {
        requirePush();
        assertThat(server.requests()).extracting(GitServer.Request::method).containsOnly("GET");
        assertThat(server.received()).isEmpty();
    }
}
