package dev.nearstream.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentRequestsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP!!! Ask the owners first",
                "Before updating the commit, ask the owners",
                "IF YOU UPDATE THIS, TEST ITS DEPENDANTS BEFORE YOU MERGE",
                "when bumping this version also bump the other one",
                "When the main package is updated, set the commit below",
                "On update, please check whether the flag is needed",
                "For version upgrades check whether patches are needed",
                "The revision is checked on every version bump",
                "For each new release, the hash must also be updated",
                "Do not bump without the owners",
                "Need to update the hash manually",
                "these have to be bumped too",
                "IF the next version brings the fix, check what is below"
            })
    void somebodyMustLook(String comment) {
        assertThat(kinds("a: b # " + comment)).containsExactly(CommentRequest.Kind.LOOK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keep this list in sync with the one below",
                "must match the compiler that built the other",
                "TODO: remove once 3.11 is released",
                "This can be dropped with the next major release",
                "once nobody uses that we can remove this",
                "left out until upstream takes the change"
            })
    void somethingIsToBeBorneInMind(String comment) {
        assertThat(kinds("# " + comment)).containsExactly(CommentRequest.Kind.REMINDER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cleanup: Stop the server",
                "Apply it before bumping dependencies, which fails without",
                "upgrade vendored packages manually",
                "the archive has updated numbers",
                "this would require a manual update at each build",
                "Make sure that it runs",
                "the file is moved manually, upstream has no target",
                "Disable the version check",
                "Should match lines with a word"
            })
    void othersAskNothing(String comment) {
        assertThat(kinds("# " + comment)).isEmpty();
    }

    @Test
    void theSentenceThatAsksIsGivenWithItsLine() {
        String recipe = """
                package:
                  name: a # plain
                pipeline:
                  - runs: |
                      make
                      # It is built twice. When
                      # updating it, look at both. ####
                      echo "no # comment: do not update"
                """;
        assertThat(CommentRequests.of("a.yaml", recipe))
                .containsExactly(new CommentRequest(
                        new Position("a.yaml", 6, 1), CommentRequest.Kind.LOOK, "When updating it, look at both."));
    }

    @Test
    void theLineIsTheOneWithTheWords() {
        String recipe = """
                # One line,
                # and one more:
                # when bumping, look.
                """;
        assertThat(CommentRequests.of("a.yaml", recipe))
                .extracting(request -> request.at().line())
                .containsExactly(3);
    }

    @Test
    void aCommentAsksOnceForWhatIsMost() {
        assertThat(kinds("# Keep it in sync. When updating, look.\nb: c\n# remove once done"))
                .containsExactly(CommentRequest.Kind.LOOK, CommentRequest.Kind.REMINDER);
    }

    @Test
    void longCommentsAreCut() {
        assertThat(CommentRequests.of("a.yaml", "# do not update " + "x".repeat(10_000))
                        .get(0)
                        .text())
                .hasSize(301)
                .endsWith("x…");
    }

    private static List<CommentRequest.Kind> kinds(String recipe) {
        return CommentRequests.of("a.yaml", recipe).stream()
                .map(CommentRequest::kind)
                .toList();
    }
}
